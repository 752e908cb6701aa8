package org.pressroom.picture;

/// Ends the reading of a picture whose parts can't be told apart.
@SuppressWarnings("serial")
final class BrokenPicture extends RuntimeException {

    /// @param reason continues a sentence that began with "the picture"
    BrokenPicture(String reason) {
        super(reason, null, false, false);
    }
}
