package org.pressroom.build;

import org.pressroom.model.DocumentId;
import org.pressroom.model.Visibility;
import org.pressroom.parse.DocumentHead;
import org.pressroom.rules.Restricted;
import org.pressroom.source.SourcePath;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the documents and pages of which no output may show a trace, before any other is read whole.
final class RestrictionScan {

    private RestrictionScan() { }

    /// @param documents of the archive
    /// @param own       its pages
    static Restricted scan(DocumentHeads documents, DocumentHeads own) {
        Set<SourcePath> paths = new HashSet<>();
        Set<DocumentId> ids = new HashSet<>();
        restricted(documents).forEach(head -> {
            paths.add(head.path());
            ids.add(head.id());
        });
        restricted(own).forEach(head -> paths.add(head.path()));
        return new Restricted(paths, ids);
    }

    private static Stream<DocumentHead> restricted(DocumentHeads files) {
        return files.heads().stream().filter(head -> head.visibility() == Visibility.RESTRICTED);
    }
}
