package org.pressroom.search.shard;

import java.util.ArrayList;
import java.util.List;

/// What [ProblemWriter] wrote of documents that follow each other, in files of their own, as [StoredRun] is for the search.
public final class RecordRun {

    private final List<Integer> sizes;
    private final List<ShardName> names;

    /// @param sizes how many documents are in each file
    /// @param names of the files
    RecordRun(List<Integer> sizes, List<ShardName> names) {
        this.sizes = List.copyOf(sizes);
        this.names = List.copyOf(names);
    }

    List<Integer> sizes() {
        return sizes;
    }

    List<ShardName> names() {
        return names;
    }

    public byte[] toBytes() {
        ShardOutput out = new ShardOutput().number(sizes.size());
        for (int i = 0; i < sizes.size(); i++) {
            out.number(sizes.get(i)).name(names.get(i));
        }
        return out.toByteArray();
    }

    /// Reads what [#toBytes()] wrote.
    ///
    /// @throws CorruptShardException when it did not write this
    public static RecordRun of(byte[] bytes) {
        ShardInput in = new ShardInput("of a run", bytes, 0);
        List<Integer> sizes = new ArrayList<>();
        List<ShardName> names = new ArrayList<>();
        for (int i = in.number(); i > 0; i--) {
            sizes.add(in.number());
            names.add(in.name());
        }
        return new RecordRun(sizes, names);
    }
}
