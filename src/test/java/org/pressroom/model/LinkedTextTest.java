package org.pressroom.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.stream.Collectors;

class LinkedTextTest {

    /// Links as `{words>address}`.
    private static String shown(String text) {
        return LinkedText.of(text).pieces().stream()
            .map(p -> p.href() == null ? p.text() : "{" + p.text() + ">" + p.href() + "}").collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        plain words                            | plain words
        **Accepted** (*soon*)                  | Accepted (soon)
        `snake_case` and __bold__              | snake_case and bold
        [one](https://a.org/1), [two](b.md)    | {one>https://a.org/1}, {two>b.md}
        ([pitch](https://a.org/x_(y)))         | ({pitch>https://a.org/x_(y)})
        [Ana][] and [Jo][jo]                   | Ana and Jo
        see https://a.org/x.                   | see {https://a.org/x>https://a.org/x}.
        <https://a.org/x>                      | {https://a.org/x>https://a.org/x}
        2 * 3 * 4                              | 2 * 3 * 4
        [open                                  | [open
        """)
    void linksAreFoundAndMarksLeftOut(String text, String shown) {
        assertEquals(shown, shown(text));
    }

    @Test
    void readingIsLinear() {
        for (String piece : new String[] {"[", "[a](", "[a](b(", "*", "https://a(", "`"}) {
            assertTimeout(Duration.ofSeconds(5), () -> LinkedText.of(piece.repeat(200_000 / piece.length())), piece);
        }
    }
}
