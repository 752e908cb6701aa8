package org.pressroom.git;

import org.eclipse.jgit.diff.SimilarityIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The contents of files as any commit held them. Safe for several threads.
public final class Blobs {

    /// Files beyond this size are compared by their ids alone.
    private static final int COMPARED = 4 << 20;
    private static final int WHOLE = 100;

    private final Repository repository;

    Blobs(Repository repository) {
        this.repository = repository;
    }

    /// Reads a file.
    ///
    /// @param id       git's
    /// @param maxBytes of a longer file the first `maxBytes` bytes are given
    /// @return empty when the repository lacks it, as partial and broken ones do
    public Optional<byte[]> read(String id, int maxBytes) {
        try {
            ObjectLoader loader = repository.open(ObjectId.fromString(id), Constants.OBJ_BLOB);
            if (!loader.isLarge() && loader.getSize() <= maxBytes) {
                return Optional.of(loader.getBytes());
            }
            try (InputStream in = loader.openStream()) {
                return Optional.of(in.readNBytes(maxBytes));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
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
        try {
            ObjectLoader loader = repository.open(ObjectId.fromString(id), Constants.OBJ_BLOB);
            return loader.getSize() > COMPARED ? Optional.empty()
                : Optional.of(new Print(SimilarityIndex.create(loader), loader.getSize()));
        } catch (IOException | SimilarityIndex.TableFullException e) {
            return Optional.empty();
        }
    }
}
