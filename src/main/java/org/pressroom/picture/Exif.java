package org.pressroom.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What matters of a picture's Exif (CIPA DC-008, section 4.6): on which side it stands, and whether it names a place.
///
/// @param orientation from 1, upright, to 8; 5 to 8 lie on their side
public record Exif(int orientation, boolean located) {

    private static final int ORIENTATION = 0x0112;
    private static final int PLACE = 0x8825;
    private static final int SHORT = 3;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private static final Exif NONE = new Exif(1, false);

    public Exif {
        orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    }

    /// Reads a TIFF as far as it goes.
    ///
    /// @param bytes begins with the TIFF header; may end at any place
    public static Exif of(ByteBuffer bytes) {
        ByteBuffer tiff = bytes.slice();
        if (tiff.limit() < HEADER + 2 || tiff.getShort(0) != 0x4949 && tiff.getShort(0) != 0x4D4D) {
            return NONE;
        }
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < HEADER || directory > tiff.limit() - 2) {
            return NONE;
        }
        int entries = Math.min(tiff.getShort(directory) & 0xFFFF, (tiff.limit() - directory - 2) / ENTRY);
        int orientation = 1;
        boolean located = false;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + ENTRY * i;
            int tag = tiff.getShort(entry) & 0xFFFF;
            orientation = tag == ORIENTATION ? tiff.getShort(entry + 8) : orientation;
            located |= tag == PLACE;
        }
        return new Exif(orientation, located);
    }

    /// A TIFF that says nothing but the orientation.
    static ByteBuffer of(int orientation) {
        return ByteBuffer.allocate(HEADER + 2 + ENTRY + 4).putShort((short) 0x4D4D).putShort((short) 42).putInt(HEADER)
            .putShort((short) 1)
            .putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1).putShort((short) orientation).putShort((short) 0)
            .putInt(0).flip();
    }
}
