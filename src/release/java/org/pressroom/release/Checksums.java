package org.pressroom.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Checksums, and the file `SHA256SUMS`, which `sha256sum --check` reads.
final class Checksums {

    static final String FILE = "SHA256SUMS";

    private Checksums() { }

    static String of(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    static String sha256(Path file) throws IOException {
        return of("SHA-256", Files.readAllBytes(file));
    }

    /// Of all files in a folder.
    static void write(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        StringBuilder sums = new StringBuilder();
        for (Path file : files) {
            sums.append(sha256(file)).append("  ").append(file.getFileName()).append('\n');
        }
        Files.write(folder.resolve(FILE), sums.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
