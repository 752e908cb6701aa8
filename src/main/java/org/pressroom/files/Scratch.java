package org.pressroom.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;

/// A temporary folder for one command, removed at its end: 0700, in a folder of the user's own where there is one.
///
/// While it is in use a file in it is locked, so that what a killed command left behind is known by its free lock, and the next
/// removes it. In a folder that others can write to, only a folder that is certainly the user's own is looked at; what can't be
/// removed is passed over.
public final class Scratch implements AutoCloseable {

    private static final String PREFIX = "pressroom-";
    private static final Path LOCK = Path.of("in-use");

    private final Path parent;
    private final SafeFolder folder;
    private final FileChannel lock;

    private Scratch(Path parent, SafeFolder folder, FileChannel lock) {
        this.parent = parent;
        this.folder = folder;
        this.lock = lock;
    }

    /// Makes a temporary folder.
    ///
    /// @param own the folder of the user's own in which it is made, itself made when it is missing; null when there can be none,
    ///     and then it stands where Java makes temporary folders, as when nothing can be made there
    /// @throws UncheckedIOException when it can't be made anywhere
    public static Scratch open(@Nullable Path own) {
        if (own != null) {
            try {
                return in(OwnFolder.open(own).path());
            } catch (IOException e) {
                // The place for everybody's temporary folders is as good.
            }
        }
        try {
            return in(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder: " + FileProblem.of(e), e);
        }
    }

    private static Scratch in(Path parent) throws IOException {
        removeLeftovers(parent);
        FileOperations.step();
        SafeFolder folder = SafeFolder.forOwnerOnly(Files.createTempDirectory(parent, PREFIX, Owner.folderAttributes()));
        // Locked before it bears the name by which others know it.
        String unnamed = LOCK + ".new";
        FileChannel lock = folder.lockFile(unnamed);
        lock.lock();
        FileOperations.rename(folder.path(unnamed), folder.path(LOCK.toString()));
        return new Scratch(parent, folder, lock);
    }

    private static void removeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            for (Path entry : entries) {
                Path name = entry.getFileName();
                if (!name.toString().startsWith(PREFIX)) {
                    continue;
                }
                try {
                    if (entries instanceof SecureDirectoryStream<Path> held) {
                        removeLeftover(held, name);
                    } else if (isFree(entry.resolve(LOCK))) {
                        Removal.remove(parent, name);
                    }
                } catch (IOException | OverlappingFileLockException e) {
                    // Another's, or in use.
                }
            }
        }
    }

    private static void removeLeftover(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        try (SecureDirectoryStream<Path> folder = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            if (!Owner.isAlone(folder.getFileAttributeView(PosixFileAttributeView.class).readAttributes())
                    || !folder.getFileAttributeView(LOCK, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).readAttributes().isRegularFile()) {
                return;
            }
            try (SeekableByteChannel lock = folder.newByteChannel(LOCK, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
                if (!(lock instanceof FileChannel channel) || channel.tryLock() == null) {
                    return;
                }
                Removal.empty(folder);
            }
        }
        FileOperations.step();
        parent.deleteDirectory(name);
    }

    private static boolean isFree(Path lock) throws IOException {
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return channel.tryLock() != null;
        }
    }

    public SafeFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        try (lock) {
            Removal.remove(parent, folder.path().getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the temporary folder " + folder.path() + ": " + FileProblem.of(e), e);
        }
    }
}
