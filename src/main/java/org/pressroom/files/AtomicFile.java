package org.pressroom.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/// Writes a file that people keep, so that whoever reads it sees all of the old content or all of the new.
public final class AtomicFile {

    private AtomicFile() { }

    /// Gives a file new content and leaves its permissions.
    ///
    /// @param expected what it holds now
    /// @throws IOException when it holds something else by now, is no plain file, or can't be written; the message is a
    ///     phrase, and the file is as it was
    public static void replace(Path file, byte[] expected, byte[] content) throws IOException {
        for (Path part = file; part != null; part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new IOException((part.equals(file) ? "it" : "its folder " + part) + " is a symbolic link");
            }
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is gone, or not a regular file");
        }
        if (!Files.isWritable(file)) {
            throw new IOException("it is write-protected");
        }
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes attributes = posix == null ? null : posix.readAttributes();
        Path temporary = temporary(file, content);
        try {
            if (attributes != null) {
                copy(attributes, temporary);
            }
            if (!Arrays.equals(Files.readAllBytes(file), expected)) {
                throw new IOException("it was changed while it was being checked; run the command again");
            }
            FileOperations.rename(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void copy(PosixFileAttributes attributes, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(attributes.owner())) {
            view.setOwner(attributes.owner());
        }
        if (!now.group().equals(attributes.group())) {
            view.setGroup(attributes.group());
        }
        view.setPermissions(attributes.permissions());
    }

    /// Removes what killed commands left in the folder of a file that was written.
    public static void removeLeftovers(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            FreshFile.removeLeftovers(folder);
        }
    }

    /// Writes a file, whether there is one or not.
    ///
    /// @throws IOException when it can't be written; what was there is as it was
    public static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "not a plain file");
        }
        Path temporary = temporary(file, content);
        try {
            if (Files.getFileStore(temporary).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(temporary, Files.exists(file)
                    ? Files.getPosixFilePermissions(file) : PosixFilePermissions.fromString("rw-r--r--"));
            }
            FileOperations.rename(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// Writes what a file shall hold.
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /// Writes a file that may be large, whether there is one or not.
    ///
    /// @throws IOException when it can't be written; what was there is as it was
    public static void write(Path file, Writing writing) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "not a plain file");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("it is not a file");
        }
        Path temporary = FreshFile.beside(folder.resolve(file.getFileName()));
        try {
            try (OutputStream out = FileOperations.create(temporary)) {
                writing.to(out);
            }
            FileOperations.rename(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// Beside the file, so that it can take its place in one step; hidden, so that nobody takes it for a document.
    private static Path temporary(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("it is not a file");
        }
        Path temporary = FreshFile.beside(folder.resolve(file.getFileName()));
        try {
            FileOperations.create(temporary, content, Owner.fileAttributes());
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return temporary;
    }
}
