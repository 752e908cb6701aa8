package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.Blobs;
import org.pressroom.git.RawLog;
import org.pressroom.git.TreeEntry;
import org.pressroom.history.Histories;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentParser;

import java.util.List;
import java.util.Optional;

/// Asks for the documents' history, and says what git could not tell.
final class History {

    private History() { }

    /// Reads the log and asks at once.
    ///
    /// @param remarks takes what git could not tell
    /// @return null without history
    static @Nullable Histories of(ArchiveSession session, Workers workers, List<String> remarks) {
        return of(session, session.tree().log(), workers, remarks);
    }

    /// @param log of the archive, read beforehand
    /// @return null without history
    static @Nullable Histories of(ArchiveSession session, Optional<RawLog> log, Workers workers, List<String> remarks) {
        Optional<Blobs> blobs = session.tree().blobs();
        if (log.isEmpty() || blobs.isEmpty()) {
            remarks.add(session.tree().description() + " has no git history; dates come from the documents alone");
            return null;
        }
        if (log.get().shallow()) {
            remarks.add("the clone is shallow, so dates of creation may be too late; `git fetch --unshallow` completes it");
        }
        return Histories.of(log.get(), blobs.get(), session.tree().mailmap(), session.documents().stream().map(TreeEntry::path).toList(),
            new DocumentParser(session.configuration(), _ -> false), workers);
    }
}
