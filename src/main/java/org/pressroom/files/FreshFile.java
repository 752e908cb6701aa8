package org.pressroom.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A new file that stands beside another until it takes its place. It is hidden, so that nobody takes it for a document, and bears
/// the number of its process, so that what a killed one left behind is known.
final class FreshFile {

    private static final String PREFIX = ".pressroom-";
    private static final Pattern NAME = Pattern.compile("\\.pressroom-(\\d{1,18})-[0-9a-f-]{36}\\.tmp");

    private FreshFile() { }

    static Path beside(Path file) {
        return file.resolveSibling(PREFIX + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".tmp");
    }

    /// Removes from a folder what processes left behind that are no more.
    static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*.tmp")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    FileOperations.deleteIfThere(file);
                }
            }
        }
    }
}
