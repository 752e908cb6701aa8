package org.pressroom.search.shard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What [ShardWriter] wrote of documents that follow each other, in shards of their own, so that it need not be written again while
/// these documents are as they are.
public final class StoredRun {

    private static final int HASH = 32;

    private final int[] sections;
    private final int shards;
    private final byte[] directory;
    private final Map<ShardName, byte[]> hashes;

    /// @param sections  how many are stored, of each document
    /// @param shards    how many there are
    /// @param directory what the directory says of them
    /// @param hashes    of the shards' contents, by name
    StoredRun(int[] sections, int shards, byte[] directory, Map<ShardName, byte[]> hashes) {
        this.sections = sections;
        this.shards = shards;
        this.directory = directory;
        this.hashes = hashes;
    }

    /// How many sections are stored, of each document.
    public List<Integer> sections() {
        List<Integer> all = new ArrayList<>();
        for (int of : sections) {
            all.add(of);
        }
        return all;
    }

    int documents() {
        return sections.length;
    }

    int shards() {
        return shards;
    }

    byte[] directory() {
        return directory;
    }

    Map<ShardName, byte[]> hashes() {
        return hashes;
    }

    public byte[] toBytes() {
        ShardOutput out = new ShardOutput().number(sections.length);
        for (int of : sections) {
            out.number(of);
        }
        out.number(shards).number(directory.length).octets(directory, 0, directory.length).number(hashes.size());
        hashes.forEach((name, hash) -> out.name(name).octets(hash, 0, HASH));
        return out.toByteArray();
    }

    /// Reads what [#toBytes()] wrote.
    ///
    /// @throws CorruptShardException when it did not write this
    public static StoredRun of(byte[] bytes) {
        ShardInput in = new ShardInput("of a run", bytes, 0);
        int[] sections = new int[in.number()];
        for (int i = 0; i < sections.length; i++) {
            sections[i] = in.number();
        }
        int shards = in.number();
        byte[] directory = in.octets(in.number());
        Map<ShardName, byte[]> hashes = new LinkedHashMap<>();
        for (int i = in.number(); i > 0; i--) {
            hashes.put(in.name(), in.octets(HASH));
        }
        return new StoredRun(sections, shards, directory, hashes);
    }
}
