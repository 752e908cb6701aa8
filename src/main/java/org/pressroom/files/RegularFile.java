package org.pressroom.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads regular files of bounded size, and nothing else.
///
/// To open a named pipe waits for a writer that may never come, and a device may have no end. So the kind of a file is looked at
/// before it is opened. Links are followed unless [LinkOption#NOFOLLOW_LINKS] is given; what they lead to must be a regular file too.
public final class RegularFile {

    private RegularFile() { }

    /// Reads a whole file.
    ///
    /// @throws IOException when it is not a regular file, is larger than `maxBytes`, or can't be read; the reason is a sentence's
    ///     second half, as [IoReason#of] gives it
    public static byte[] read(Path file, int maxBytes, LinkOption... links) throws IOException {
        byte[] bytes = beginning(file, maxBytes, links);
        if (bytes.length > maxBytes) {
            throw new FileSystemException(file.toString(), null, "it has more than " + maxBytes + " bytes");
        }
        return bytes;
    }

    /// Reads a file up to a limit.
    ///
    /// @return of a longer file the first `maxBytes + 1` bytes
    /// @throws IOException when it is not a regular file or can't be read
    public static byte[] beginning(Path file, int maxBytes, LinkOption... links) throws IOException {
        try (InputStream in = open(file, links)) {
            return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, maxBytes + 1L));
        }
    }

    /// Opens a file.
    ///
    /// @throws IOException when it is not a regular file or can't be opened
    public static InputStream open(Path file, LinkOption... links) throws IOException {
        check(file, Files.readAttributes(file, BasicFileAttributes.class, links));
        return Files.newInputStream(file, links);
    }

    /// Whether a file is there to be read.
    public static boolean isThere(Path file, LinkOption... links) {
        return Files.isRegularFile(file, links);
    }

    /// Checks that a file can be read without waiting and has an end.
    ///
    /// @param maxBytes how large it may be
    /// @return false when there is no such file
    /// @throws IOException when it is not a regular file, or is larger
    public static boolean check(Path file, long maxBytes) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return false;
        }
        check(file, attributes);
        if (attributes.size() > maxBytes) {
            throw new FileSystemException(file.toString(), null, "it has more than " + maxBytes + " bytes");
        }
        return true;
    }

    private static void check(Path file, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(file.toString(), null, attributes.isDirectory() ? "it is a folder"
                : attributes.isSymbolicLink() ? "it is a symbolic link" : "it is a named pipe, socket or device, not a regular file");
        }
    }
}
