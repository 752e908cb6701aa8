package org.pressroom.cache;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Large results in less room: their length as a varint, then DEFLATE, the quick way. A document takes a fifth.
public final class Packed {

    private Packed() { }

    public static byte[] pack(byte[] bytes) {
        ByteSink out = new ByteSink();
        out.number(bytes.length);
        byte[] head = out.bytes();
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + head.length);
        packed.writeBytes(head);
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return packed.toByteArray();
    }

    /// @return no bytes when these were not packed
    public static byte[] unpack(byte[] packed) {
        ByteSource in = new ByteSource(packed);
        try (Inflater inflater = new Inflater(true)) {
            int length = in.number();
            if (length < 0 || length / 1100 > packed.length) {
                return new byte[0];
            }
            byte[] bytes = new byte[length];
            inflater.setInput(packed, in.position(), packed.length - in.position());
            for (int done = 0; done < length;) {
                int more = inflater.inflate(bytes, done, length - done);
                if (more == 0) {
                    return new byte[0];
                }
                done += more;
            }
            return bytes;
        } catch (DataFormatException | IndexOutOfBoundsException e) {
            return new byte[0];
        }
    }
}
