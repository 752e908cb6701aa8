package org.pressroom.search.shard;

import java.io.IOException;

/// Gives the reader the files of the site.
public interface ShardSource {

    /// The file's bytes.
    ///
    /// @param address relative to the site's root
    byte[] read(String address) throws IOException;
}
