package org.pressroom.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// Removes an entry of a folder with all that is in it. Links are removed, never followed.
///
/// Where the platform has it, each folder is held open and its entries are removed relative to it, so that nobody can put a
/// link in the place of a folder between the look and the removal.
public final class Removal {

    private Removal() { }

    /// Removes an entry, if there is one.
    public static void remove(Path parent, Path name) throws IOException {
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(parent)) {
            if (folder instanceof SecureDirectoryStream<Path> held) {
                remove(held, name);
                return;
            }
        } catch (NoSuchFileException e) {
            return;
        }
        removeBySight(parent.resolve(name));
    }

    /// Removes an entry of a folder that is held open, if there is one.
    static void remove(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        try {
            if (parent.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).readAttributes().isDirectory()) {
                try (SecureDirectoryStream<Path> folder = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    empty(folder);
                }
                FileOperations.step();
                parent.deleteDirectory(name);
            } else {
                FileOperations.step();
                parent.deleteFile(name);
            }
        } catch (NoSuchFileException e) {
            // It is gone, as it shall be.
        }
    }

    /// Removes what a folder holds that is held open.
    static void empty(SecureDirectoryStream<Path> folder) throws IOException {
        List<Path> names = new ArrayList<>();
        folder.forEach(entry -> names.add(entry.getFileName()));
        for (Path name : names) {
            remove(folder, name);
        }
    }

    private static void removeBySight(Path entry) throws IOException {
        if (!Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(entry, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                FileOperations.deleteIfThere(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                FileOperations.deleteIfThere(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
