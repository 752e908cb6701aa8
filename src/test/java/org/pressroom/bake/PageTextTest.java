package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class PageTextTest {

    /// Whatever is written, in pieces of any length, a character cut in half between two of them, or half a character alone.
    @Property(tries = 500)
    void isWhatTheJdkMakesOfTheWholeText(@ForAll @Size(max = 12) List<String> pieces) throws IOException {
        StringBuilder all = new StringBuilder();
        try (PageText strings = new PageText(); PageText letters = new PageText()) {
            for (String piece : pieces) {
                all.append(piece);
                strings.write(piece);
                letters.write(piece.toCharArray(), 0, piece.length());
            }
            byte[] expected = all.toString().getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(expected, strings.utf8());
            assertArrayEquals(expected, letters.utf8());
            assertEquals(all.isEmpty(), strings.isEmpty());
        }
    }

    @Test
    void charactersThatAreCutInTheirMiddle() throws IOException {
        String text = "a long text in ASCII, then 🙂🙂 and é, ﬁ, and half of one: ";
        for (String whole : List.of(text + "🙂", text + "\ud83d", "\ude42" + text, "\ud83d\ud83d\ude42\ude42" + text)) {
            for (int cut = 0; cut <= whole.length(); cut++) {
                try (PageText page = new PageText()) {
                    page.write(whole.substring(0, cut));
                    page.write(whole, cut, whole.length() - cut);
                    assertArrayEquals(whole.getBytes(StandardCharsets.UTF_8), page.utf8(), whole + " cut at " + cut);
                    assertTrue(page.toString().contains("a long text"));
                }
            }
        }
    }
}
