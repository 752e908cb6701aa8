package org.pressroom.picture;

import java.nio.ByteBuffer;
import java.util.Set;

/// A WebP without its notes (RFC 9649, section 2): kept are the chunks that make the picture, its animation and its colours.
final class WebpCopy {

    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final Set<String> OF_A_FRAME = Set.of("VP8 ", "VP8L", "ALPH");
    private static final int HEADER = 12;
    private static final int FRAME_HEADER = 16;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;
    private static final String EXIF = "Exif\0\0";

    private final PictureCopy copy;
    private int extended = -1;

    WebpCopy(PictureCopy copy) {
        this.copy = copy;
    }

    void run() {
        int end = copy.behind(8, copy.u32le(4));
        // What the chunks need is known when all were seen.
        long size = 4;
        boolean pixels = false;
        for (int at = HEADER; at < end; at = next(at, end)) {
            String type = copy.name(at);
            size += KEPT.contains(type) ? 8 + padded(at) : 0;
            pixels |= type.startsWith("VP8") && !type.equals("VP8X") || type.equals("ANMF");
            note(type, at, end);
        }
        if (!pixels) {
            throw new BrokenPicture("ends before its pixels");
        }
        ByteBuffer tiff = extended < 0 ? ByteBuffer.allocate(0) : copy.orientation();
        size += tiff.hasRemaining() ? 8 + tiff.remaining() : 0;
        copy.keep(0, 4);
        copy.add(PictureCopy.le(size));
        copy.keep(8, HEADER);
        for (int at = HEADER; at < end; at = next(at, end)) {
            if (KEPT.contains(copy.name(at))) {
                chunk(at, end, tiff.hasRemaining());
            }
        }
        if (tiff.hasRemaining()) {
            copy.add(ByteBuffer.wrap(new byte[] {'E', 'X', 'I', 'F'}));
            copy.add(PictureCopy.le(tiff.remaining()));
            copy.add(tiff);
        }
        copy.endAt(end);
    }

    private long padded(int at) {
        long length = copy.u32le(at + 4);
        return length + (length & 1);
    }

    /// The last chunk may lack the byte that makes its length even.
    private int next(int at, int end) {
        long next = at + 8 + padded(at);
        if (next > end + 1 || next == end + 1 && (copy.u32le(at + 4) & 1) == 0) {
            throw new BrokenPicture("ends too early");
        }
        return (int) Math.min(end, next);
    }

    private void note(String type, int at, int end) {
        int content = at + 8;
        int last = next(at, end);
        switch (type) {
            case "VP8X" -> extended = extended < 0 ? at : extended;
            case "EXIF" -> copy.removeExif(copy.isAt(content, EXIF) ? content + EXIF.length() : content, last);
            case "XMP " -> copy.removeXmp(content, last);
            case "ANMF" -> {
                for (int part = content + FRAME_HEADER; part < last; part = next(part, last)) {
                    if (!OF_A_FRAME.contains(copy.name(part))) {
                        throw new BrokenPicture("has a frame with a part of an unknown kind");
                    }
                }
            }
            default -> {
                if (!KEPT.contains(type)) {
                    copy.remove("data added by programs");
                }
            }
        }
    }

    private void chunk(int at, int end, boolean turned) {
        int last = next(at, end);
        if (at == extended) {
            copy.keep(at, at + 8);
            int flags = copy.u8(at + 8) & ~(EXIF_FLAG | XMP_FLAG) | (turned ? EXIF_FLAG : 0);
            copy.add(ByteBuffer.wrap(new byte[] {(byte) flags}));
            copy.keep(at + 9, last);
        } else {
            copy.keep(at, last);
        }
        if (at + 8 + padded(at) > last) {
            copy.add(ByteBuffer.allocate(1));
        }
    }
}
