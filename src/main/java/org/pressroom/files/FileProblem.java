package org.pressroom.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// Why a file can't be read or written, in words: Java's own messages are often nothing but a path.
public final class FileProblem {

    private FileProblem() { }

    /// A clause such as "the folder /srv can't be written: permission denied".
    public static String of(IOException e) {
        if (!(e instanceof FileSystemException problem) || problem.getFile() == null) {
            return IoReason.of(e);
        }
        String file = problem.getFile();
        return switch (problem) {
            case AccessDeniedException _ -> denied(Path.of(file));
            case NoSuchFileException _ -> file + " does not exist";
            case NotDirectoryException _ -> file + " is not a folder";
            case DirectoryNotEmptyException _ -> "the folder " + file + " is not empty";
            case FileAlreadyExistsException _ when problem.getReason() == null -> file + " exists already";
            default -> problem.getReason() == null ? file + " can't be used"
                : file + (problem.getReason().startsWith("is ") ? " " + problem.getReason() : ": " + IoReason.of(problem));
        };
    }

    public static String of(UncheckedIOException e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : of(e.getCause());
    }

    /// Names the nearest folder that exists: it is that one which refuses.
    private static String denied(Path path) {
        boolean isFile = Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path);
        if (isFile && !Files.isWritable(path)) {
            return "the file " + path + " can't be used: permission denied";
        }
        Path at = path.toAbsolutePath();
        while (!Files.isDirectory(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return "the folder " + at + " can't be written: permission denied";
    }
}
