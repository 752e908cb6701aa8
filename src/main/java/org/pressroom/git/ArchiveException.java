package org.pressroom.git;

/// The archive could not be read: no such folder, no such commit, a broken repository. The message is for the user:
/// operation, object and cause, and what to do about it where that is known.
public final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
