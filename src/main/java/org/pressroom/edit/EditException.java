package org.pressroom.edit;

/// A document's metadata are written in a way in which the change can't be made without touching something else. The document is as it
/// was.
public final class EditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message a clause that says why, and what to do instead
    EditException(String message) {
        super(message);
    }
}
