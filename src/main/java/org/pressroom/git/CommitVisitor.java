package org.pressroom.git;

import org.jspecify.annotations.Nullable;

/// Receives the raw log, commit by commit, children before or after parents as it comes.
interface CommitVisitor {

    /// A commit, without its changes; they follow.
    void commit(RawCommit commit);

    /// What the last commit did to a path, against its first parent.
    ///
    /// @param path   from the repository's root
    /// @param before id of the plain file that was there; null when there was none
    /// @param after  id of the plain file that is there now; null when there is none
    void changed(String path, @Nullable String before, @Nullable String after);
}
