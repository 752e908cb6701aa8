package org.pressroom.git;

import org.eclipse.jgit.diff.SimilarityIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The contents of files as any commit held them. Safe for several threads; open as long as the archive is.
public final class Blobs implements AutoCloseable {

    /// Files beyond this size are compared by their ids alone.
    private static final int COMPARED = 4 << 20;
    private static final int WHOLE = 100;

    private final Repository repository;
    /// A reader remembers what it has unpacked, and one version of a file is packed as what differs from another.
    private final Queue<ObjectReader> idle = new ConcurrentLinkedQueue<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    Blobs(Repository repository) {
        this.repository = repository;
    }

    private interface Use<T> {
        T of(ObjectLoader loader) throws IOException;
    }

    private <T> Optional<T> use(String id, Use<Optional<T>> use) {
        ObjectReader waiting = idle.poll();
        ObjectReader reader = waiting == null ? repository.newObjectReader() : waiting;
        try {
            return use.of(reader.open(ObjectId.fromString(id), Constants.OBJ_BLOB));
        } catch (IOException e) {
            missing.add(id);
            return Optional.empty();
        } finally {
            idle.add(reader);
        }
    }

    /// Reads a file.
    ///
    /// @param id       git's
    /// @param maxBytes of a longer file the first `maxBytes` bytes are given
    /// @return empty when the repository lacks it, as partial and broken ones do
    public Optional<byte[]> read(String id, int maxBytes) {
        return use(id, loader -> {
            if (!loader.isLarge() && loader.getSize() <= maxBytes) {
                return Optional.of(loader.getBytes());
            }
            try (InputStream in = loader.openStream()) {
                return Optional.of(in.readNBytes(maxBytes));
            }
        });
    }

    /// A file's content in a form that can be compared.
    public static final class Print {
        private final SimilarityIndex index;
        private final long size;

        private Print(SimilarityIndex index, long size) {
            this.index = index;
            this.size = size;
        }

        /// How much of two files is the same, as git measures it: 0 to 100.
        public int similarity(Print other) {
            long larger = Math.max(size, other.size);
            return larger == 0 || Math.min(size, other.size) * WHOLE / larger == 0 ? 0 : index.score(other.index, WHOLE);
        }
    }

    /// @return empty when the repository lacks it, or it is too large
    public Optional<Print> print(String id) {
        return use(id, loader -> {
            try {
                return loader.getSize() > COMPARED ? Optional.empty()
                    : Optional.of(new Print(SimilarityIndex.create(loader), loader.getSize()));
            } catch (SimilarityIndex.TableFullException e) {
                return Optional.empty();
            }
        });
    }

    /// Ids that were asked for and can't be read.
    public Set<String> missing() {
        return new TreeSet<>(missing);
    }

    @Override
    public void close() {
        for (ObjectReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
