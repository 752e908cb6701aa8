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
    private static final int ALONE_POSITIONS = 128 * 1024;
    /// Positions that take more are divided among shards by documents.
    private static final int LARGEST_POSITIONS = 256 * 1024;
    private static final byte[] NOTHING = {};

    private final ShardWriter writer;
    private final ShardOutput field;
    private final int sections;
    private final boolean withPositions;
    private final ShardOutput blocks = new ShardOutput();
    private final ShardOutput entries = new ShardOutput();
    private final ShardOutput record = new ShardOutput();
    private final List<ShardName> shards = new ArrayList<>();
    private final Filling shortPostings = new Filling('P', SHARD_SIZE, LARGEST_SHARD);
    private final Filling longPostings = new Filling('P', SHARD_SIZE, LARGEST_SHARD);
    private final Filling positionShard = new Filling('O', POSITION_SHARD, LARGEST_POSITION_SHARD);
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
    }

    /// A shard that takes records until it is full.
    private final class Filling {

        private final char kind;
        private final int enough;
        private final int most;
        private final ShardOutput records = new ShardOutput();
        private int number = -1;

        Filling(char kind, int enough, int most) {
            this.kind = kind;
            this.enough = enough;
            this.most = most;
        }

        /// Takes a record and tells in which shard of the block it is.
        int add(ShardOutput record, int hash) throws IOException {
            if (records.size() > most || records.size() > enough && (hash >>> 9 & 3) == 0) {
                finish();
            }
            if (number < 0) {
                number = shards.size();
                shards.add(new ShardName(0));
                records.octet(kind);
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
        postings.write(record, postings.size() <= sections);
        if (record.size() <= INLINE) {
            entries.number(record.size() * 2L + 1).octets(record);
        } else {
            Filling shared = record.size() > SHORT ? longPostings : shortPostings;
            entries.number(record.size() * 2L).number(record.size() > ALONE ? alone('P') : shared.add(record, hash));
        }
        if (withPositions) {
            positions(postings, hash);
        }
        before = term;
        terms++;
    }

    /// Writes the positions of a term: with the entry, in one shard, or in several.
    private void positions(PostingList postings, int hash) throws IOException {
        record.clear();
        postings.writePositions(record, 0, postings.size());
        if (record.size() <= INLINE) {
            entries.number(record.size() * 2L + 1).octets(record);
        } else if (record.size() <= LARGEST_POSITIONS) {
            entries.number(record.size() * 2L).number(record.size() > ALONE_POSITIONS ? alone('O') : positionShard.add(record, hash));
        } else {
            parts(postings);
        }
    }

    private void parts(PostingList postings) throws IOException {
        ShardOutput parts = new ShardOutput();
        int count = 0;
        for (int from = 0; from < postings.size(); ) {
            record.clear();
            int to = from;
            while (to < postings.size() && (to == from || record.size() < LARGEST_POSITIONS)) {
                postings.writePositions(record, to, to + 1);
                to++;
            }
            parts.number(to - from).number(alone('O'));
            count++;
            from = to;
        }
        entries.number(0).number(count).octets(parts);
    }

    /// Makes the record a shard of its own and tells which.
    private int alone(char kind) throws IOException {
        shards.add(writer.write(new ShardOutput().octet(kind).octets(record)));
        return shards.size() - 1;
    }

    /// The shortest beginning of a block's first term that comes after the last term of the block before.
    private static byte[] boundary(byte[] last, byte[] first) {
        return Arrays.copyOf(first, Math.min(first.length, Arrays.mismatch(last, first) + 1));
    }

    private void finishBlock() throws IOException {
        shortPostings.finish();
        longPostings.finish();
        positionShard.finish();
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
