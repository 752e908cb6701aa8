package org.pressroom.git;

import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

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
                "the repository is damaged (" + e.getMessage() + "); `git fsck` lists what is broken, `git fetch --refetch` fetches it again";
            default -> wrapped(e) instanceof IOException inner ? of(inner) : FileProblem.reason(e);
        };
    }

    /// What JGit says through other exceptions, which have nothing to say but its class and message.
    private static @Nullable Throwable wrapped(Throwable e) {
        Throwable cause = e.getCause();
        if (cause == null || !cause.toString().equals(e.getMessage())) {
            return null;
        }
        return cause instanceof ExecutionException ? wrapped(cause) : cause;
    }
}
