package org.pressroom.picture;

/// A GIF without comments and data added by programs (GIF89a, sections 18 to 27): kept are pictures, how long they are shown, how often they
/// repeat, and colour profiles.
final class GifCopy {

    private static final int HEADER = 13;
    private static final int DESCRIPTOR = 10;

    private final PictureCopy copy;

    GifCopy(PictureCopy copy) {
        this.copy = copy;
    }

    void run() {
        int at = copy.behind(0, HEADER + colours(copy.u8(HEADER - 3)));
        copy.keep(0, at);
        boolean pixels = false;
        while (at < copy.size()) {
            int end;
            switch (copy.u8(at)) {
                case 0x2C -> {
                    pixels = true;
                    int start = Math.min(copy.size(), at + DESCRIPTOR + 1 + (at + DESCRIPTOR <= copy.size() ? colours(copy.u8(at + DESCRIPTOR - 1)) : 0));
                    end = blocks(start, true);
                    copy.keep(at, end);
                }
                case 0x21 -> {
                    end = blocks(at + 2, pixels);
                    extension(at, end);
                }
                case 0x3B -> {
                    copy.keep(at, at + 1);
                    copy.endAt(at + 1);
                    end = copy.size();
                }
                default -> {
                    if (!pixels) {
                        throw new BrokenPicture("has a part of an unknown kind");
                    }
                    copy.endAt(at);
                    end = copy.size();
                }
            }
            at = end;
        }
        if (!pixels) {
            throw new BrokenPicture("ends before its pixels");
        }
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    /// Where the chain of blocks ends that begins there.
    ///
    /// @param cut whether the file may end within it
    private int blocks(int start, boolean cut) {
        int at = start;
        while (at < copy.size()) {
            int length = copy.u8(at);
            if (length == 0) {
                return at + 1;
            }
            at = cut ? Math.min(copy.size(), at + 1 + length) : copy.behind(at, 1L + length);
        }
        return copy.size();
    }

    private void extension(int at, int end) {
        int label = at + 1 < copy.size() ? copy.u8(at + 1) : 0;
        boolean kept = label == 0xF9 || label == 0x01
            || label == 0xFF && (copy.isAt(at + 3, "NETSCAPE2.0") || copy.isAt(at + 3, "ANIMEXTS1.0") || copy.isAt(at + 3, "ICCRGBG1012"));
        if (kept) {
            copy.keep(at, end);
        } else if (label == 0xFF && copy.isAt(at + 3, "XMP Data")) {
            copy.removeXmp(at, end);
        } else {
            copy.remove(label == 0xFE ? "comments" : "data added by programs");
        }
    }
}
