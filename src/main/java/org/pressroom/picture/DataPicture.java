package org.pressroom.picture;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/// A picture that is within a drawing, as an address that begins with `data:`.
final class DataPicture {

    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp");
    private static final String DRAWING = "image/svg+xml";

    /// Drawings within drawings; programs embed icons, and icons embed nothing.
    private static final int MAX_DEPTH = 2;

    private DataPicture() { }

    /// Whether the address holds a picture of a type that can't run anything, or a drawing.
    static boolean isOne(String address) {
        String type = type(address);
        return TYPES.contains(type) || type.equals(DRAWING);
    }

    private static String type(String address) {
        int comma = address.indexOf(',');
        if (comma < 0 || comma > 100 || !address.regionMatches(true, 0, "data:", 0, 5)) {
            return "";
        }
        String type = address.substring(5, comma).toLowerCase(Locale.ROOT);
        return type.contains(";") ? type.substring(0, type.indexOf(';')).strip() : type.strip();
    }

    /// The address anew, its picture cleaned as any other.
    ///
    /// @return null when there is no picture in it
    /// @throws SvgRefusal when it is a drawing that may not be published
    static @Nullable String clean(String address, boolean keepMetadata, int depth) throws SvgRefusal {
        int comma = address.indexOf(',');
        String type = type(address);
        boolean base64 = address.substring(0, comma).toLowerCase(Locale.ROOT).contains(";base64");
        byte[] bytes = bytes(address.substring(comma + 1), base64);
        if (bytes == null) {
            return null;
        }
        if (!type.equals(DRAWING)) {
            byte[] clean = base64 ? photograph(bytes, keepMetadata) : null;
            return clean == null ? null : "data:" + type + ";base64," + Base64.getEncoder().encodeToString(clean);
        }
        if (depth >= MAX_DEPTH) {
            throw new SvgRefusal("has drawings within drawings, more than " + MAX_DEPTH + " deep");
        }
        return switch (SvgRebuild.of(bytes, keepMetadata, depth + 1)) {
            case SvgOutcome.Refused refused -> throw new SvgRefusal("has a drawing within it that " + refused.reason());
            case SvgOutcome.Rebuilt rebuilt -> "data:" + DRAWING + ";base64," + Base64.getEncoder().encodeToString(rebuilt.bytes());
        };
    }

    private static byte @Nullable [] photograph(byte[] bytes, boolean keepMetadata) {
        if (keepMetadata) {
            return bytes;
        }
        return switch (PictureMetadata.without(ByteBuffer.wrap(bytes))) {
            case PictureOutcome.Refused _ -> null;
            case PictureOutcome.Cleaned cleaned -> {
                ByteBuffer all = ByteBuffer.allocate((int) cleaned.size());
                cleaned.parts().forEach(part -> all.put(part.duplicate()));
                yield all.array();
            }
        };
    }

    private static byte @Nullable [] bytes(String written, boolean base64) {
        if (base64) {
            try {
                return Base64.getMimeDecoder().decode(written.contains("%") ? unescaped(written) : written.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IllegalArgumentException e) {
                // Not what it says; a browser shows nothing.
                return null;
            }
        }
        return unescaped(written);
    }

    /// Percent-encoding decoded, all else as UTF-8.
    private static byte[] unescaped(String written) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(written.length());
        byte[] utf8 = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            int high = utf8[i] == '%' && i + 2 < utf8.length ? Character.digit(utf8[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(utf8[i + 2], 16) : -1;
            out.write(low >= 0 ? high * 16 + low : utf8[i]);
            i += low >= 0 ? 2 : 0;
        }
        return out.toByteArray();
    }
}
