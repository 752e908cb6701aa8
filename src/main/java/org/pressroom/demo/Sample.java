package org.pressroom.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The sample archive that is packed with the program.
public final class Sample {

    /// Where it lies in the jar.
    private static final String FOLDER = "sample";

    private Sample() { }

    /// Its files: `content/2016/0001-two-hour-windows.md` to bytes.
    ///
    /// @throws UncheckedIOException when the program's jar can't be read
    public static SortedMap<String, byte[]> files() {
        try {
            Path program = Path.of(Sample.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(program)) {
                return read(program.resolve(FOLDER));
            }
            try (FileSystem jar = FileSystems.newFileSystem(program)) {
                return read(jar.getPath("/" + FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the location of the program is unknown", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample archive: " + e.getMessage(), e);
        }
    }

    private static SortedMap<String, byte[]> read(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
