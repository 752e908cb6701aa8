package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class CharacterTableTest {

    private static final Path RESOURCE = Path.of("src/main/resources/org/pressroom/search/characters.txt");
    private static final Path ENGINE = Path.of("assets/search-engine/analysis.js");
    private static final Path CHARACTERS = Path.of("assets/search-characters.js");
    /// What the engine knows without the whole table: code points below.
    private static final int LATIN = 0x180;

    @BeforeAll
    static void rewriteWhenAsked() throws IOException {
        if (Boolean.getBoolean("pressroom.rewrite")) {
            String classes = CharacterTableGenerator.classes();
            String folds = CharacterTableGenerator.folds();
            Files.writeString(RESOURCE, classes + "\n" + folds + "\n");
            Files.writeString(ENGINE, Files.readString(ENGINE)
                .replaceFirst("CLASSES =\\s*\"[^\"]*\"", Matcher.quoteReplacement("CLASSES =\n    \"" + latin(classes, false) + "\""))
                .replaceFirst("FOLDS =\\s*\"[^\"]*\"", Matcher.quoteReplacement("FOLDS =\n    \"" + latin(folds, true) + "\"")));
            Files.writeString(CHARACTERS, Files.readString(CHARACTERS)
                .replaceFirst("classes:\\s*\"[^\"]*\"", Matcher.quoteReplacement("classes:\n    \"" + classes + "\""))
                .replaceFirst("folds:\\s*\"[^\"]*\"", Matcher.quoteReplacement("folds:\n    \"" + folds + "\"")));
        }
    }

    /// The runs of a line that begin below [#LATIN].
    private static String latin(String line, boolean folds) {
        int[] at = {0};
        for (int cp = 0; at[0] < line.length(); ) {
            int begin = at[0];
            cp += number(line, at);
            if (cp >= LATIN) {
                return line.substring(0, begin);
            }
            int run = number(line, at);
            if (folds && (run & 3) == 0) {
                int length = number(line, at);
                at[0] += length;
            } else if (folds && (run & 3) < 3) {
                number(line, at);
            }
            cp += (run >> 2) * (folds && (run & 3) == 2 ? 2 : 1);
        }
        return line;
    }

    private static int number(String line, int[] at) {
        for (int number = 0, shift = 0; ; shift += 5) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(line.charAt(at[0]++));
            number |= (digit & 31) << shift;
            if (digit < 32) {
                return number;
            }
        }
    }

    @Test
    void thePageCarriesTheSameTable() throws IOException {
        String[] lines = Files.readString(RESOURCE, StandardCharsets.US_ASCII).split("\n");
        String characters = Files.readString(CHARACTERS);
        String engine = Files.readString(ENGINE);

        assertEquals(lines[0], literal(characters, "classes:"));
        assertEquals(lines[1], literal(characters, "folds:"));
        assertEquals(latin(lines[0], false), literal(engine, "CLASSES ="));
        assertEquals(latin(lines[1], true), literal(engine, "FOLDS ="));
    }

    /// The engine's own part of the table says of each character that it takes for known what the whole table says.
    @Test
    void whatTheEngineTakesForKnownIsSo() throws IOException {
        String engine = Files.readString(ENGINE);
        CharacterTable own = CharacterTable.parse(literal(engine, "CLASSES ="), literal(engine, "FOLDS ="));
        Matcher known = Pattern.compile("KNOWN = /(.*)/;").matcher(engine);
        assertTrue(known.find());
        Pattern pattern = Pattern.compile(known.group(1).replace("\\0-", "\\x00-"));
        int count = 0;
        for (int cp = 0; cp < 0x10000; cp++) {
            if (pattern.matcher(Character.toString(cp)).matches()) {
                StringBuilder expected = new StringBuilder();
                StringBuilder actual = new StringBuilder();
                CharacterTable.frozen().appendFolded(cp, expected);
                own.appendFolded(cp, actual);
                assertEquals(CharacterTable.frozen().classOf(cp), own.classOf(cp), "U+%04X".formatted(cp));
                assertEquals(expected.toString(), actual.toString(), "U+%04X".formatted(cp));
                count++;
            }
        }
        assertTrue(count > LATIN && count < LATIN + 200, count + " characters");
    }

    private static String literal(String script, String name) {
        Matcher literal = Pattern.compile(name + "\\s*\"([^\"]*)\"").matcher(script);
        assertTrue(literal.find(), name);
        return literal.group(1);
    }

    @Test
    void theTableSaysWhatItWasDerivedFrom() {
        CharacterTable table = CharacterTable.parse(CharacterTableGenerator.classes(), CharacterTableGenerator.folds());
        for (int cp = 0; cp < CharacterTable.LIMIT; cp++) {
            StringBuilder folded = new StringBuilder();
            table.appendFolded(cp, folded);
            assertEquals(CharacterTableGenerator.classOf(cp), table.classOf(cp), "U+%04X".formatted(cp));
            assertEquals(CharacterTableGenerator.folded(cp), folded.toString(), "U+%04X".formatted(cp));
        }
    }

    @Test
    void theFrozenTableDiffersFromThisJdkOnlyWhereUnicodeGrew() {
        CharacterTable table = CharacterTable.frozen();
        int differing = 0;
        for (int cp = 0; cp < CharacterTable.LIMIT; cp++) {
            differing += table.classOf(cp) == CharacterTableGenerator.classOf(cp) ? 0 : 1;
        }
        int grown = Runtime.version().feature() == 25 ? 0 : 20_000;
        assertTrue(differing <= grown, differing + " code points");
    }
}
