package org.pressroom.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What earlier exports wrote, so that what the live site has is not made again. Safe for several threads.
public interface PackedFiles {

    /// Remembers nothing.
    PackedFiles NONE = new PackedFiles() {

        @Override
        public boolean keep(String address, byte[] hash) {
            return false;
        }

        @Override
        public void remember(String address, byte[] hash) { }

        @Override
        public Optional<Part> part(String key) {
            return Optional.empty();
        }

        @Override
        public boolean keep(Part part) {
            return false;
        }

        @Override
        public void remember(String key, byte[] value, List<String> addresses) { }
    };

    /// Files that are made together.
    interface Part {

        /// What there is to know of them.
        byte[] value();

        List<String> addresses();
    }

    /// Keeps the live site's file, if it is this one.
    ///
    /// @param hash of what is packed in it: SHA-256
    /// @return whether it was kept; else it must be written
    boolean keep(String address, byte[] hash) throws IOException;

    /// Takes note of a file that was written.
    void remember(String address, byte[] hash);

    /// @param key names everything that the files follow from
    Optional<Part> part(String key);

    /// Keeps the live site's files, if they are these.
    ///
    /// @return whether all were kept; else none was
    boolean keep(Part part) throws IOException;

    /// Takes note of files that were written together.
    void remember(String key, byte[] value, List<String> addresses);
}
