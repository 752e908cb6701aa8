package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Nearest;
import org.pressroom.git.ArchiveException;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Histories;
import org.pressroom.model.Visibility;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.source.SourcePath;

import java.nio.file.Path;
import java.util.List;

/// What git knows of one document.
///
/// @param id as the document has it today
public record HistoryLookup(String id, SourcePath file, FileHistory history) {

    /// Finds a document by its id, else by one that it had before, ignoring case. Restricted ones are not found.
    ///
    /// @param cache   the folder of this archive in the user's cache; null to do without
    /// @param version of Pressroom
    /// @param remarks takes what git could not tell
    /// @throws ArchiveException when there is no such document, or no history of it
    public static HistoryLookup of(ArchiveSession session, String id, @Nullable Path cache, String version, Workers workers,
            List<String> remarks) {
        DocumentHeads today = DocumentHeads.of(session, session.documents(), workers);
        List<DocumentHead> heads = today.heads().stream()
            .filter(head -> head.visibility() != Visibility.RESTRICTED).toList();
        Past git = Past.begin(session, new HistoryCache(cache, version));
        Histories histories = git.end(today.byContent(), workers, remarks);
        if (histories == null) {
            throw new ArchiveException(git.none().orElseThrow() + ", so the history of " + id + " is unknown");
        }
        DocumentHead head = heads.stream().filter(h -> h.id().shown().equalsIgnoreCase(id)).findFirst()
            .or(() -> heads.stream().filter(h -> h.id().value().equalsIgnoreCase(id)).findFirst())
            .or(() -> heads.stream().filter(h -> had(histories.files().get(h.path()), id)).findFirst())
            .orElseThrow(() -> unknown(id, heads));
        FileHistory history = histories.files().get(head.path());
        if (history == null) {
            throw new ArchiveException("no commit has " + head.path() + " yet; commit it first");
        }
        if (git.isChanged(head.path())) {
            remarks.add(head.path() + " has changed since the last commit; this is its history up to that commit");
        }
        return new HistoryLookup(head.id().shown(), head.path(), history);
    }

    private static boolean had(@Nullable FileHistory history, String id) {
        return history != null && history.ids().stream().anyMatch(id::equalsIgnoreCase);
    }

    private static ArchiveException unknown(String id, List<DocumentHead> heads) {
        return new ArchiveException("there is no document " + id
            + Nearest.of(id, heads.stream().map(head -> head.id().shown()).toList()).map(near -> "; did you mean " + near + "?").orElse(""));
    }
}
