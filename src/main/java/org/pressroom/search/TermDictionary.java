package org.pressroom.search;

import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

import java.util.Arrays;

/// Numbers words from 0 in the order in which they come, and keeps their UTF-8 bytes, all in a few arrays: a word
/// costs no object, and finding it reads two places of memory.
///
/// Not safe for several threads.
final class TermDictionary {

    /// A number has so many bits at most.
    static final int BITS = 24;
    /// How many bytes a [chunk][#chunk] holds.
    static final int CHUNK = 5;

    private static final int SMALLEST = 1 << 12;

    /// The bytes of all words, one after the other.
    private byte[] bytes = new byte[SMALLEST * 8];
    /// Where each word's bytes begin; one more tells where the last one's end.
    private int[] starts = new int[SMALLEST];
    /// A word's hash in the high half, its number and 1 in the low one; 0 where there is none.
    private long[] places = new long[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    /// The number of a word, a new one (then [#size()] before) when it was not seen since [#clear()].
    ///
    /// @throws IllegalStateException when there are more than [#BITS] can number
    int number(CharSequence word) {
        int length = word.length();
        int start = starts[size];
        bytes = ArrayUtil.grow(bytes, start + UnicodeUtil.maxUTF8Length(length));
        int end = UnicodeUtil.UTF16toUTF8(word, 0, length, bytes, start);
        int hash = hash(start, end);
        int place = hash & places.length - 1;
        for (; places[place] != 0; place = place + 1 & places.length - 1) {
            int number = (int) places[place] - 1;
            if ((int) (places[place] >>> 32) == hash
                    && Arrays.equals(bytes, starts[number], starts[number + 1], bytes, start, end)) {
                return number;
            }
        }
        add(place, hash, end);
        return size - 1;
    }

    private void add(int place, int hash, int end) {
        if (size == 1 << BITS) {
            throw new IllegalStateException("more than " + size + " different words");
        }
        size++;
        places[place] = (long) hash << 32 | size;
        starts = ArrayUtil.grow(starts, size + 1);
        starts[size] = end;
        if (size * 2 > places.length) {
            grow();
        }
    }

    private void grow() {
        long[] old = places;
        places = new long[old.length * 2];
        for (long filled : old) {
            if (filled != 0) {
                int place = (int) (filled >>> 32) & places.length - 1;
                while (places[place] != 0) {
                    place = place + 1 & places.length - 1;
                }
                places[place] = filled;
            }
        }
    }

    private int hash(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    /// Points to a word's bytes, which are not to be changed; valid until the next word is numbered.
    void read(int number, BytesRef to) {
        to.bytes = bytes;
        to.offset = starts[number];
        to.length = starts[number + 1] - starts[number];
    }

    /// Some bytes of a word as an unsigned number, zeros where it has no more: of two words of which neither holds a
    /// zero byte, the one with the lower chunk is the lower one if the chunks before are equal.
    ///
    /// @param from how many bytes stand before it
    long chunk(int number, int from) {
        int at = starts[number] + from;
        int end = starts[number + 1];
        long chunk = 0;
        for (int i = 0; i < CHUNK; i++, at++) {
            chunk = chunk << 8 | (at < end ? bytes[at] & 0xFF : 0);
        }
        return chunk;
    }

    void clear() {
        Arrays.fill(places, 0);
        size = 0;
    }
}
