package org.pressroom.search;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// In which section of one document each of its terms weighs most: the terms ascending, each with the section's ordinal.
///
/// In the index it is a binary value, cut into chunks of what Lucene lets a value hold; the second chunk and those that
/// follow have fields of their own. A chunk holds for each term how many bytes it shares with the term before it, the
/// number of the other bytes, these bytes, and the ordinal, numbers as Lucene's VInt.
///
/// @param chunks of complete terms
record SectionTable(List<BytesRef> chunks) {

    private static final int CHUNK = 30_000;

    SectionTable {
        chunks = List.copyOf(chunks);
    }

    /// Takes the terms in ascending order. Not safe for several threads.
    static final class Builder {

        private final List<BytesRef> chunks = new ArrayList<>();
        private byte[] out = new byte[8 * 1024];
        private int size;
        private final BytesRefBuilder before = new BytesRefBuilder();

        void add(BytesRef term, int section) {
            int shared = Arrays.mismatch(before.bytes(), 0, before.length(), term.bytes, term.offset, term.offset + term.length);
            int rest = term.length - shared;
            out = ArrayUtil.grow(out, size + rest + 15);
            number(shared);
            number(rest);
            System.arraycopy(term.bytes, term.offset + shared, out, size, rest);
            size += rest;
            number(section);
            before.copyBytes(term);
            if (size > CHUNK) {
                finish();
            }
        }

        private void number(int number) {
            size = append(number, out, size);
        }

        private void finish() {
            chunks.add(new BytesRef(Arrays.copyOf(out, size)));
            size = 0;
            before.clear();
        }

        SectionTable build() {
            if (size > 0) {
                finish();
            }
            return new SectionTable(chunks);
        }
    }

    /// Writes a VInt and tells where it ends.
    private static int append(int number, byte[] out, int at) {
        int end = at;
        int rest = number;
        for (; rest > 127; rest >>>= 7) {
            out[end++] = (byte) (rest | 128);
        }
        out[end++] = (byte) rest;
        return end;
    }

    void addTo(Document fields) {
        for (int i = 0; i < chunks.size(); i++) {
            fields.add(new BinaryDocValuesField(field(i), chunks.get(i)));
        }
    }

    private static String field(int chunk) {
        return chunk == 0 ? IndexFields.SECTIONS : IndexFields.SECTIONS + chunk;
    }

    /// Reads the table of one of a segment's documents.
    static SectionTable of(LeafReader leaf, int document) throws IOException {
        List<BytesRef> chunks = new ArrayList<>();
        while (true) {
            BinaryDocValues values = leaf.getBinaryDocValues(field(chunks.size()));
            if (values == null || !values.advanceExact(document)) {
                return new SectionTable(chunks);
            }
            chunks.add(BytesRef.deepCopyOf(values.binaryValue()));
        }
    }

    /// The section in which a term weighs most; -1 when the document does not hold it.
    int find(BytesRef term) {
        for (BytesRef chunk : chunks) {
            ByteArrayDataInput in = new ByteArrayDataInput(chunk.bytes, chunk.offset, chunk.length);
            BytesRef here = new BytesRef(64);
            while (!in.eof()) {
                int shared = in.readVInt();
                int rest = in.readVInt();
                here.bytes = ArrayUtil.grow(here.bytes, shared + rest);
                in.readBytes(here.bytes, shared, rest);
                here.length = shared + rest;
                int section = in.readVInt();
                if (here.bytesEquals(term)) {
                    return section;
                }
            }
        }
        return -1;
    }

    /// The ordinals alone, in the order of the terms, each as a VInt.
    byte[] ordinals() {
        byte[] ordinals = new byte[64];
        int size = 0;
        for (BytesRef chunk : chunks) {
            ByteArrayDataInput in = new ByteArrayDataInput(chunk.bytes, chunk.offset, chunk.length);
            while (!in.eof()) {
                in.readVInt();
                in.skipBytes(in.readVInt());
                ordinals = ArrayUtil.grow(ordinals, size + 5);
                size = append(in.readVInt(), ordinals, size);
            }
        }
        return Arrays.copyOf(ordinals, size);
    }
}
