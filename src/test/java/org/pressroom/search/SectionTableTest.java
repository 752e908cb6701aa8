package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

import java.util.Locale;

class SectionTableTest {

    private static BytesRef term(int i) {
        return new BytesRef(String.format(Locale.ROOT, "term%06d", i));
    }

    @Test
    void findsEveryTermInTablesOfAnySize() {
        for (int size : new int[] {1, 2, 500, 40_000}) {
            SectionTable.Builder builder = new SectionTable.Builder();
            for (int i = 0; i < size; i++) {
                builder.add(term(2 * i), i % 1_999);
            }
            SectionTable table = builder.build();
            for (int i = 0; i < size; i += Math.max(1, size / 50)) {
                assertEquals(i % 1_999, table.find(term(2 * i)));
                assertEquals(-1, table.find(term(2 * i + 1)));
            }
            assertTrue(table.chunks().stream().allMatch(chunk -> chunk.length < 32_766), "what Lucene holds in a value");
            assertEquals(size, count(table.ordinals()));
        }
    }

    private static int count(byte[] ordinals) {
        int count = 0;
        for (byte octet : ordinals) {
            count += octet >= 0 ? 1 : 0;
        }
        return count;
    }

    @Test
    void anEmptyDocumentHasNone() {
        SectionTable table = new SectionTable.Builder().build();
        assertEquals(-1, table.find(term(1)));
        assertEquals(0, table.ordinals().length);
    }
}
