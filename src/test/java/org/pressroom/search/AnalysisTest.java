package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class AnalysisTest {

    private static List<String> terms(String text) {
        return Analysis.tokens(Analysis.normal(text)).stream().map(Analysis.Token::term).toList();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "analysis.csv", delimiter = '|', quoteCharacter = '\0')
    void readsTextsAsTheTableSays(String text, String expected) {
        assertEquals(expected == null ? "" : expected, String.join(" ", terms(text)));
    }

    @Test
    void composedAndDecomposedTextsAreTheSame() {
        for (String text : List.of("Größe", "café", "Ångström", "가나다", "ガラス", "Ελλάδα", "Việt Nam")) {
            String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
            assertEquals(terms(text), terms(decomposed), text);
        }
    }

    @Test
    void theStopWordsAreThoseOfTheEngine() throws IOException {
        String engine = Files.readString(Path.of("assets/search-engine/analysis.js"));
        int start = engine.indexOf("STOP_WORDS =");
        String words = engine.substring(start, engine.indexOf(".split", start));
        Set<String> carried = Arrays.stream(words.substring(words.indexOf('(')).split("[^a-z]+"))
            .filter(word -> !word.isEmpty()).collect(Collectors.toSet());
        Set<String> dropped = new HashSet<>(carried);
        dropped.removeIf(word -> terms(word).isEmpty());

        assertEquals(33, carried.size());
        assertEquals(Set.of(), dropped);
    }

    @Test
    void aWordIsCutAfterSixtyFourCharacters() {
        assertEquals(List.of("1" + "x".repeat(63)), terms("1" + "x".repeat(500)));
    }

    @Test
    void tokensKnowWhereTheyStand() {
        String text = "Users’ C++, naïve 東京都 .NET";
        List<String> found = Analysis.tokens(text).stream().map(t -> text.substring(t.start(), t.end())).toList();

        assertEquals(List.of("Users", "C", "C++", "naïve", "東京", "京都", "NET", ".NET"), found);
        assertTrue(Analysis.tokens("").isEmpty());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "keys.csv", delimiter = '|', quoteCharacter = '\0')
    void valuesOfFacetsAreComparedByTheirWords(String value, String key) {
        assertEquals(key, Analysis.key(value));
    }
}
