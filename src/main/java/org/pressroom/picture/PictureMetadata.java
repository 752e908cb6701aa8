package org.pressroom.picture;

import java.nio.ByteBuffer;

/// Takes out of a photograph what its camera and its editors noted beside the picture: Exif with place, time and serial numbers,
/// XMP, IPTC, comments, thumbnails, further pictures and films behind the end. What is shown stays as it is: pixels, colour profiles,
/// animation, and on which side it stands.
///
/// Each format has a list of the parts that are kept; all others go, whatever they are. A picture whose parts can't be told
/// apart is refused; one that is cut off within its pixels is kept, since browsers show the rest.
///
/// Only what is kept is copied, and only when it is written: from a mapped file, no picture fills the memory.
public final class PictureMetadata {

    private PictureMetadata() { }

    /// The same picture without them. The content decides on the format, as it does for browsers.
    ///
    /// @param picture all of the file from the buffer's position to its limit; not changed
    public static PictureOutcome without(ByteBuffer picture) {
        ByteBuffer bytes = picture.slice().asReadOnlyBuffer();
        PictureCopy copy = new PictureCopy(bytes);
        try {
            if (copy.isAt(0, "\u00FF\u00D8\u00FF")) {
                new JpegCopy(copy).run();
            } else if (copy.isAt(0, "\u0089PNG\r\n\u001A\n")) {
                new PngCopy(copy).run();
            } else if (copy.isAt(0, "GIF87a") || copy.isAt(0, "GIF89a")) {
                new GifCopy(copy).run();
            } else if (copy.isAt(0, "RIFF") && copy.isAt(8, "WEBP")) {
                new WebpCopy(copy).run();
            } else if (copy.isAt(4, "ftyp")) {
                new HeifCopy(copy).run();
            } else {
                return new PictureOutcome.Refused("is not a picture that Pressroom knows");
            }
            return copy.outcome();
        } catch (BrokenPicture e) {
            return new PictureOutcome.Refused(String.valueOf(e.getMessage()));
        } catch (IndexOutOfBoundsException e) {
            return new PictureOutcome.Refused("ends too early");
        }
    }
}
