package org.pressroom.search.shard;

import java.util.Arrays;

/// The documents that hold a term, ascending, each with its frequency, its best section and, if they were asked for, the
/// positions of the term. Grows while it is filled; not safe for several threads.
public final class PostingList {

    /// A position is a region's number and, in so many low bits, a place in it.
    public static final int REGION_BITS = 26;
    private static final int REGION_MASK = (1 << REGION_BITS) - 1;

    private int[] documents = new int[16];
    private int[] frequencies = new int[16];
    private int[] sections = new int[16];
    private int size;
    /// The positions of all documents, and where each document's end.
    private int[] positions = new int[16];
    private int[] ends = new int[16];
    private int positionCount;

    /// @param document above all before
    /// @param frequency at least 1
    /// @param section  ordinal of the section in which the term weighs most; 0 in a field without sections
    public void add(int document, int frequency, int section) {
        if (document < 0 || size > 0 && document <= documents[size - 1] || frequency < 1 || section < 0) {
            throw new IllegalArgumentException(
                "posting " + document + ", " + frequency + ", " + section + " out of order");
        }
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, size * 2);
            frequencies = Arrays.copyOf(frequencies, size * 2);
            sections = Arrays.copyOf(sections, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size] = positionCount;
        documents[size] = document;
        frequencies[size] = frequency;
        sections[size++] = section;
    }

    /// Adds a position in the document that was added last.
    ///
    /// @param position above all before of that document
    public void position(int position) {
        if (positionCount == positions.length) {
            positions = Arrays.copyOf(positions, positionCount * 2);
        }
        positions[positionCount++] = position;
        ends[size - 1] = positionCount;
    }

    public void clear() {
        size = 0;
        positionCount = 0;
    }

    /// The positions of the term in a document, ascending.
    ///
    /// @param index of the document in this list
    public int[] positions(int index) {
        return Arrays.copyOfRange(positions, index == 0 ? 0 : ends[index - 1], ends[index]);
    }

    /// Where a document stands in this list; negative when it is not there.
    public int find(int document) {
        return Arrays.binarySearch(documents, 0, size, document);
    }

    /// How many documents hold the term.
    public int size() {
        return size;
    }

    public int document(int index) {
        return documents[index];
    }

    public int frequency(int index) {
        return frequencies[index];
    }

    public int section(int index) {
        return sections[index];
    }

    /// @param slots of all documents
    void write(ShardOutput out, boolean withSections, Slots slots) {
        int before = -1;
        for (int i = 0; i < size; i++) {
            int slot = slots.of(documents[i]);
            out.number((slot - before - 1L) * 2 + (frequencies[i] == 1 ? 1 : 0));
            before = slot;
        }
        // Like stands beside like, which packs better.
        for (int i = 0; i < size; i++) {
            if (frequencies[i] > 1) {
                out.number(frequencies[i] - 2L);
            }
        }
        for (int i = 0; withSections && i < size; i++) {
            out.number(sections[i]);
        }
    }

    void writePositions(ShardOutput out) {
        for (int i = 0; i < size; i++) {
            if (ends[i] == (i == 0 ? 0 : ends[i - 1])) {
                throw new IllegalStateException("document " + documents[i] + " has no position");
            }
            int before = -1;
            for (int at = i == 0 ? 0 : ends[i - 1]; at < ends[i]; at++) {
                int more = at + 1 < ends[i] ? 1 : 0;
                int position = positions[at];
                boolean further = position >>> REGION_BITS > Math.max(before, 0) >>> REGION_BITS;
                long delta = further ? position & REGION_MASK : position - before - 1;
                out.number(delta << 2 | (further ? 2 : 0) | more);
                if (further) {
                    out.number(position >>> REGION_BITS);
                }
                before = position;
            }
        }
    }

    void readPositions(ShardInput in) {
        for (int i = 0; i < size; i++) {
            int before = -1;
            boolean more = true;
            while (more) {
                long head = in.longNumber();
                more = (head & 1) == 1;
                int delta = (int) (head >>> 2);
                before = (head & 2) == 0 ? before + 1 + delta : (in.number() << REGION_BITS) + delta;
                if (positionCount == positions.length) {
                    positions = Arrays.copyOf(positions, positionCount * 2);
                }
                positions[positionCount++] = before;
            }
            ends[i] = positionCount;
        }
    }

    /// @throws CorruptShardException when no document has one of the slots
    static PostingList read(ShardInput in, int size, boolean withSections, Slots slots) {
        PostingList list = new PostingList();
        int slot = -1;
        for (int i = 0; i < size; i++) {
            long head = in.longNumber();
            slot += (int) (head >>> 1) + 1;
            int document = slots.document(slot);
            if (document < 0) {
                throw new CorruptShardException(ShardFile.ROOT, "no document has the slot " + slot);
            }
            list.add(document, (head & 1) == 1 ? 1 : 2, 0);
        }
        for (int i = 0; i < size; i++) {
            if (list.frequencies[i] > 1) {
                list.frequencies[i] += in.number();
            }
        }
        for (int i = 0; withSections && i < size; i++) {
            list.sections[i] = in.number();
        }
        return list;
    }
}
