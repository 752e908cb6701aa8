package org.pressroom.picture;

import java.nio.ByteBuffer;

/// A JPEG without its notes (ITU T.81, annex B): kept are the segments that make the picture, JFIF's header without its thumbnail,
/// the colour profile, and Adobe's marker, which says how colours are written.
final class JpegCopy {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final String EXIF = "Exif\0\0";
    private static final int JFIF_HEADER = 18;

    private final PictureCopy copy;
    private boolean frame;
    private boolean turned;

    JpegCopy(PictureCopy copy) {
        this.copy = copy;
    }

    void run() {
        copy.keep(0, 2);
        int at = 2;
        boolean scanned = false;
        while (at < copy.size()) {
            int marker = marker(at);
            if (marker < 0) {
                if (scanned) {
                    break;
                }
                throw new BrokenPicture("is not a JPEG beyond its beginning");
            }
            int start = skipFill(at);
            if (marker == END) {
                copy.keep(start, start + 2);
                copy.endAt(start + 2);
                at = copy.size();
            } else if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
                at = start + 2;
            } else {
                int length = copy.u16(start + 2);
                if (length < 2) {
                    throw new BrokenPicture("has a segment without length");
                }
                int end = scanned ? Math.min(copy.size(), start + 2 + length) : copy.behind(start + 2, length);
                segment(marker, start, end);
                scanned |= marker == START_OF_SCAN;
                at = marker == START_OF_SCAN ? scan(end) : end;
            }
        }
        if (!scanned || !frame) {
            throw new BrokenPicture("ends before its pixels");
        }
    }

    /// -1 when there is none.
    private int marker(int at) {
        int start = copy.u8(at) == 0xFF ? skipFill(at) : copy.size();
        return start + 1 < copy.size() ? copy.u8(start + 1) : -1;
    }

    /// The last of several bytes that only fill up.
    private int skipFill(int at) {
        int start = at;
        while (start + 1 < copy.size() && copy.u8(start + 1) == 0xFF) {
            start++;
        }
        return start;
    }

    private void segment(int marker, int start, int end) {
        int content = start + 4;
        switch (marker) {
            case 0xE0 -> header(start, end);
            case 0xE1 -> {
                if (copy.isAt(content, EXIF)) {
                    copy.removeExif(Math.min(end, content + EXIF.length()), end);
                    turn();
                } else {
                    copy.removeXmp(content, end);
                }
            }
            case 0xE2 -> keepIf(copy.isAt(content, "ICC_PROFILE\0"), start, end, "further pictures");
            case 0xEE -> keepIf(copy.isAt(content, "Adobe"), start, end, "data added by programs");
            case 0xD8 -> throw new BrokenPicture("has a second beginning");
            case 0xED -> copy.remove("IPTC");
            case 0xFE -> copy.remove("comments");
            default -> {
                frame |= marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
                keepIf(marker >= 0xC0 && marker <= 0xDF, start, end, "data added by programs");
            }
        }
    }

    private void keepIf(boolean kept, int start, int end, String what) {
        if (kept) {
            copy.keep(start, end);
        } else {
            copy.remove(what);
        }
    }

    /// JFIF's header may have a thumbnail, which shows what was cut off later.
    private void header(int start, int end) {
        if (!copy.isAt(start + 4, "JFIF\0") || end - start < JFIF_HEADER) {
            copy.remove("data added by programs");
        } else if (end - start == JFIF_HEADER) {
            copy.keep(start, end);
        } else {
            copy.remove("a thumbnail");
            ByteBuffer header = ByteBuffer.allocate(JFIF_HEADER).putShort((short) 0xFFE0).putShort((short) (JFIF_HEADER - 2));
            for (int i = start + 4; i < start + JFIF_HEADER - 2; i++) {
                header.put((byte) copy.u8(i));
            }
            copy.add(header.putShort((short) 0).flip());
        }
    }

    /// Keeps on which side the picture stands, where that stood.
    private void turn() {
        ByteBuffer tiff = copy.orientation();
        if (tiff.hasRemaining() && !turned) {
            turned = true;
            ByteBuffer segment = ByteBuffer.allocate(4 + EXIF.length() + tiff.remaining()).putShort((short) 0xFFE1)
                .putShort((short) (2 + EXIF.length() + tiff.remaining()));
            EXIF.chars().forEach(c -> segment.put((byte) c));
            copy.add(segment.put(tiff).flip());
        }
    }

    /// Keeps the coded pixels, in which no marker stands but those of restarts.
    ///
    /// @return where the next marker is, or the end
    private int scan(int start) {
        int at = start;
        while (at < copy.size()) {
            if (copy.u8(at) != 0xFF) {
                at++;
            } else {
                int next = at + 1 < copy.size() ? copy.u8(at + 1) : 0;
                if (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                    break;
                }
                at += next == 0xFF ? 1 : 2;
            }
        }
        int end = Math.min(at, copy.size());
        copy.keep(start, end);
        return end;
    }
}
