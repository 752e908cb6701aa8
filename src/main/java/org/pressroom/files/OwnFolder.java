package org.pressroom.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.function.Predicate;

/// Folders that nobody but the user of this process can come into: 0700, with files of 0600.
public final class OwnFolder {

    private static final int STICKY = 01000;

    private OwnFolder() { }

    /// A folder of the user's own, made when it is missing, with those above it. What others could read of one that is there is
    /// closed to them.
    ///
    /// @throws IOException when it can't be made, is a link, or belongs to another user
    public static SafeFolder open(Path folder) throws IOException {
        SafeFolder.madeFolders(folder, Owner.folderAttributes());
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw SafeFolder.notAFolder(folder);
        }
        if (Owner.tighten(folder)) {
            tighten(folder);
        }
        SafeFolder own = SafeFolder.forOwnerOnly(folder);
        FreshFile.removeLeftovers(folder);
        return own;
    }

    /// The folder that a user chose for such folders, made when it is missing. One that is there is closed to others unless it
    /// holds anything else, since it may serve other purposes.
    ///
    /// @param ours whether a name in it is that of a folder of ours
    /// @throws IOException when it can't be made, or belongs to a user who is neither this one nor the administrator
    public static Path root(Path folder, Predicate<String> ours) throws IOException {
        if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
            throw SafeFolder.notAFolder(folder);
        }
        Path root = SafeFolder.madeFolders(folder, Owner.folderAttributes()).toRealPath();
        if (!Files.getFileStore(root).supportsFileAttributeView("unix") && Owner.folderAttributes().length == 0) {
            return root;
        }
        PosixFileAttributes attributes = Files.readAttributes(root, PosixFileAttributes.class);
        if (!Owner.owns(attributes)) {
            if (Integer.valueOf(0).equals(Files.getAttribute(root, "unix:uid"))) {
                return root;
            }
            throw new IOException(root + " belongs to the user " + attributes.owner().getName());
        }
        boolean shared = Files.getAttribute(root, "unix:mode") instanceof Integer mode && (mode & STICKY) != 0;
        if (!shared && holdsOnly(root, ours)) {
            Owner.tighten(root);
        }
        return root;
    }

    private static boolean holdsOnly(Path folder, Predicate<String> ours) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!ours.test(entry.getFileName().toString())) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Closes all that a folder holds to others, as libraries leave it open.
    public static void tighten(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Owner.tighten(dir);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Owner.tighten(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
