package org.pressroom.publish;

import org.pressroom.files.RegularFile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Writes a tar in the form of POSIX.1-2001 (`pax`). Owner and group of all that is in it are root; the same calls give the same bytes.
public final class TarWriter implements Closeable {

    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;

    private final OutputStream out;
    private final long time;

    /// @param time when all that is in it was last changed, in seconds since 1970
    public TarWriter(OutputStream out, long time) {
        this.out = out;
        this.time = time;
    }

    /// Adds a folder.
    ///
    /// @param name ends in `/`
    public void folder(String name, int mode) throws IOException {
        header(name, 0, mode, '5', "");
    }

    /// Adds a symbolic link.
    ///
    /// @param to of 100 ASCII characters at most
    public void link(String name, String to) throws IOException {
        header(name, 0, 0777, '2', to);
    }

    /// Adds a file.
    ///
    /// @throws IOException also when the file is not as long at the end as it was at the beginning
    public void file(String name, Path file, int mode) throws IOException {
        long size = Files.size(file);
        header(name, size, mode, '0', "");
        try (InputStream in = RegularFile.open(file, LinkOption.NOFOLLOW_LINKS)) {
            if (in.transferTo(out) != size) {
                throw new IOException(file + " changed while it was being packed; run the command again");
            }
        }
        out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    /// Adds a file.
    public void file(String name, byte[] bytes, int mode) throws IOException {
        header(name, bytes.length, mode, '0', "");
        padded(bytes);
    }

    /// Ends the archive; the stream stays open.
    @Override
    public void close() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private void header(String name, long size, int mode, char type, String to) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        boolean plain = bytes.length == name.length() && bytes.length <= LONGEST_NAME;
        String hash = Integer.toHexString(name.hashCode());
        if (!plain) {
            byte[] record = record(bytes);
            out.write(block("PaxHeaders/" + hash, record.length, 0644, 'x', ""));
            padded(record);
        }
        out.write(block(plain ? name : "long/" + hash, size, mode, type, to));
    }

    /// `27 path=ideas/größe.html\n`: the length counts itself.
    private static byte[] record(byte[] name) {
        int rest = name.length + " path=\n".length();
        int length = rest + String.valueOf(rest).length();
        length = rest + String.valueOf(length).length();
        byte[] record = new byte[length];
        byte[] head = (length + " path=").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, record, 0, head.length);
        System.arraycopy(name, 0, record, head.length, name.length);
        record[length - 1] = '\n';
        return record;
    }

    private void padded(byte[] bytes) throws IOException {
        out.write(Arrays.copyOf(bytes, (bytes.length + BLOCK - 1) / BLOCK * BLOCK));
    }

    private byte[] block(String name, long size, int mode, char type, String to) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, String.format(Locale.ROOT, "%07o\0%07o\0%07o\0", mode, 0, 0));
        put(header, 124, String.format(Locale.ROOT, "%011o\0%011o\0", size, time));
        put(header, 148, "        " + type + to);
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
