package org.pressroom.search.shard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The script that carries a shard: `S("name","…")`.
public final class ShardFile {

    /// The folder of all of them, relative to the site's root.
    public static final String FOLDER = "search/";
    /// The name of the only file that is not named by its contents.
    public static final String ROOT = "root";

    /// The best compression takes half as much time again and saves less than one byte in two hundred.
    private static final int LEVEL = 4;

    private ShardFile() { }

    /// The address relative to the site's root.
    public static String address(String name) {
        return address(FOLDER, name);
    }

    /// The address of one in another folder.
    ///
    /// @param folder ends in `/`
    public static String address(String folder, String name) {
        return folder + name + ".js";
    }

    /// The script; equal for equal arguments.
    public static byte[] write(String name, byte[] contents) {
        byte[] packed = packed(contents, Deflater.DEFAULT_STRATEGY);
        // Numbers that repeat by chance alone are shorter without references to what was before.
        byte[] numbers = packed(contents, Deflater.HUFFMAN_ONLY);
        String text = Base64.getEncoder().encodeToString(numbers.length < packed.length ? numbers : packed);
        return ("S(\"" + name + "\",\"" + text + "\")\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] packed(byte[] contents, int strategy) {
        try (Deflater deflater = new Deflater(LEVEL, true)) {
            deflater.setStrategy(strategy);
            deflater.setInput(contents);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(contents.length / 2 + 64);
            byte[] buffer = new byte[16 * 1024];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    /// The contents that a script carries.
    ///
    /// @throws CorruptShardException when it is no such script or does not carry this name
    static byte[] read(String name, byte[] script) {
        String text = new String(script, StandardCharsets.US_ASCII);
        String head = "S(\"" + name + "\",\"";
        if (!text.startsWith(head) || !text.endsWith("\")\n")) {
            throw new CorruptShardException(name, "it is not a script of this name");
        }
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(Base64.getDecoder().decode(text.substring(head.length(), text.length() - 3)));
            ByteArrayOutputStream contents = new ByteArrayOutputStream(script.length * 2);
            byte[] buffer = new byte[16 * 1024];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw new CorruptShardException(name, "its contents are cut off");
                }
                contents.write(buffer, 0, count);
            }
            return contents.toByteArray();
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new CorruptShardException(name, "it cannot be unpacked, " + e);
        }
    }

    /// SHA-256 of a file's contents; the first 40 bits are its name.
    public static byte[] hash(byte[] contents) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(contents);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
