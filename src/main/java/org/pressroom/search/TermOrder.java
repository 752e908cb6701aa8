package org.pressroom.search;

import java.util.Arrays;

/// Sorts terms by their bytes without comparing them one by one: a term's next five bytes and its number are made one
/// `long`, these are sorted, and those of which the bytes were equal are sorted by the five that follow.
final class TermOrder {

    private static final long NUMBER = (1L << TermDictionary.BITS) - 1;
    /// Makes the order of signed numbers that of unsigned ones.
    private static final long SIGN = Long.MIN_VALUE;

    private TermOrder() { }

    /// Sorts numbers of terms in the order of the terms' UTF-8 bytes.
    ///
    /// @param terms different numbers of the dictionary's terms, none of which holds a zero byte; afterwards
    ///              [#number] tells them
    /// @param size  how many of the array's elements are sorted
    static void sort(TermDictionary dictionary, long[] terms, int size) {
        sort(dictionary, terms, 0, size, 0);
    }

    /// The term's number in an element of a sorted array.
    static int number(long sorted) {
        return (int) (sorted & NUMBER);
    }

    /// Sorts terms of which the first `depth` bytes are equal.
    private static void sort(TermDictionary dictionary, long[] terms, int from, int to, int depth) {
        for (int i = from; i < to; i++) {
            int number = number(terms[i]);
            terms[i] = dictionary.chunk(number, depth) << TermDictionary.BITS ^ SIGN | number;
        }
        Arrays.sort(terms, from, to);
        int first = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || (terms[i] ^ terms[first]) >>> TermDictionary.BITS != 0) {
                if (i - first > 1) {
                    sort(dictionary, terms, first, i, depth + TermDictionary.CHUNK);
                }
                first = i;
            }
        }
    }
}
