package org.pressroom.search.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.Random;

/// An anchor that follows from its title takes no room. The page for searching finds anchors by the expressions that stand here.
class StoredSectionTest {

    private static String anchor(String title) {
        String parts = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}_ -]", "").replace(' ', '-');
        return parts.substring(0, Math.min(80, parts.length())).replaceAll("-+", "-").replaceAll("^-|-$", "");
    }

    private static void assertFollows(String title) {
        assertEquals(title.length(), new StoredSection(anchor(title), title, "").length(), title);
        assertEquals(title.length(), new StoredSection("q-" + anchor(title), title, "").length(), title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is it?", "  -- Blanks — and – dashes --  ", "İstanbul’da ne var?", "snake_case 2.0", "½ ªº ² DŽ ǅ", "-", "", "Ärger & Öl",
        "A title that is so long that its anchor ends in the middle of it, as it has more characters than 80", "------------------------------------------------------------------------------- end",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890 x"})
    void anchorsThatFollowFromTitles(String title) {
        assertFollows(title);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anchorsOfAnyTitle(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder title = new StringBuilder();
            for (int left = random.nextInt(120); left > 0; left--) {
                title.append(switch (random.nextInt(6)) {
                    case 0 -> ' ';
                    case 1 -> '-';
                    case 2 -> (char) random.nextInt(0x2010, 0x2028);
                    case 3 -> (char) random.nextInt(' ', 0x250);
                    default -> (char) random.nextInt('0', '{');
                });
            }
            assertFollows(title.toString());
        }
    }
}
