package org.pressroom.release;

import org.pressroom.publish.TarWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs content into one file; the same content and time give the same bytes.
final class Packing {

    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int REGULAR = 0100000;
    private static final byte UNIX = 3;

    private Packing() { }

    /// The best that gzip can do.
    static OutputStream gzip(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, 1 << 16) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        };
    }

    static void tarGz(Content content, String top, Instant time, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to); OutputStream out = gzip(file)) {
            tar(content, top, time, out);
        }
    }

    static byte[] tarGz(Content content, String top, Instant time) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = gzip(bytes)) {
            tar(content, top, time, out);
        }
        return bytes.toByteArray();
    }

    static void tar(Content content, String top, Instant time, OutputStream out) throws IOException {
        try (TarWriter tar = new TarWriter(out, time.getEpochSecond())) {
            content.write(tar, top);
        }
    }

    /// A zip whose programs can be run where it is unpacked. The JDK's writer has no place for that, so it is entered afterwards.
    static void zip(Content content, String top, Instant time, Path to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, Content.Item> item : content.items().entrySet()) {
                ZipEntry entry = new ZipEntry(top + item.getKey());
                entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
                out.putNextEntry(entry);
                switch (item.getValue()) {
                    case Content.OnDisk file -> Files.copy(file.path(), out);
                    case Content.Made made -> out.write(made.bytes());
                    case Content.Link _, Content.Folder _ -> throw new IllegalArgumentException(item.getKey() + " is not a file, and not every zip can hold it");
                }
                out.closeEntry();
            }
        }
        Files.write(to, withModes(bytes.toByteArray(), content));
    }

    private static byte[] withModes(byte[] zip, Content content) {
        ByteBuffer file = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = file.getInt(zip.length - END_LENGTH + 16);
        for (Content.Item item : content.items().values()) {
            if (file.getInt(at) != CENTRAL) {
                throw new IllegalStateException("not a directory of a zip at byte " + at);
            }
            int mode = item instanceof Content.OnDisk disk ? disk.mode() : Content.PLAIN;
            file.put(at + 5, UNIX).putInt(at + 38, (REGULAR | mode) << 16);
            at += CENTRAL_LENGTH + file.getShort(at + 28) + file.getShort(at + 30) + file.getShort(at + 32);
        }
        return zip;
    }
}
