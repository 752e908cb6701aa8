package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Words in flat arrays are numbered as a map would and ordered as their bytes are.
class TermDictionaryTest {

    private static final String[] LETTERS = {"a", "b", "é", "東", "🙂", "\uFFFD", "z", "aaaaa", "aaaab"};

    private final TermDictionary dictionary = new TermDictionary();

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            word.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return word.toString();
    }

    private BytesRef bytes(int number) {
        BytesRef bytes = new BytesRef();
        dictionary.read(number, bytes);
        return bytes;
    }

    @Test
    void wordsAreNumberedAsByAMap() {
        Random random = new Random(3);
        Map<String, Integer> expected = new HashMap<>();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100_000; i++) {
                String word = word(random);
                int known = expected.size();
                assertEquals(expected.computeIfAbsent(word, w -> known), dictionary.number(word), word);
            }
            assertEquals(expected.size(), dictionary.size());
            expected.forEach((word, number) -> assertEquals(new BytesRef(word), bytes(number)));
            dictionary.clear();
            expected.clear();
        }
    }

    @Test
    void wordsOfOneHashAreToldApart() {
        // "Aa" and "BB" have equal hashes, and so has whatever is made of as many of them.
        List<String> words = List.of("AaAa", "AaBB", "BBAa", "BBBB");

        assertEquals(List.of(0, 1, 2, 3), words.stream().map(dictionary::number).toList());
        assertEquals(List.of(0, 1, 2, 3), words.stream().map(dictionary::number).toList());
    }

    @Test
    void longWordsAreKept() {
        String word = "ab🙂".repeat(2_500);

        assertEquals(0, dictionary.number(word));
        assertEquals(1, dictionary.number(word + "c"));
        assertEquals(0, dictionary.number(word));
        assertEquals(word + "c", bytes(1).utf8ToString());
    }

    @Test
    void theyAreSortedByTheirBytes() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            dictionary.number(word(random));
        }
        dictionary.number("x".repeat(64));
        dictionary.number("x".repeat(63));
        for (int size : new int[] {0, 1, 2, 50, dictionary.size()}) {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < dictionary.size(); i++) {
                numbers.add(i);
            }
            Collections.shuffle(numbers, random);
            long[] sorted = numbers.subList(0, size).stream().mapToLong(Integer::longValue).toArray();
            TermOrder.sort(dictionary, sorted, size);
            int[] expected = numbers.subList(0, size).stream()
                .sorted((a, b) -> bytes(a).compareTo(bytes(b))).mapToInt(Integer::intValue).toArray();
            int[] actual = new int[size];
            for (int i = 0; i < size; i++) {
                actual[i] = TermOrder.number(sorted[i]);
            }
            assertArrayEquals(expected, actual);
        }
    }
}
