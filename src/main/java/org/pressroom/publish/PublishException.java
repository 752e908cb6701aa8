package org.pressroom.publish;

/// The site could not be published; the message says what, where and what to do. The live site is whole.
public final class PublishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PublishException(String message) {
        super(message);
    }

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
