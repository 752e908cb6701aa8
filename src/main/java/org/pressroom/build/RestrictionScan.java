package org.pressroom.build;

import org.pressroom.git.TreeEntry;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Visibility;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.rules.Restricted;
import org.pressroom.source.SourcePath;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the documents and pages of which no output may show a trace, before any other is read whole.
final class RestrictionScan {

    private RestrictionScan() { }

    static Restricted scan(ArchiveSession session, Workers workers) {
        Set<SourcePath> paths = new HashSet<>();
        Set<DocumentId> ids = new HashSet<>();
        restricted(session, session.documents(), workers).forEach(head -> {
            paths.add(head.path());
            ids.add(head.id());
        });
        restricted(session, session.pages(), workers).forEach(head -> paths.add(head.path()));
        return new Restricted(paths, ids);
    }

    private static Stream<DocumentHead> restricted(ArchiveSession session, List<TreeEntry> files, Workers workers) {
        return DocumentHeads.of(session, files, workers).stream().filter(head -> head.visibility() == Visibility.RESTRICTED);
    }
}
