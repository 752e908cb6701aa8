package org.pressroom.bake;

import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder that a site is written into, each file exactly once. Safe for several threads.
final class Staging {

    private final SafeFolder folder;
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();

    Staging(Path folder) {
        this.folder = SafeFolder.at(folder);
    }

    Path folder() {
        return folder.path();
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
        OutputStream out = folder.create(address);
        addresses.add(address);
        return out;
    }

    /// Everything that was written, sorted.
    List<String> addresses() {
        return addresses.stream().sorted().toList();
    }
}
