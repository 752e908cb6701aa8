package org.pressroom.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.pressroom.config.WordChanges;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class LexiconTest {

    static final List<String> LANGUAGES = WordPack.LANGUAGES;

    private static List<String> found(Lexicon lexicon, WordList list, String text) {
        return lexicon.scan(Prose.ofPlain(text), EnumSet.of(list)).getOrDefault(list, List.of()).stream()
            .map(hit -> text.substring(hit.span().start(), hit.span().end())).toList();
    }

    private static Lexicon hype(String... words) {
        return Lexicon.of("nl", Map.of("hype", new WordChanges(List.of(words), List.of())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        best in class | a Best-In-Class ring           | Best-In-Class
        revolution*   | the Revolutionary revolution   | Revolutionary, revolution
        magic         | magically no, magic yes        | magic
        much …        | much better and much           | much better, much
        much …        | much from him                  | much
        best          | best-selling best              | best, best
        革新的        | とても革新的な鍵               | 革新的
        혁신적        | 매우혁신적인                   | 혁신적
        """)
    void anEntryIsFoundAsItIsMeant(String entry, String text, String found) {
        assertEquals(List.of(found.split(", ")), found(hype(entry), WordList.HYPE, text));
    }

    @Test
    void ofEntriesThatOverlapTheLongestIsFound() {
        assertEquals(List.of("best in class ring"),
            found(hype("best", "best in class", "in class", "class ring", "best in class ring"), WordList.HYPE, "best in class ring"));
        assertEquals(List.of("abcd", "cd"), found(hype("abcd", "bc", "cd"), WordList.HYPE, "abcd cd"));
    }

    @Test
    void oneEntryMayStandInSeveralLists() {
        Lexicon lexicon = Lexicon.of("nl", Map.of("hype", new WordChanges(List.of("naadloos"), List.of()),
            "marketing", new WordChanges(List.of("naadloos"), List.of())));
        assertTrue(lexicon.holds(WordList.HYPE, "zo naadloos") && lexicon.holds(WordList.MARKETING, "zo naadloos"));
        assertFalse(lexicon.has(WordList.WEASEL));
    }

    @Test
    void whatIsRemovedIsNotFound() {
        assertTrue(Lexicon.of("en", Map.of()).holds(WordList.HYPE, "reimagined"));
        assertFalse(Lexicon.of("en", Map.of("hype", new WordChanges(List.of(), List.of("Reimagin")))).holds(WordList.HYPE, "reimagined"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyPackHasEveryListAndNoEntryTwice(String language) {
        WordPack pack = WordPack.of(language);
        assertEquals(EnumSet.allOf(WordList.class), pack.lists().keySet());
        pack.lists().forEach((list, words) -> {
            Set<String> seen = new HashSet<>();
            for (String word : words) {
                assertTrue(Term.parse(list, word).isPresent(), word);
                assertTrue(seen.add(word), language + " has " + word + " twice in " + list);
                assertFalse(word.substring(0, word.length() - 1).contains("*"), word);
            }
        });
    }

    @Test
    void aLanguageWithoutAPackHasTheAcronymsOfEnglishAlone() {
        assertTrue(Lexicon.of("nl", Map.of()).has(WordList.ACRONYMS));
        assertFalse(Lexicon.of("nl", Map.of()).has(WordList.HYPE));
    }
}
