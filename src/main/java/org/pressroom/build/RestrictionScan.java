package org.pressroom.build;

import org.pressroom.model.DocumentId;
import org.pressroom.model.Visibility;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.rules.Restricted;
import org.pressroom.source.SourcePath;

import java.util.HashSet;
import java.util.Set;

/// Finds the documents of which no output may show a trace, before any other is read whole.
final class RestrictionScan {

    private RestrictionScan() { }

    static Restricted scan(ArchiveSession session, Workers workers) {
        Set<SourcePath> paths = new HashSet<>();
        Set<DocumentId> ids = new HashSet<>();
        for (DocumentHead head : DocumentHeads.of(session, workers)) {
            if (head.visibility() == Visibility.RESTRICTED) {
                paths.add(head.path());
                ids.add(head.id());
            }
        }
        return new Restricted(paths, ids);
    }
}
