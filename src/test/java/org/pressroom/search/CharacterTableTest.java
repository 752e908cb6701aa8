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
    private static final Path ENGINE = Path.of("assets/search-engine.js");

    @BeforeAll
    static void rewriteWhenAsked() throws IOException {
        if (Boolean.getBoolean("pressroom.rewrite")) {
            String classes = CharacterTableGenerator.classes();
            String folds = CharacterTableGenerator.folds();
            Files.writeString(RESOURCE, classes + "\n" + folds + "\n");
            String engine = Files.readString(ENGINE)
                .replaceFirst("CLASSES =\\s*\"[^\"]*\"", Matcher.quoteReplacement("CLASSES =\n    \"" + classes + "\""))
                .replaceFirst("FOLDS =\\s*\"[^\"]*\"", Matcher.quoteReplacement("FOLDS =\n    \"" + folds + "\""));
            Files.writeString(ENGINE, engine);
        }
    }

    @Test
    void theEngineCarriesTheSameTable() throws IOException {
        String[] lines = Files.readString(RESOURCE, StandardCharsets.US_ASCII).split("\n");
        String engine = Files.readString(ENGINE);

        assertEquals(lines[0], literal(engine, "CLASSES"));
        assertEquals(lines[1], literal(engine, "FOLDS"));
    }

    private static String literal(String engine, String name) {
        Matcher literal = Pattern.compile(name + " =\\s*\"([^\"]*)\"").matcher(engine);
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
