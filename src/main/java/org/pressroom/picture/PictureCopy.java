package org.pressroom.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A picture's bytes, and those of them that are kept so far. Numbers are big-endian unless it says so.
final class PictureCopy {

    /// Written for each new part; a picture of millions of parts is an attack.
    private static final int MAX_PARTS = 200_000;

    private final ByteBuffer bytes;
    private final List<ByteBuffer> parts = new ArrayList<>();
    private final Set<String> removed = new TreeSet<>();
    private int orientation = 1;
    private boolean located;

    /// Bytes that are kept and not yet a part.
    private int from;
    private int to;

    PictureCopy(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int size() {
        return bytes.limit();
    }

    int u8(int at) {
        return bytes.get(at) & 0xFF;
    }

    int u16(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    long u32(int at) {
        return bytes.getInt(at) & 0xFFFF_FFFFL;
    }

    /// Little-endian.
    int u16le(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    /// Little-endian.
    long u32le(int at) {
        return Integer.reverseBytes(bytes.getInt(at)) & 0xFFFF_FFFFL;
    }

    /// Whether these characters, one a byte, stand there.
    boolean isAt(int at, String text) {
        if (at < 0 || at > size() - text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (u8(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Four characters.
    String name(int at) {
        StringBuilder name = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            name.append((char) u8(at + i));
        }
        return name.toString();
    }

    /// The place that is so many bytes behind another.
    ///
    /// @throws BrokenPicture when that is behind the end
    int behind(int at, long length) {
        if (length < 0 || length > size() - (long) at) {
            throw new BrokenPicture("ends too early");
        }
        return at + (int) length;
    }

    /// Keeps these bytes of the picture, behind those that are kept already.
    void keep(int from, int to) {
        if (from != this.to) {
            flush();
            this.from = from;
        }
        this.to = to;
    }

    /// Puts new bytes behind those that are kept already.
    void add(ByteBuffer part) {
        flush();
        from = 0;
        to = 0;
        part(part);
    }

    private void flush() {
        if (to > from) {
            part(bytes.slice(from, to - from));
        }
    }

    private void part(ByteBuffer part) {
        if (parts.size() >= MAX_PARTS) {
            throw new BrokenPicture("has more than " + MAX_PARTS + " parts");
        }
        parts.add(part);
    }

    /// Notes that something is left out.
    void remove(String what) {
        removed.add(what);
    }

    /// Leaves Exif out, except on which side the picture stands.
    ///
    /// @param at where its TIFF header is
    void removeExif(int at, int to) {
        remove("Exif");
        Exif exif = Exif.of(bytes.slice(at, Math.max(0, to - at)));
        located |= exif.located();
        orientation = orientation == 1 ? exif.orientation() : orientation;
    }

    /// What [#removeExif] found, if it must be kept: TIFF with this one field, else nothing.
    ByteBuffer orientation() {
        return orientation == 1 ? ByteBuffer.allocate(0) : Exif.of(orientation);
    }

    /// Leaves XMP out.
    void removeXmp(int from, int to) {
        remove("XMP");
        String place = "GPSLat";
        for (int i = from; !located && i < to; i++) {
            located = u8(i) == 'G' && isAt(i, place);
        }
    }

    /// Says that the picture was read up to here, and what is behind it isn't kept.
    void endAt(int at) {
        if (at < size()) {
            remove("data after the picture");
        }
    }

    PictureOutcome.Cleaned outcome() {
        flush();
        return new PictureOutcome.Cleaned(parts, removed, located);
    }

    /// A number of four bytes, little-endian.
    static ByteBuffer le(long number) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, (int) number);
    }
}
