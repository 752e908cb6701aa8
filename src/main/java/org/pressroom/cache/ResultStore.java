package org.pressroom.cache;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/// Results by everything that they depend on, for the length of a build or from one build to the next. Safe for several threads.
///
/// A result that isn't here is made again, so nothing that goes wrong with the file ends a build: a store that fails gives nothing
/// from then on, and [#failure] says why. What no build used in a while goes. Each value bears a checksum.
public final class ResultStore implements AutoCloseable {

    /// What is kept. Keys of one are apart from those of another.
    public enum Kind {
        /// What a document's head says.
        HEAD,
        /// What is known of a document.
        READING,
        /// A document, whole.
        BODY,
        /// What was written for a page.
        PAGE,
        /// What was written for searching.
        SEARCH,
        /// Which documents are about much the same.
        NEAR,
        /// A whole build: what it was made of, and what came of it.
        BUILD,
        /// A file for searching, or some that are made together.
        SHARD
    }

    /// The file of results that outlive a build.
    static final String FILE = "results.mv";
    private static final int CACHE_MB = 32;
    private static final int BUFFER_KB = 8 * 1024;
    /// A result goes when as many builds in a row did without it.
    static final int BUILDS = 5;
    /// What the file may take at the end to give back room that is not used.
    private static final int COMPACTING_MS = 500;
    private static final String COUNT = "count";
    private static final int SUM_BYTES = Integer.BYTES;

    private final @Nullable MVStore store;
    private final @Nullable Path file;
    private final Map<Kind, MVMap<byte[], byte[]>> maps = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<Key>> used = new EnumMap<>(Kind.class);
    private volatile @Nullable IOException failure;
    /// Whether something was put in or taken out; what was only asked leaves no room to give back.
    private volatile boolean changed;

    private ResultStore(@Nullable MVStore store, @Nullable Path file) {
        this.store = store;
        this.file = file;
        for (Kind kind : Kind.values()) {
            used.put(kind, ConcurrentHashMap.newKeySet());
            if (store != null) {
                maps.put(kind, store.openMap(kind.name().toLowerCase(Locale.ROOT), new MVMap.Builder<byte[], byte[]>()
                    .keyType(ByteArrayDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE)));
            }
        }
    }

    /// A store that keeps nothing.
    public static ResultStore none() {
        return new ResultStore(null, null);
    }

    /// An empty store, which goes with its folder.
    ///
    /// @param folder without one
    /// @throws IOException when no file can be made there
    public static ResultStore temporary(SafeFolder folder) throws IOException {
        return opened(folder);
    }

    /// The store of an archive. One that can't be read is begun anew.
    ///
    /// @param cache   the archive's folder in the user's cache
    /// @param remarks takes a sentence for people when there is none
    /// @return empty when it can't be made, or another build has it
    public static Optional<ResultStore> open(Path cache, Consumer<String> remarks) {
        SafeFolder folder = SafeFolder.forOwnerOnly(cache);
        try {
            try {
                return Optional.of(opened(folder));
            } catch (IOException e) {
                if (e.getCause() instanceof MVStoreException problem && problem.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                    remarks.accept("another build of this archive is using its stored results; this one makes everything again");
                    return Optional.empty();
                }
                folder.remove(FILE);
                return Optional.of(opened(folder));
            }
        } catch (IOException e) {
            remarks.accept("nothing can be stored for the next build: " + FileProblem.of(e));
            return Optional.empty();
        }
    }

    /// Whether an archive has a store, sound or not.
    ///
    /// @param cache the archive's folder in the user's cache
    public static boolean isIn(Path cache) {
        return Files.isRegularFile(cache.resolve(FILE), LinkOption.NOFOLLOW_LINKS);
    }

    /// The store of an archive for a command that does without one as well, such as while a build has it.
    ///
    /// @param cache the archive's folder in the user's cache; null to do without
    public static ResultStore openOrNone(@Nullable Path cache) {
        return cache == null ? none() : open(cache, _ -> { }).orElseGet(ResultStore::none);
    }

