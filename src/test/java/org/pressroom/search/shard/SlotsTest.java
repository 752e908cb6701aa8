package org.pressroom.search.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

class SlotsTest {

    private static final int START = (int) LocalDate.parse("2014-01-01").toEpochDay();
    private static final int END = (int) LocalDate.parse("2024-12-31").toEpochDay();

    private static int[] slots(int documents, int... days) {
        Slots slots = Slots.of(documents, days);
        return IntStream.range(0, documents).map(slots::of).toArray();
    }

    @Test
    void eachDayHasItsPlaceInTheYear() {
        int newYear = (int) LocalDate.parse("2023-01-01").toEpochDay();
        assertEquals("[0, 15, 16, 19]", Arrays.toString(slots(4, newYear, newYear + 364, newYear + 364, newYear + 800)));
        assertEquals("[0, 1, 28]", Arrays.toString(slots(3, -800)));
        assertEquals("[0, 1, 2]", Arrays.toString(slots(3)));
        assertEquals("[]", Arrays.toString(slots(0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50, 700, 9000})
    void aDocumentThatComesMovesFewOthers(int documents) {
        Random random = new Random(documents);
        int[] days = random.ints(documents, START, END).sorted().toArray();
        Slots before = Slots.of(documents, days);
        long moved = 0;
        int rounds = 40;
        for (int round = 0; round < rounds; round++) {
            int day = random.nextInt(START, END);
            int at = (int) Arrays.stream(days).filter(other -> other <= day).count();
            int[] more = IntStream.concat(Arrays.stream(days), IntStream.of(day)).sorted().toArray();
            Slots after = Slots.of(documents + 1, more);
            moved += IntStream.range(0, documents).filter(d -> before.of(d) != after.of(d < at ? d : d + 1)).count();
            assertTrue(IntStream.range(1, more.length).allMatch(d -> after.of(d) > after.of(d - 1)));
        }
        assertTrue(moved <= rounds * (3 + documents / 30), moved + " of " + documents + " in " + rounds + " rounds");
        assertTrue(before.of(documents - 1) < documents * 2 + 11 * 16, "slots up to " + before.of(documents - 1));
    }

    @Test
    void theSlotsLeadBackToTheDocuments() {
        int[] days = new Random(1).ints(500, START, END).sorted().toArray();
        ShardOutput out = new ShardOutput().octet('Z');
        Slots.of(600, days).write(out);
        Slots read = Slots.read(600, new ShardInput("slots", out.toByteArray(), 'Z'));

        assertTrue(IntStream.range(0, 600).allMatch(d -> read.document(read.of(d)) == d));
        assertTrue(read.document(read.of(599) + 1) < 0);
    }
}
