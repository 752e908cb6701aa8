package org.pressroom.release;

import org.pressroom.publish.TarWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Files of a distribution by their names in it, in order: `lib/jsoup-1.24.1.jar`.
record Content(SortedMap<String, Item> items) {

    static final int PLAIN = 0644;
    static final int PROGRAM = 0755;

    /// What a name stands for.
    sealed interface Item { }

    record OnDisk(Path path, int mode) implements Item { }

    record Made(byte[] bytes, int mode) implements Item { }

    /// A symbolic link.
    record Link(String to) implements Item { }

    /// A folder of which more is said than that something is in it.
    record Folder(int mode) implements Item { }

    Content() {
        this(new TreeMap<>());
    }

    Content file(String name, Path path, int mode) {
        items.put(name, new OnDisk(path, mode));
        return this;
    }

    Content made(String name, byte[] bytes) {
        items.put(name, new Made(bytes, PLAIN));
        return this;
    }

    Content link(String name, String to) {
        items.put(name, new Link(to));
        return this;
    }

    /// All that another has, under a folder here: `usr/lib/pressroom/`.
    Content all(String folder, Content other) {
        other.items.forEach((name, item) -> items.put(folder + name, item));
        return this;
    }

    /// All that is in a folder on disk, links as links.
    Content tree(String name, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted().toList()) {
                String its = name + folder.relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path)) {
                    link(its, Files.readSymbolicLink(path).toString());
                } else if (Files.isRegularFile(path)) {
                    file(its, path, Files.isExecutable(path) ? PROGRAM : PLAIN);
                }
            }
        }
        return this;
    }

    long size() {
        return items.values().stream().mapToLong(item -> switch (item) {
            case OnDisk file -> length(file.path);
            case Made made -> made.bytes.length;
            case Link _, Folder _ -> 0;
        }).sum();
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes all of it, each folder before what is in it.
    ///
    /// @param top before each name: `./`
    void write(TarWriter tar, String top) throws IOException {
        TreeSet<String> folders = new TreeSet<>();
        for (Map.Entry<String, Item> entry : items.entrySet()) {
            String name = top + entry.getKey();
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                if (folders.add(name.substring(0, slash + 1))) {
                    tar.folder(name.substring(0, slash + 1), PROGRAM);
                }
            }
            switch (entry.getValue()) {
                case OnDisk file -> tar.file(name, file.path, file.mode);
                case Made made -> tar.file(name, made.bytes, made.mode);
                case Link link -> tar.link(name, link.to);
                case Folder folder -> tar.folder(name + "/", folder.mode);
            }
        }
    }
}
