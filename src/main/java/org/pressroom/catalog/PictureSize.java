package org.pressroom.catalog;

/// How large a picture is shown when nothing says otherwise, in CSS pixels.
public record PictureSize(int width, int height) {

    /// No picture that a browser shows is larger.
    public static final int MAX = 65_535;

    /// @throws IllegalArgumentException when a side is not within 1 and [#MAX]
    public PictureSize {
        if (width < 1 || height < 1 || width > MAX || height > MAX) {
            throw new IllegalArgumentException("not the size of a picture: " + width + " × " + height);
        }
    }
}
