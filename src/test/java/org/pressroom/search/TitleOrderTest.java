package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

class TitleOrderTest {

    @Test
    void caseAccentsAndPunctuationDoNotCountAndNumbersGoByValue() {
        List<String> titles = List.of("zebra", "Route 10", "“Apples”, delivered", "Écluse", "route 9", "eclair", "東京", "Apples");
        int[] ranks = TitleOrder.ranks(titles);

        assertEquals(List.of("Apples", "“Apples”, delivered", "eclair", "Écluse", "route 9", "Route 10", "zebra", "東京"),
            IntStream.range(0, titles.size()).boxed().sorted(Comparator.comparing(i -> ranks[i])).map(titles::get).toList());
    }

    @Test
    void equalTitlesShareARank() {
        assertArrayEquals(new int[] {1, 0, 1, 2}, TitleOrder.ranks(List.of("Lockers", "Gates", "Lockers", "lockers")));
    }

    @Test
    void anyTitleHasARank() {
        assertArrayEquals(new int[] {1, 0}, TitleOrder.ranks(List.of("!!!", "")));
    }
}
