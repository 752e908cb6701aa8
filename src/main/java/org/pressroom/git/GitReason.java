package org.pressroom.git;

import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.pressroom.files.IoReason;

import java.io.IOException;

/// Why something could not be read from a repository, and what helps.
final class GitReason {

    private static final int SHORT = 7;

    private GitReason() { }

    /// The second half of a sentence, without the name of any place on this machine.
    static String of(IOException e) {
        return switch (e) {
            case MissingObjectException missing -> "the repository lacks the object " + missing.getObjectId().abbreviate(SHORT).name()
                + ", as a damaged or partial clone does; `git fetch --refetch` completes it";
            case CorruptObjectException _, IncorrectObjectTypeException _ ->
                "the repository is damaged (" + e.getMessage() + "); `git fsck` lists what is broken, `git fetch --refetch` brings it again";
            default -> IoReason.of(e);
        };
    }
}
