package org.pressroom.git;

import java.time.Instant;
import java.time.ZoneOffset;

/// Receives the raw log, commit by commit, children before or after parents as it comes.
interface CommitVisitor {

    /// A commit; the paths that it changed follow. Merges are given too, without paths.
    ///
    /// @param id     40 or 64 hexadecimal digits
    /// @param time   when it was authored
    /// @param zone   the author's zone at that time
    /// @param author the name, without mail address
    void commit(String id, Instant time, ZoneOffset zone, String author);

    /// A path that the last commit added, changed or deleted.
    ///
    /// @param path from the repository's root
    void changed(String path);
}
