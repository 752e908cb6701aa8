package org.pressroom.cache;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bodies of documents by number, on disk, for the length of one build. Safe for several threads.
///
/// The file bears the process's number, so that what a killed build left behind is found and removed by the next.
public final class BodyStore implements AutoCloseable {

    private static final String PREFIX = "bodies-";
    private static final int CACHE_MB = 32;

    private final MVStore store;
    private final MVMap<Long, byte[]> bodies;
    private final @Nullable Path file;

    private BodyStore(MVStore store, @Nullable Path file) {
        this.store = store;
        this.file = file;
        this.bodies = store.openMap("bodies", new MVMap.Builder<Long, byte[]>()
            .keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    /// Opens an empty store.
    ///
    /// @param folder where its file is made; null keeps everything in memory
    /// @throws IOException when no file can be made there
    public static BodyStore open(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return new BodyStore(new MVStore.Builder().open(), null);
        }
        removeLeftovers(folder);
        Path file = Files.createTempFile(folder, PREFIX + ProcessHandle.current().pid() + "-", ".mv");
        Files.delete(file);
        try {
            MVStore store = new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MB).autoCommitBufferSize(8 * 1024).open();
            store.setVersionsToKeep(0);
            store.setRetentionTime(0);
            return new BodyStore(store, file);
        } catch (MVStoreException e) {
            throw new IOException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    private static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, PREFIX + "*.mv")) {
            for (Path leftover : leftovers) {
                String[] name = String.valueOf(leftover.getFileName()).split("-", 3);
                if (name.length == 3 && name[1].matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(name[1])).isEmpty()) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }

    public void put(long number, byte[] body) {
        bodies.put(number, body);
    }

    /// @throws IllegalArgumentException when nothing was put under the number
    public byte[] get(long number) {
        byte[] body = bodies.get(number);
        if (body == null) {
            throw new IllegalArgumentException("no body " + number);
        }
        return body;
    }

    @Override
    public void close() {
        store.closeImmediately();
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The next build removes it.
                file.toFile().deleteOnExit();
            }
        }
    }
}
