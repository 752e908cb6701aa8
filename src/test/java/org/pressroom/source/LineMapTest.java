package org.pressroom.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineMapTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "one\r\ntwo\n\nthree", "😀 one\nzwei 😀😀 z\uD83D x\uDE00 😀\n😀"})
    void columnsCountCodePoints(String text) {
        LineMap lines = LineMap.of(text);
        int line = 1;
        int start = 0;
        for (int offset = 0; offset <= text.length(); offset++) {
            assertEquals(line, lines.lineAt(offset));
            assertEquals(text.codePointCount(start, offset) + 1, lines.columnAt(offset));
            if (offset < text.length() && text.charAt(offset) == '\n') {
                line++;
                start = offset + 1;
            }
        }
    }

    @Test
    void columnsOfALongLineAreCountedThroughAllBlocks() {
        String text = "first\n" + "ab😀".repeat(3_000) + "\nlast";
        LineMap lines = LineMap.of(text);
        for (int offset = 6; offset < text.length() - 5; offset += 4) {
            assertEquals(text.codePointCount(6, offset) + 1, lines.columnAt(offset));
            assertEquals(offset, lines.offsetAt(2, lines.columnAt(offset)));
        }
        assertEquals(lines.endOf(2), lines.offsetAt(2, 1_000_000));
        assertEquals(lines.startOf(3), lines.offsetAt(3, 1));
    }
}
