package org.pressroom.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The small text that stands for a file which Git LFS keeps elsewhere.
public final class LfsPointer {

    /// How one begins.
    private static final byte[] BEGINNING = "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII);

    private LfsPointer() { }

    /// @param bytes of a file, its beginning at least
    public static boolean is(byte[] bytes) {
        return bytes.length >= BEGINNING.length && Arrays.equals(bytes, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }
}
