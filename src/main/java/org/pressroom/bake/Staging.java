package org.pressroom.bake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder that a site is written into, each file exactly once. Safe for several threads.
final class Staging {

    private final Path folder;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();

    Staging(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /// Writes a file.
    ///
    /// @throws IOException when it is there already, or can't be written
    void write(String address, byte[] content) throws IOException {
        try (OutputStream out = open(address)) {
            out.write(content);
        }
    }

    void write(String address, String content) throws IOException {
        write(address, content.getBytes(StandardCharsets.UTF_8));
    }

    /// Opens a file that isn't there yet.
    OutputStream open(String address) throws IOException {
        Path file = file(address);
        Path parent = file.getParent();
        if (!file.normalize().equals(file) || !file.startsWith(folder) || parent == null) {
            throw new IOException("not an address inside the site: '" + address + "'");
        }
        if (!folders.contains(parent)) {
            Files.createDirectories(parent);
            folders.add(parent);
        }
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        addresses.add(address);
        return out;
    }

    private Path file(String address) throws IOException {
        try {
            return folder.resolve(address);
        } catch (InvalidPathException e) {
            throw new IOException("the JVM's locale has no file name for '" + address
                + "': set LC_ALL to one with UTF-8, such as C.UTF-8", e);
        }
    }

    /// Everything that was written, sorted.
    List<String> addresses() {
        return addresses.stream().sorted().toList();
    }
}
