package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

class LetterMapTest {

    private final LetterMap map = new LetterMap();

    private static long letters(String word) {
        long letters = 0;
        for (char c : word.toCharArray()) {
            letters = LetterMap.append(letters, c - 'a' + 1);
        }
        return letters;
    }

    @Test
    void holdsWhatAMapHolds() {
        Random random = new Random(6);
        Map<Long, Integer> expected = new HashMap<>();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 200_000; i++) {
                long letters = (random.nextLong() >>> 4 + random.nextInt(60)) + 1;
                assertEquals(expected.getOrDefault(letters, LetterMap.UNKNOWN), map.get(letters));
                if (expected.putIfAbsent(letters, i - 1) == null) {
                    map.put(letters, i - 1);
                }
            }
            expected.forEach((letters, number) -> assertEquals(number, map.get(letters)));
            assertEquals(expected.size(), map.size());
            map.clear();
            expected.clear();
        }
    }

    @Test
    void wordsAreSpelt() {
        StringBuilder spelt = new StringBuilder("before");
        for (String word : new String[] {"a", "zz", "pressroom", "zzzzzzzzzzzz", "abcdefghijkl"}) {
            LetterMap.spell(letters(word), spelt);
            assertEquals(word, spelt.toString());
        }
    }
}
