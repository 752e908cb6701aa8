package org.pressroom.search.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes the terms of one field with their postings. Not safe for several threads.
public final class DictionaryWriter {

    private static final int SMALLEST_BLOCK = 128;
    private static final int LARGEST_BLOCK = 1024;
    private static final int SHARD_SIZE = 16 * 1024;
    private static final int LARGEST_SHARD = 24 * 1024;
    private static final int ALONE = 8 * 1024;
    private static final int INLINE = 8;
    private static final byte[] NOTHING = {};

    private final ShardWriter writer;
    private final ShardOutput field;
    private final boolean withSections;
    private final ShardOutput blocks = new ShardOutput();
    private final ShardOutput entries = new ShardOutput();
    private final ShardOutput record = new ShardOutput();
    private final ShardOutput shard = new ShardOutput();
    private final List<ShardName> shards = new ArrayList<>();
    private int openShard = -1;
    private byte[] before = NOTHING;
    private byte[] firstOfBlock = NOTHING;
    private byte[] firstOfBlockBefore = NOTHING;
    private int terms;
    private int blockCount;

    DictionaryWriter(ShardWriter writer, ShardOutput field, boolean withSections) {
        this.writer = writer;
        this.field = field;
        this.withSections = withSections;
    }

    /// Writes a term.
    ///
    /// @param term UTF-8, above all before
    /// @param postings not empty
    public void term(byte[] term, PostingList postings) throws IOException {
        int hash = TermHash.of(term);
        if (terms >= LARGEST_BLOCK || terms >= SMALLEST_BLOCK && (hash & 511) == 0) {
            finishBlock();
        }
        if (terms == 0) {
            firstOfBlock = term;
            before = NOTHING;
        } else if (Arrays.compareUnsigned(before, term) >= 0) {
            throw new IllegalArgumentException("terms out of order");
        }
        entries.frontCoded(before, term).number(postings.size());
        record.clear();
        postings.write(record, withSections);
        if (record.size() <= INLINE) {
            entries.number(record.size() * 2L + 1).octets(record);
        } else {
            entries.number(record.size() * 2L).number(place(hash));
        }
        before = term;
        terms++;
    }

    /// Puts the record into a shard and tells which.
    private int place(int hash) throws IOException {
        if (record.size() > ALONE) {
            shards.add(writer.write(new ShardOutput().octet('P').octets(record)));
            return shards.size() - 1;
        }
        if (shard.size() > LARGEST_SHARD || shard.size() > SHARD_SIZE && (hash >>> 9 & 3) == 0) {
            finishShard();
        }
        if (openShard < 0) {
            openShard = shards.size();
            shards.add(new ShardName(0));
            shard.octet('P');
        }
        shard.octets(record);
        return openShard;
    }

    private void finishShard() throws IOException {
        if (openShard >= 0) {
            shards.set(openShard, writer.write(shard));
            shard.clear();
            openShard = -1;
        }
    }

    private void finishBlock() throws IOException {
        finishShard();
        ShardOutput block = new ShardOutput().octet('D').number(shards.size());
        shards.forEach(block::name);
        block.number(terms).octets(entries);
        blocks.frontCoded(firstOfBlockBefore, firstOfBlock).name(writer.write(block));
        firstOfBlockBefore = firstOfBlock;
        blockCount++;
        shards.clear();
        entries.clear();
        terms = 0;
    }

    /// Ends the field.
    public void finish() throws IOException {
        if (terms > 0) {
            finishBlock();
        }
        field.number(blockCount).octets(blocks);
    }
}
