package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.GitLog;

import java.util.List;
import java.util.Optional;

/// Says what git could not tell.
final class History {

    private History() { }

    /// @return null without history
    static @Nullable GitLog of(ArchiveSession session, Optional<GitLog> log, List<String> remarks) {
        if (log.isEmpty()) {
            remarks.add(session.tree().description() + " has no git history; dates come from the documents alone");
            return null;
        }
        if (log.get().shallow()) {
            remarks.add("the clone is shallow, so dates of creation may be too late; `git fetch --unshallow` completes it");
        }
        return log.get();
    }
}