    private static ResultStore opened(SafeFolder folder) throws IOException {
        if (folder.file(FILE).isEmpty()) {
            folder.remove(FILE);
            // The library takes an empty file for a new store, and leaves its permissions.
            folder.create(FILE, new byte[0]);
        }
        Path file = folder.path(FILE);
        try {
            MVStore store = new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MB).autoCommitBufferSize(BUFFER_KB).open();
            store.setVersionsToKeep(0);
            store.setRetentionTime(0);
            return new ResultStore(store, file);
        } catch (MVStoreException e) {
            throw problem(file, e);
        } catch (IllegalArgumentException e) {
            throw new IOException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /// The store's own message says which channel failed, its cause why.
    private static IOException problem(Path file, MVStoreException e) {
        String reason = e.getCause() instanceof IOException cause ? FileProblem.of(cause) : String.valueOf(e.getMessage());
        return new IOException("cannot store results in " + file + ": " + reason, e);
    }

    /// Whether it takes results.
    boolean keeps() {
        return store != null && failure == null;
    }

    /// A result, if there is one; it counts as used.
    public Optional<byte[]> get(Kind kind, Key key) {
        byte[] kept = onDisk(() -> map(kind).get(key.bytes()));
        if (kept == null || kept.length < SUM_BYTES || sum(kept) != sumIn(kept)) {
            return Optional.empty();
        }
        used(kind).add(key);
        return Optional.of(Arrays.copyOf(kept, kept.length - SUM_BYTES));
    }

    /// Whether there is a result, sound or not; it counts as used.
    public boolean holds(Kind kind, Key key) {
        if (!Boolean.TRUE.equals(onDisk(() -> map(kind).containsKey(key.bytes())))) {
            return false;
        }
        used(kind).add(key);
        return true;
    }

    /// @param made asked for the result only when it can be kept
    public void put(Kind kind, Key key, Supplier<byte[]> made) {
        if (!keeps()) {
            return;
        }
        byte[] result = made.get();
        byte[] kept = Arrays.copyOf(result, result.length + SUM_BYTES);
        int sum = sum(kept);
        for (int i = 0; i < SUM_BYTES; i++) {
            kept[result.length + i] = (byte) (sum >>> 8 * i);
        }
        used(kind).add(key);
        changed = true;
        onDisk(() -> map(kind).put(key.bytes(), kept));
    }

    private static int sum(byte[] kept) {
        CRC32C sum = new CRC32C();
        sum.update(kept, 0, kept.length - SUM_BYTES);
        return (int) sum.getValue();
    }

    private static int sumIn(byte[] kept) {
        int sum = 0;
        for (int i = 0; i < SUM_BYTES; i++) {
            sum |= (kept[kept.length - SUM_BYTES + i] & 0xff) << 8 * i;
        }
        return sum;
    }

    private MVMap<byte[], byte[]> map(Kind kind) {
        return Objects.requireNonNull(maps.get(kind));
    }

    private Set<Key> used(Kind kind) {
        return Objects.requireNonNull(used.get(kind));
    }

    private <T> @Nullable T onDisk(Supplier<@Nullable T> access) {
        if (store == null || failure != null) {
            return null;
        }
        try {
            return access.get();
        } catch (MVStoreException | IllegalStateException | IndexOutOfBoundsException e) {
            // Bytes that are not what they were can make the library fail in many ways.
            failure = e instanceof MVStoreException problem ? problem(Objects.requireNonNull(file), problem)
                : new IOException("cannot store results in " + file + ": the file is damaged", e);
            return null;
        }
    }

    /// Why nothing is kept any more; null while all is well.
    public @Nullable IOException failure() {
        return failure;
    }

    /// Ends a build that used all that it needs: what was not used in [#BUILDS] such builds goes.
    ///
    /// @param kinds that the build looked for
    public void forgetUnused(Set<Kind> kinds) {
        changed = true;
        onDisk(() -> {
            MVStore its = Objects.requireNonNull(store);
            MVMap<String, Long> numbers = its.openMap("numbers");
            long build = numbers.getOrDefault(COUNT, 0L) + 1;
            numbers.put(COUNT, build);
            MVMap<byte[], Long> unused = its.openMap("unused",
                new MVMap.Builder<byte[], Long>().keyType(ByteArrayDataType.INSTANCE).valueType(LongDataType.INSTANCE));
            for (Kind kind : kinds) {
                forgetUnused(kind, build, unused);
            }
            return null;
        });
    }

    private void forgetUnused(Kind kind, long build, MVMap<byte[], Long> unused) {
        MVMap<byte[], byte[]> map = map(kind);
        for (var keys = map.keyIterator(null); keys.hasNext();) {
            byte[] key = keys.next();
            byte[] name = Arrays.copyOf(key, key.length + 1);
            name[key.length] = (byte) kind.ordinal();
            if (key.length == Key.BYTES && used(kind).contains(Key.of(key))) {
                if (!unused.isEmpty()) {
                    unused.remove(name);
                }
            } else {
                Long since = unused.putIfAbsent(name, build);
                if (since != null && build - since >= BUILDS - 1) {
                    map.remove(key);
                    unused.remove(name);
                }
            }
        }
    }

    @Override
    public void close() {
        if (store == null) {
            return;
        }
        // A store that can't write its last changes while it is being closed waits for itself; so they are written before.
        onDisk(() -> {
            store.commit();
            if (changed) {
                store.compactFile(COMPACTING_MS);
            }
            return null;
        });
        // Even then it may write a few bytes.
        onDisk(() -> {
            store.close(0);
            return null;
        });
        if (failure != null) {
            store.closeImmediately();
        }
    }
}
