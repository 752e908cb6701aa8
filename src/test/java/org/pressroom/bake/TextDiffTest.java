package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.bake.DiffLine.Change;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// What two texts have in common, and what sets them apart.
class TextDiffTest {

    private static List<Stretch> text(String... paragraphs) {
        return List.of(paragraphs).stream().map(paragraph -> new Stretch(Stretch.Kind.PARAGRAPH, paragraph)).toList();
    }

    private static String shown(List<DiffLine> lines) {
        return lines.stream().map(line -> line.runs().stream().map(run -> switch (run.change()) {
            case SAME -> run.text();
            case REMOVED -> "[-" + run.text() + "-]";
            case ADDED -> "{+" + run.text() + "+}";
        }).collect(Collectors.joining())).collect(Collectors.joining(" / "));
    }

    private static String side(List<DiffLine> lines, Change other) {
        return lines.stream().map(line -> line.runs().stream().filter(run -> run.change() != other).map(DiffLine.Run::text).collect(Collectors.joining()))
            .filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String joined(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::text).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        It takes a day.             | It takes two days.            | It takes [-a day-]{+two days+}.
        It takes a day.             | It takes a long day.          | It takes a {+long +}day.
        a b c                       | a c                           | a [-b -]c
        one two three four five six | one two nine ten five six     | one two [-three four-]{+nine ten+} five six
        鍵が郵便で届きます。          | 鍵が書留郵便で届きます。         | 鍵が{+書留+}郵便で届きます。
        don't stop                  | don’t stop                    | [-don't-]{+don’t+} stop
        naïve café                  | naïve cafés                   | naïve [-café-]{+cafés+}
        same                        | same                          | same
        """)
    void wordsAreCompared(String before, String after, String expected) {
        assertEquals(expected, shown(TextDiff.of(text(before), text(after))));
    }

    @Test
    void aParagraphIsComparedWithTheOneThatItWas() {
        List<DiffLine> lines = TextDiff.of(
            text("First of all.", "The key comes by post on the day before the move.", "Something else entirely.", "End."),
            text("First of all.", "A wholly new paragraph here.", "The key comes by registered post on the day before the move.", "End."));
        assertEquals("First of all. / {+A wholly new paragraph here.+} / The key comes by {+registered +}post on the day before the move. / "
            + "[-Something else entirely.-] / End.", shown(lines));
    }

    @Test
    void nothingIsLostOnEitherSide() {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            List<Stretch> before = random(random);
            List<Stretch> after = new ArrayList<>(random.nextInt(5) == 0 ? random(random) : before);
            for (int edits = random.nextInt(4); edits > 0 && !after.isEmpty(); edits--) {
                int at = random.nextInt(after.size());
                if (random.nextBoolean()) {
                    after.remove(at);
                } else {
                    after.set(at, new Stretch(Stretch.Kind.PARAGRAPH, (after.get(at).text() + ", " + words(random)).strip()));
                }
            }
            List<DiffLine> lines = TextDiff.of(before, after);
            assertEquals(joined(before), side(lines, Change.ADDED), shown(lines));
            assertEquals(joined(after), side(lines, Change.REMOVED), shown(lines));
        }
    }

    private static List<Stretch> random(Random random) {
        List<Stretch> text = new ArrayList<>();
        for (int n = random.nextInt(8); n >= 0; n--) {
            text.add(new Stretch(Stretch.Kind.PARAGRAPH, words(random)));
        }
        return text;
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int n = random.nextInt(12); n >= 0; n--) {
            words.append((char) ('a' + random.nextInt(4))).append(random.nextInt(6) == 0 ? ", " : " ");
        }
        return words.toString().strip();
    }

    /// What has nothing in common is not searched for long: the number of steps is bounded, and the answer is plain.
    @Test
    void textsWithoutAnythingInCommonAreToldWhole() {
        List<Stretch> before = new ArrayList<>();
        List<Stretch> after = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            before.add(new Stretch(Stretch.Kind.PARAGRAPH, "old" + i));
            after.add(new Stretch(Stretch.Kind.PARAGRAPH, "new" + i));
        }
        List<DiffLine> lines = TextDiff.of(before, after);
        assertEquals(40_000, lines.size());
        assertTrue(lines.stream().noneMatch(DiffLine::same));
        String old = before.stream().map(Stretch::text).collect(Collectors.joining(" "));
        String fresh = after.stream().map(Stretch::text).collect(Collectors.joining(" "));
        lines = TextDiff.of(text("Now. " + "shared ".repeat(20_000) + old), text("Now. " + "shared ".repeat(20_000) + fresh));
        assertEquals(List.of(Change.SAME, Change.REMOVED, Change.ADDED), lines.getFirst().runs().stream().map(DiffLine.Run::change).toList());
    }

    @ParameterizedTest
    @CsvSource({"one two,2", "'a, b; c.',3", "鍵が届く,4", "don't,1", "2.5 days,3", "'',0", "…,0"})
    void wordsAreCounted(String text, int words) {
        assertEquals(words, DiffWords.count(text));
    }
}
