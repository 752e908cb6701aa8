package org.pressroom.picture;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;

/// A PNG without its notes (W3C PNG, third edition): kept are the chunks that make the picture, its animation and its colours.
final class PngCopy {

    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "cICP", "mDCV",
        "cLLI", "bKGD", "pHYs", "hIST", "sPLT", "acTL", "fcTL", "fdAT");
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final String EXIF = "eXIf";

    private final PictureCopy copy;
    private boolean turned;

    PngCopy(PictureCopy copy) {
        this.copy = copy;
    }

    void run() {
        if (!copy.isAt(SIGNATURE + 4, "IHDR")) {
            throw new BrokenPicture("is not a PNG beyond its beginning");
        }
        copy.keep(0, SIGNATURE);
        boolean pixels = false;
        int at = SIGNATURE;
        while (at < copy.size()) {
            if (pixels && copy.size() - at < AROUND) {
                break;
            }
            String type = copy.name(at + 4);
            pixels |= type.equals("IDAT");
            boolean cut = copy.u32(at) + AROUND > copy.size() - (long) at;
            int end = pixels && cut ? copy.size() : copy.behind(at, copy.u32(at) + AROUND);
            chunk(type, at, end);
            if (type.equals("IEND")) {
                copy.endAt(end);
                break;
            }
            at = end;
        }
    }

    private void chunk(String type, int at, int end) {
        if (KEPT.contains(type)) {
            copy.keep(at, end);
        } else if (Character.isUpperCase(type.charAt(0))) {
            throw new BrokenPicture("has a part of an unknown kind");
        } else if (type.equals(EXIF)) {
            copy.removeExif(at + 8, Math.max(at + 8, end - 4));
            turn();
        } else if (type.equals("iTXt")) {
            copy.removeXmp(at + 8, end);
        } else {
            copy.remove(type.endsWith("Xt") ? "comments" : "data added by programs");
        }
    }

    private void turn() {
        ByteBuffer tiff = copy.orientation();
        if (tiff.hasRemaining() && !turned) {
            turned = true;
            ByteBuffer chunk = ByteBuffer.allocate(AROUND + tiff.remaining()).putInt(tiff.remaining());
            EXIF.chars().forEach(c -> chunk.put((byte) c));
            chunk.put(tiff);
            CRC32 sum = new CRC32();
            sum.update(chunk.slice(4, chunk.position() - 4));
            copy.add(chunk.putInt((int) sum.getValue()).flip());
        }
    }
}
