package org.pressroom.search;

import java.util.Arrays;

/// Remembers a number for each word of at most [#MOST_LETTERS] letters a–z. Such a word fits into a `long`, so that a
/// look-up compares no characters and reads one place of memory.
///
/// Not safe for several threads.
final class LetterMap {

    /// What a word has that was not [put][#put].
    static final int UNKNOWN = Integer.MIN_VALUE;
    static final int MOST_LETTERS = 12;

    private static final int BITS = 5;
    private static final int SMALLEST = 1 << 12;

    /// Words and their numbers in turns; a place without a word holds 0.
    private long[] places = new long[SMALLEST * 2];
    private int size;

    /// A word with one more letter at its end, beginning with 0.
    ///
    /// @param letter 1 for a to 26 for z
    static long append(long letters, int letter) {
        return letters << BITS | letter;
    }

    /// Writes the letters out, replacing what a builder holds.
    static void spell(long letters, StringBuilder word) {
        word.setLength(0);
        for (int shift = (MOST_LETTERS - 1) * BITS; shift >= 0; shift -= BITS) {
            int letter = (int) (letters >>> shift) & (1 << BITS) - 1;
            if (letter > 0) {
                word.append((char) ('a' + letter - 1));
            }
        }
    }

    int size() {
        return size;
    }

    /// The number of a word, or [#UNKNOWN].
    int get(long letters) {
        int place = place(letters);
        return places[place] == 0 ? UNKNOWN : (int) places[place + 1];
    }

    /// @param letters unknown so far
    void put(long letters, int number) {
        if (size * 4 >= places.length) {
            grow();
        }
        int place = place(letters);
        places[place] = letters;
        places[place + 1] = number;
        size++;
    }

    void clear() {
        Arrays.fill(places, 0);
        size = 0;
    }

    private int place(long letters) {
        long mixed = letters * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed ^ mixed >>> 32) * 2 & places.length - 1;
        while (places[place] != letters && places[place] != 0) {
            place = place + 2 & places.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] old = places;
        places = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int place = place(old[i]);
                places[place] = old[i];
                places[place + 1] = old[i + 1];
            }
        }
    }
}
