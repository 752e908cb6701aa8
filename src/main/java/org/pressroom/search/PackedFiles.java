package org.pressroom.search;

import java.io.IOException;

/// Which files of the search were packed before, by what they hold, so that what the live site has is not packed again. Safe for
/// several threads.
public interface PackedFiles {

    /// Remembers nothing.
    PackedFiles NONE = new PackedFiles() {

        @Override
        public boolean keep(String address, byte[] hash) {
            return false;
        }

        @Override
        public void remember(String address, byte[] hash) { }
    };

    /// Keeps the live site's file, if it is this one.
    ///
    /// @param hash of what is packed in it: SHA-256
    /// @return whether it was kept; else it must be written
    boolean keep(String address, byte[] hash) throws IOException;

    /// Takes note of a file that was written.
    void remember(String address, byte[] hash);
}
