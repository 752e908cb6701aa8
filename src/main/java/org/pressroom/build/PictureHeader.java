package org.pressroom.build;

import org.pressroom.catalog.PictureSize;
import org.pressroom.picture.Exif;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a picture's size from its first bytes, so that a page keeps room for it before it is there. Nothing is decoded;
/// what is no picture, or lies about itself beyond the bytes at hand, has no size.
///
/// Forms: PNG (W3C, 5.2 and 11.2.1), GIF89a (section 18), JPEG (ITU T.81, B.1.1 and B.2.2) with Exif's orientation, WebP
/// (RFC 9649), SVG (`width`, `height` and `viewBox`).
final class PictureHeader {

    /// A JPEG keeps its size behind a colour profile and a thumbnail.
    static final int BYTES = 256 * 1024;

    /// What browsers give a drawing that names no width.
    private static final double SVG_WIDTH = 300;
    private static final Pattern SVG = Pattern.compile("<svg\\b([^<>]{0,20000}+)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(width|height|viewBox)\\s*=\\s*[\"']([^\"']{1,200})[\"']");
    private static final Pattern PIXELS = Pattern.compile("\\s*(\\d{1,6}(?:\\.\\d{1,9})?)(?:px)?\\s*");

    /// Exif's first orientation with which a browser exchanges width and height.
    private static final int ON_ITS_SIDE = 5;

    private final ByteBuffer bytes;

    private PictureHeader(byte[] head) {
        this.bytes = ByteBuffer.wrap(head);
    }

    /// @param head the first bytes of a file, at most [#BYTES]
    static Optional<PictureSize> read(byte[] head) {
        try {
            return new PictureHeader(head).read();
        } catch (IndexOutOfBoundsException e) {
            // The file ends inside its own header.
            return Optional.empty();
        }
    }

    private Optional<PictureSize> read() {
        if (bytes.limit() < 10) {
            return Optional.empty();
        }
        if (bytes.getLong(0) == 0x89504E470D0A1A0AL) {
            return size(bytes.getInt(16), bytes.getInt(20));
        }
        if (isAt(0, "GIF87a") || isAt(0, "GIF89a")) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            return size(unsigned(6), unsigned(8));
        }
        if (unsigned(0) == 0xFFD8) {
            return jpeg();
        }
        if (isAt(0, "RIFF") && isAt(8, "WEBP")) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            return webp();
        }
        return svg();
    }

    private static Optional<PictureSize> size(long width, long height) {
        return width < 1 || height < 1 || width > PictureSize.MAX || height > PictureSize.MAX ? Optional.empty()
            : Optional.of(new PictureSize((int) width, (int) height));
    }

    private boolean isAt(int offset, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (bytes.get(offset + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int unsigned(int offset) {
        return bytes.getShort(offset) & 0xFFFF;
    }

    private Optional<PictureSize> jpeg() {
        boolean turned = false;
        for (int at = 2; (bytes.get(at) & 0xFF) == 0xFF; ) {
            int marker = bytes.get(at + 1) & 0xFF;
            if (marker == 0xFF || marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            int length = unsigned(at + 2);
            if (length < 2 || marker == 0xD9 || marker == 0xDA) {
                return Optional.empty();
            }
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                int height = unsigned(at + 5);
                int width = unsigned(at + 7);
                return turned ? size(height, width) : size(width, height);
            }
            if (marker == 0xE1 && length > 16 && isAt(at + 4, "Exif\0\0")) {
                turned = Exif.of(bytes.slice(at + 10, length - 8)).orientation() >= ON_ITS_SIDE;
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private Optional<PictureSize> webp() {
        if (isAt(12, "VP8X")) {
            return size((bytes.getInt(24) & 0xFFFFFF) + 1L, (bytes.getInt(26) >>> 8) + 1L);
        }
        if (isAt(12, "VP8L") && bytes.get(20) == 0x2F) {
            int bits = bytes.getInt(21);
            return size((bits & 0x3FFF) + 1L, (bits >>> 14 & 0x3FFF) + 1L);
        }
        boolean frame = isAt(12, "VP8 ") && (bytes.get(23) & 0xFF) == 0x9D && bytes.get(24) == 0x01 && bytes.get(25) == 0x2A;
        return frame ? size(unsigned(26) & 0x3FFF, unsigned(28) & 0x3FFF) : Optional.empty();
    }

    private Optional<PictureSize> svg() {
        Matcher root = SVG.matcher(StandardCharsets.UTF_8.decode(bytes.duplicate().limit(Math.min(bytes.limit(), 1 << 16))));
        if (!root.find()) {
            return Optional.empty();
        }
        double width = 0;
        double height = 0;
        double[] box = {};
        Matcher attribute = ATTRIBUTE.matcher(root.group(1));
        while (attribute.find()) {
            switch (attribute.group(1)) {
                case "width" -> width = pixels(attribute.group(2));
                case "height" -> height = pixels(attribute.group(2));
                default -> box = box(attribute.group(2));
            }
        }
        if (box.length == 2 && (width == 0 || height == 0)) {
            double ratio = box[1] / box[0];
            width = width > 0 ? width : height > 0 ? height / ratio : Math.max(SVG_WIDTH, box[0]);
            height = width * ratio;
        }
        return size(Math.round(width), Math.round(height));
    }

    /// A length in pixels; 0 for one in another unit.
    private static double pixels(String written) {
        Matcher m = PIXELS.matcher(written);
        return m.matches() ? Double.parseDouble(m.group(1)) : 0;
    }

    /// Width and height of a `viewBox`; empty when it has none.
    private static double[] box(String written) {
        String[] numbers = written.strip().split("[\\s,]+");
        double width = numbers.length == 4 ? pixels(numbers[2]) : 0;
        double height = numbers.length == 4 ? pixels(numbers[3]) : 0;
        return width > 0 && height > 0 ? new double[] {width, height} : new double[0];
    }
}
