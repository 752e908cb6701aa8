package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.TreeEntry;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Visibility;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;
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
        List<TreeEntry> documents = Stream.concat(session.documents().stream(), session.pages().stream()).toList();
        int proposals = session.documents().size();
        DocumentParser parser = new DocumentParser(session.configuration(), _ -> false);
        @Nullable DocumentHead[] heads = new @Nullable DocumentHead[documents.size()];
        workers.forEach(heads.length, i -> {
            DocumentHead head = parser.head(session.read(documents.get(i)));
            heads[i] = head.visibility() == Visibility.RESTRICTED ? head : null;
        });
        Set<SourcePath> paths = new HashSet<>();
        Set<DocumentId> ids = new HashSet<>();
        for (int i = 0; i < heads.length; i++) {
            DocumentHead head = heads[i];
            if (head != null) {
                paths.add(head.path());
                if (i < proposals) {
                    ids.add(head.id());
                }
            }
        }
        return new Restricted(paths, ids);
    }
}
