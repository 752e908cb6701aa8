package org.pressroom.parse;

/// Parsing a document was given up because it is nested or crafted beyond bounds. Never leaves this room.
final class TooComplexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /// @param line where it became too much, one-based; 0 when it is about the whole document
    TooComplexException(String message, int line) {
        super(message, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }
}
