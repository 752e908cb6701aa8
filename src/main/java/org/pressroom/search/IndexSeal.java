package org.pressroom.search;

import org.pressroom.files.OwnFolder;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// Names, sizes and times of an index's files, kept beside them. As long as they are as they were, the files need not be read
/// through before a search trusts them, which would take longer than the search.
final class IndexSeal {

    private static final String NAME = "seal";
    /// The library's, which changes whenever the index is written, and never holds anything.
    private static final String LOCK = "write.lock";

    private IndexSeal() { }

    /// Seals the index in a folder, and closes it to others.
    static void put(Path folder) throws IOException {
        OwnFolder.tighten(folder);
        SafeFolder.forOwnerOnly(folder).replace(NAME, state(folder).getBytes(StandardCharsets.UTF_8));
    }

    /// Whether nothing has touched the index since it was sealed.
    static boolean isIntact(Path folder) {
        try {
            return Files.readString(folder.resolve(NAME)).equals(state(folder));
        } catch (IOException e) {
            return false;
        }
    }

    private static String state(Path folder) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.equals(NAME) && !name.equals(LOCK)) {
                    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    lines.add(name + " " + now.isRegularFile() + " " + now.size() + " " + now.lastModifiedTime().to(TimeUnit.NANOSECONDS));
                }
            }
        }
        return String.join("\n", lines);
    }
}
