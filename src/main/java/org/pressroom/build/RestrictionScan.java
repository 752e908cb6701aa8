package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.ResultStore;
import org.pressroom.git.TreeEntry;
import org.pressroom.history.Histories;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Visibility;
import org.pressroom.parallel.Watch;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.rules.Restricted;
import org.pressroom.source.SourcePath;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the documents and pages of which no output may show a trace, before any other is read whole.
final class RestrictionScan {

    private RestrictionScan() { }

    /// @param documents of the archive
    /// @param histories that are known of them; null without
    /// @param watch     ends what takes too long
    /// @param store     of what heads said before
    static Restricted scan(ArchiveSession session, DocumentHeads documents, @Nullable Histories histories, Workers workers, Watch watch, ResultStore store) {
        Set<SourcePath> paths = new HashSet<>();
        Set<SourcePath> others = new HashSet<>();
        Set<DocumentId> ids = new HashSet<>();
        Set<DocumentId> published = new HashSet<>();
        for (DocumentHead head : documents.heads()) {
            if (head.visibility() == Visibility.RESTRICTED) {
                paths.add(head.path());
                ids.add(head.id());
            } else {
                published.add(head.id());
                others.add(head.path());
            }
        }
        DocumentHeads.of(session, session.pages(), workers, watch, store).heads()
            .forEach(head -> (head.visibility() == Visibility.RESTRICTED ? paths : others).add(head.path()));
        session.hidden().forEach(file -> paths.add(file.path()));
        List<TreeEntry> hidden = session.hidden().stream().filter(file -> ArchiveSession.isDocument(file.path())).toList();
        DocumentHeads.of(session, hidden, workers, watch, store).heads().stream().map(DocumentHead::id).filter(id -> !published.contains(id)).forEach(ids::add);
        Set<SourcePath> former = histories == null ? Set.of() : histories.formerOf(paths::contains);
        return new Restricted(paths, ids, published, others, former);
    }
}
