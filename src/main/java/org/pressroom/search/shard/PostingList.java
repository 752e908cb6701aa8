package org.pressroom.search.shard;

import java.util.Arrays;

/// The documents that hold a term, ascending, each with its frequency and its best section. Grows while it is filled;
/// not safe for several threads.
public final class PostingList {

    private int[] documents = new int[16];
    private int[] frequencies = new int[16];
    private int[] sections = new int[16];
    private int size;

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
        }
        documents[size] = document;
        frequencies[size] = frequency;
        sections[size++] = section;
    }

    public void clear() {
        size = 0;
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

    void write(ShardOutput out, boolean withSections) {
        int before = -1;
        for (int i = 0; i < size; i++) {
            long delta = documents[i] - before - 1L;
            if (frequencies[i] == 1) {
                out.number(delta * 2 + 1);
            } else {
                out.number(delta * 2).number(frequencies[i]);
            }
            before = documents[i];
        }
        for (int i = 0; withSections && i < size; i++) {
            out.number(sections[i]);
        }
    }

    static PostingList read(ShardInput in, int size, boolean withSections) {
        PostingList list = new PostingList();
        int document = -1;
        for (int i = 0; i < size; i++) {
            long head = in.longNumber();
            document += (int) (head >>> 1) + 1;
            list.add(document, (head & 1) == 1 ? 1 : in.number(), 0);
        }
        for (int i = 0; withSections && i < size; i++) {
            list.sections[i] = in.number();
        }
        return list;
    }
}
