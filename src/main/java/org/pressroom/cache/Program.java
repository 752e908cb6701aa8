package org.pressroom.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/// The program that makes results: another one may make others of the same, though its version is called the same.
public final class Program {

    private Program() { }

    private static final class Own {
        static final Key KEY = find();
    }

    /// Of the classes and resources that run: in a jar by their checksums, in a folder by sizes and times.
    public static Key key() {
        return Own.KEY;
    }

    private static Key find() {
        try {
            Path place = Path.of(Objects.requireNonNull(Program.class.getProtectionDomain().getCodeSource()).getLocation().toURI());
            return Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class has a place", e);
        }
    }

    private static Key ofJar(Path jar) throws IOException {
        Fingerprint program = new Fingerprint("jar");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            TreeMap<String, Long> files = new TreeMap<>();
            zip.stream().forEach(entry -> files.put(entry.getName(), entry.getCrc()));
            files.forEach((name, sum) -> program.text(name).number(sum));
        }
        return program.key();
    }

    private static Key ofFolder(Path folder) throws IOException {
        TreeMap<String, BasicFileAttributes> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(folder.relativize(file).toString(), attributes);
                return FileVisitResult.CONTINUE;
            }
        });
        Fingerprint program = new Fingerprint("folder");
        files.forEach((name, attributes) -> program.text(name).number(attributes.size()).number(attributes.lastModifiedTime().toMillis()));
        return program.key();
    }
}
