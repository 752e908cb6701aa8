package org.pressroom.git;

import org.jspecify.annotations.Nullable;

/// The archive could not be read: no such folder, no such commit, a broken repository. The message is for the user:
/// operation, object and cause, and what to do about it where that is known.
public class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// One file could not be read, and others may be.
    public static final class OfFile extends ArchiveException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        OfFile(String path, String reason, @Nullable Throwable cause) {
            super("cannot read " + path + ": " + reason, cause);
            this.reason = reason;
        }

        /// The second half of a sentence, without the name of any place on this machine.
        public String reason() {
            return reason;
        }
    }
}
