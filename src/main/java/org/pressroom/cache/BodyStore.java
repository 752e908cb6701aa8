package org.pressroom.cache;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Bodies of documents by number, on disk, for the length of one build. Safe for several threads.
///
/// Its file lies in a temporary folder, and goes with it.
public final class BodyStore implements AutoCloseable {

    private static final String NAME = "bodies.mv";
    private static final int CACHE_MB = 32;

    private final MVStore store;
    private final MVMap<Long, byte[]> bodies;
    private final Path file;
    /// Why the store could not be written by its own thread; after that every access fails with less of a reason.
    private final AtomicReference<@Nullable Throwable> broken;

    private BodyStore(MVStore store, Path file, AtomicReference<@Nullable Throwable> broken) {
        this.store = store;
        this.file = file;
        this.broken = broken;
        this.bodies = store.openMap("bodies", new MVMap.Builder<Long, byte[]>()
            .keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    /// Opens an empty store.
    ///
    /// @param folder without one
    /// @throws IOException when no file can be made there
    public static BodyStore open(SafeFolder folder) throws IOException {
        // The library takes an empty file for a new store, and leaves its permissions.
        folder.create(NAME, new byte[0]);
        Path file = folder.path(NAME);
        AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        try {
            MVStore store = new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MB).autoCommitBufferSize(8 * 1024)
                .backgroundExceptionHandler((thread, e) -> broken.compareAndSet(null, e)).open();
            store.setVersionsToKeep(0);
            store.setRetentionTime(0);
            return new BodyStore(store, file, broken);
        } catch (MVStoreException e) {
            throw failure(file, e);
        }
    }

    /// @throws UncheckedIOException when the file can't be written
    public void put(long number, byte[] body) {
        onDisk(() -> bodies.put(number, body));
    }

    /// @throws IllegalArgumentException when nothing was put under the number
    /// @throws UncheckedIOException when the file can't be read
    public byte[] get(long number) {
        return onDisk(() -> {
            byte[] body = bodies.get(number);
            if (body == null) {
                throw new IllegalArgumentException("no body " + number);
            }
            return body;
        });
    }

    private <T> T onDisk(Supplier<T> access) {
        try {
            return access.get();
        } catch (MVStoreException e) {
            throw new UncheckedIOException(failure(file, broken.get() instanceof MVStoreException first ? first : e));
        }
    }

    /// The store's own message says which channel failed, its cause why.
    private static IOException failure(Path file, MVStoreException e) {
        @Nullable Throwable cause = e.getCause();
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        String reason = cause instanceof IOException problem ? FileProblem.of(problem) : e.getMessage();
        return new IOException("cannot keep documents in " + file + ": " + reason, e);
    }

    @Override
    public void close() {
        store.closeImmediately();
    }
}
