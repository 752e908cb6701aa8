package org.pressroom.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why reading or writing failed, in words: many exceptions of the JDK have nothing but the file's name as their message.
public final class IoReason {

    private IoReason() { }

    /// The second half of a sentence such as "cannot read the file x: permission denied".
    public static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "it is there already";
            case NotDirectoryException _ -> "it is not a folder";
            case DirectoryNotEmptyException _ -> "the folder is not empty";
            case FileSystemLoopException _ -> "symbolic links lead in a circle";
            case FileSystemException system when system.getReason() != null -> lower(system.getReason());
            default -> plain(e);
        };
    }

    /// An exception that was made of another without a message has the other's class and message for its own.
    private static String plain(IOException e) {
        Throwable said = e;
        while (said.getCause() != null && String.valueOf(said.getMessage()).equals(said.getCause().toString())) {
            said = said.getCause();
        }
        @Nullable String message = said.getMessage();
        return message == null || message.isBlank() ? said.getClass().getSimpleName() : message;
    }

    /// A whole sentence, with the file that it is about.
    public static String sentence(IOException e) {
        return e instanceof FileSystemException system && system.getFile() != null ? system.getFile() + ": " + of(e) : of(e);
    }

    private static String lower(String reason) {
        return Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
