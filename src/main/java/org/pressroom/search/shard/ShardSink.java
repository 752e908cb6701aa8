package org.pressroom.search.shard;

import java.io.IOException;

/// Takes what the writer has finished.
public interface ShardSink {

    /// @param name     no two are equal
    /// @param contents uncompressed, not changed afterwards; see [ShardFile#write]
    void write(String name, byte[] contents) throws IOException;
}
