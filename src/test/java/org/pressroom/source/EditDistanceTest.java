package org.pressroom.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({"refund, refund, 0", "refund, refnud, 1", "refund, refun, 1", "refund, xrefund, 1", "refund, rafund, 1",
        "ca, abc, 3", "kitten, sitting, 3", "東京都, 東都京, 1", "'', ab, 2"})
    void countsSwapsOnce(String a, String b, int distance) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        assertEquals(distance, EditDistance.between(left, right, 9));
        assertEquals(distance, EditDistance.between(right, left, 9));
        assertTrue(distance == 0 || EditDistance.between(left, right, distance - 1) > distance - 1);
    }
}
