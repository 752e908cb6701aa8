package org.pressroom.cli;

/// What was asked for on the command line can't be meant, which shows only when the archive is open.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message a sentence that says what to write instead
    UsageException(String message) {
        super(message);
    }
}
