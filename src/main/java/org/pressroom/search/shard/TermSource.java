package org.pressroom.search.shard;

import java.io.IOException;
import java.util.List;

/// The terms of an index.
public interface TermSource {

    /// @param documents how many hold it
    record Counted(String term, int documents) { }

    /// How many documents hold a term; 0 for one that the index does not know.
    int documents(String term) throws IOException;

    /// All terms that begin with a prefix, ascending by UTF-8 bytes.
    List<Counted> startingWith(String prefix) throws IOException;
}
