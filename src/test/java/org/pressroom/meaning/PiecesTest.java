package org.pressroom.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class PiecesTest {

    private static final List<String> VOCABULARY = List.of("ware", "##house", "house", "##s", "a", "cafe", "2", "##4", "fi", "##nd");

    private static List<String> pieces(String text) {
        List<String> found = new ArrayList<>();
        new Pieces(VOCABULARY).of(text, piece -> found.add(VOCABULARY.get(piece)));
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "warehouses | ware ##house ##s", "house | house", "Café | cafe", "a-house. | a house", "24 | 2 ##4", "ﬁnd | fi ##nd",
        "HOUSE's | house", "ＨＯＵＳＥ | house"
    })
    void aWordIsDividedIntoTheLongestPieces(String text, String wanted) {
        // `'s` ends a word: its own word "s" is no piece of this vocabulary.
        assertEquals(List.of(wanted.split(" ")), pieces(text));
    }

    @Test
    void whatCantBeDividedIsLeftOut() {
        assertEquals(List.of("a", "house"), pieces("a zzz house warezzz 家"));
        assertEquals(List.of(), pieces("…!?"));
        assertEquals(List.of(), pieces("house".repeat(9)));
        assertEquals(List.of("a"), pieces("\uD800 a"));
    }
}
