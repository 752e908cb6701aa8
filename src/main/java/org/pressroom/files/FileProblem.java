package org.pressroom.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/// Why a file can't be read or written, in words: Java's own messages are often nothing but a path.
public final class FileProblem {

    private FileProblem() { }

    /// A clause that names the file, such as "the folder /srv can't be written: permission denied".
    public static String of(IOException e) {
        if (!(e instanceof FileSystemException problem) || problem.getFile() == null) {
            return plain(e);
        }
        String file = problem.getFile();
        return switch (problem) {
            case AccessDeniedException _ -> denied(Path.of(file));
            case NoSuchFileException _ -> file + " does not exist";
            case NotDirectoryException _ -> file + " is not a folder";
            case DirectoryNotEmptyException _ -> "the folder " + file + " is not empty";
            case FileAlreadyExistsException _ when problem.getReason() == null -> file + " already exists";
            default -> problem.getReason() == null ? file + " can't be used"
                : file + (problem.getReason().startsWith("is ") ? " " + problem.getReason() : ": " + reason(problem));
        };
    }

    /// The same of an exception that may have a sentence of its own.
    public static String of(UncheckedIOException e) {
        IOException cause = e.getCause();
        return cause == null || !cause.toString().equals(e.getMessage()) ? String.valueOf(e.getMessage()) : of(cause);
    }

    /// The second half of a sentence that has named the file, such as "cannot read the file x: permission denied".
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "it already exists";
            case NotDirectoryException _ -> "it is not a folder";
            case DirectoryNotEmptyException _ -> "the folder is not empty";
            case FileSystemLoopException _ -> "symbolic links lead in a circle";
            case FileSystemException system when system.getReason() != null -> lowerCase(system.getReason());
            default -> plain(e);
        };
    }

    private static String plain(IOException e) {
        return e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage();
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

    private static String lowerCase(String reason) {
        return reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
    }
}
