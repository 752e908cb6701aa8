package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.BodyStore;
import org.pressroom.publish.Folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A temporary folder for one build, removed at its end.
///
/// While it is in use a file in it is locked, so that what a killed build left behind is known by its free lock, and the
/// next build removes it.
public final class Scratch implements AutoCloseable {

    private static final String PREFIX = "pressroom-";
    private static final String LOCK = "in-use";

    private final Path folder;
    private final FileChannel lock;

    private Scratch(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Scratch open() {
        return open(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// @param parent where temporary folders are made
    static Scratch open(Path parent) {
        try {
            removeLeftovers(parent);
            Path folder = Files.createTempDirectory(parent, PREFIX);
            // Locked before it bears the name by which others know it.
            Path unnamed = folder.resolve(LOCK + ".new");
            FileChannel lock = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            Files.move(unnamed, folder.resolve(LOCK));
            return new Scratch(folder, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    private static void removeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS) && isFree(folder.resolve(LOCK))) {
                    Folders.delete(folder);
                }
            }
        }
    }

    /// Whether nobody uses the folder of a lock. Another user's folder, which can't be opened, counts as used.
    private static boolean isFree(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /// A store for bodies: in the cache, else in memory with a remark that says why.
    static BodyStore store(@Nullable Path cache, List<String> remarks) {
        try {
            return BodyStore.open(cache);
        } catch (IOException e) {
            remarks.add("the cache can't be used, so this build takes more memory: " + e.getMessage());
            return inMemory();
        }
    }

    static BodyStore inMemory() {
        try {
            return BodyStore.open(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the temporary folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
