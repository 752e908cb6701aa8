package org.pressroom.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Small pictures with notes in each way that their format has. Every note has the word [#NOTE].
///
/// All show the same colours, 32 by 16 pixels, and were written by Pillow.
public final class Photographs {

    public static final String NOTE = "CANARY";

    public static final List<String> NAMES = List.of("photo.jpg", "progressive.jpg", "print.jpg", "several.jpg", "photo.png", "film.png", "photo.webp",
        "lossy.webp", "film.webp", "photo.gif", "film.gif", "photo.avif", "film.avif");

    private Photographs() { }

    public static byte[] read(String name) {
        try (InputStream in = Photographs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the word stands in the bytes.
    public static boolean notes(byte[] picture) {
        return new String(picture, StandardCharsets.ISO_8859_1).contains(NOTE);
    }

    public static byte[] bytes(PictureOutcome.Cleaned cleaned) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            cleaned.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
