package org.pressroom.build;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Whether a browser that is not told a file's type, or does not believe it, could take the file for a page.
///
/// Browsers look at the first 512 to 1,445 bytes for a tag behind white space (MIME Sniffing Standard, section 7.1, and its
/// forerunners, which differ in their tags). Here any `<` counts, in each encoding that a page may be written in, however much white
/// space is before it.
final class PageLike {

    /// So many bytes tell. A browser gives up earlier.
    static final int HEAD = 4096;

    private PageLike() { }

    /// @param bytes a file, or its first [#HEAD] bytes
    static boolean test(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), encoding(bytes));
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            // Of a text in another encoding, what is not a letter of ours is often NUL.
            if (c == '<') {
                return true;
            }
            if (c > ' ' && c != '\uFEFF' && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT) {
                return false;
            }
        }
        return false;
    }

    private static Charset encoding(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return first == 0xFFFE ? StandardCharsets.UTF_16LE : first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
