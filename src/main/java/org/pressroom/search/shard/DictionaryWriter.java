package org.pressroom.search.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes the terms of one field with their postings. Not safe for several threads.
public final class DictionaryWriter {

    private static final int SMALLEST_BLOCK = 1152;
    private static final int LARGEST_BLOCK = 1536;
    private static final int SHARD_SIZE = 22 * 1024;
    private static final int LARGEST_SHARD = 28 * 1024;
    private static final int ALONE = 16 * 1024;
    /// Longer postings have shards apart from shorter ones: theirs are other numbers, which pack better alone.
    private static final int SHORT = 1024;
    private static final int INLINE = 8;
    private static final int POSITION_SHARD = 128 * 1024;
    private static final int LARGEST_POSITION_SHARD = 192 * 1024;
    private static final byte[] NOTHING = {};

    private final ShardWriter writer;
    private final ShardOutput field;
    private final int sections;
    private final boolean withPositions;
    private final ShardOutput blocks = new ShardOutput();
    private final ShardOutput entries = new ShardOutput();
    private final ShardOutput record = new ShardOutput();
    private final List<ShardName> shards = new ArrayList<>();
    private final Filling shortPostings = new Filling();
    private final Filling longPostings = new Filling();
    /// Of all blocks, which shards hold the positions of their terms.
    private final ShardOutput places = new ShardOutput();
    /// Of this block, the same.
    private final ShardOutput groups = new ShardOutput();
    private int groupCount;
    private final ShardOutput positions = new ShardOutput();
    private int inGroup;
    private byte[] before = NOTHING;
    private byte[] firstOfBlock = NOTHING;
    private byte[] firstOfBlockBefore = NOTHING;
    private int terms;
    private int blockCount;

    DictionaryWriter(ShardWriter writer, ShardOutput field, int sections, boolean withPositions) {
        this.writer = writer;
        this.field = field;
        this.sections = sections;
        this.withPositions = withPositions;
        places.octet('G');
    }

    /// A shard that takes postings until it is full.
    private final class Filling {

        private final ShardOutput records = new ShardOutput();
        private int number = -1;

        /// Takes a record and tells in which shard of the block it is.
        int add(ShardOutput record, int hash) throws IOException {
            if (records.size() > LARGEST_SHARD || records.size() > SHARD_SIZE && (hash >>> 9 & 3) == 0) {
                finish();
            }
            if (number < 0) {
                number = shards.size();
                shards.add(new ShardName(0));
                records.octet('P');
            }
            records.octets(record);
            return number;
        }

        void finish() throws IOException {
            if (number >= 0) {
                shards.set(number, writer.write(records));
                records.clear();
                number = -1;
            }
        }
    }

    /// Writes a term.
    ///
    /// @param term UTF-8, above all before
    /// @param postings not empty
    public void term(byte[] term, PostingList postings) throws IOException {
        if (Arrays.compareUnsigned(before, term) >= 0 && before.length > 0) {
            throw new IllegalArgumentException("terms out of order");
        }
        int hash = TermHash.of(term);
        if (terms >= LARGEST_BLOCK || terms >= SMALLEST_BLOCK && (hash & 127) == 0) {
            finishBlock();
        }
        if (terms == 0) {
            firstOfBlock = boundary(before, term);
            before = NOTHING;
        }
        entries.frontCoded(before, term).number(postings.size());
        record.clear();
        postings.write(record, postings.size() <= sections, writer.slots());
        if (record.size() <= INLINE) {
            entries.number(record.size() * 2L + 1).octets(record);
        } else {
            Filling shared = record.size() > SHORT ? longPostings : shortPostings;
            entries.number(record.size() * 2L).number(record.size() > ALONE ? alone() : shared.add(record, hash));
        }
        if (withPositions) {
            positions(postings, hash);
        }
        before = term;
        terms++;
    }

    /// Adds the positions of a term to the group of terms that share a shard.
    private void positions(PostingList postings, int hash) throws IOException {
        record.clear();
        postings.writePositions(record);
        if (inGroup > 0 && (positions.size() + record.size() > LARGEST_POSITION_SHARD || positions.size() > POSITION_SHARD && (hash >>> 9 & 3) == 0)) {
            finishGroup();
        }
        positions.number(record.size()).octets(record);
        inGroup++;
    }

    private void finishGroup() throws IOException {
        if (inGroup > 0) {
            groups.number(inGroup).name(writer.write(new ShardOutput().octet('O').octets(positions)));
            groupCount++;
            positions.clear();
            inGroup = 0;
        }
    }

    /// Makes the record a shard of its own and tells which.
    private int alone() throws IOException {
        shards.add(writer.write(new ShardOutput().octet('P').octets(record)));
        return shards.size() - 1;
    }

    /// The shortest beginning of a block's first term that comes after the last term of the block before.
    private static byte[] boundary(byte[] last, byte[] first) {
        return Arrays.copyOf(first, Math.min(first.length, Arrays.mismatch(last, first) + 1));
    }

    private void finishBlock() throws IOException {
        shortPostings.finish();
        longPostings.finish();
        finishGroup();
        places.number(groupCount).octets(groups);
        groups.clear();
        groupCount = 0;
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
        if (withPositions) {
            field.name(writer.write(places));
        }
    }
}
