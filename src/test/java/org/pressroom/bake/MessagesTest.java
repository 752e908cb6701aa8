package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class MessagesTest {

    private static final Pattern CALL = Pattern.compile("\\b(msg|count)\\(\"([^\"]+)\"");

    private static final Pattern WORDING = Pattern.compile("\\b(?:wording|counted)\\(\"([a-z.-]+)\"");

    private final Messages messages = Messages.in("en");

    @Test
    void countsAndListsInWords() {
        assertEquals("1 idea", messages.count("ideas", 1));
        assertEquals("1,204 ideas", messages.count("ideas", 1204));
        assertEquals("A", messages.list(List.of("A")));
        assertEquals("A, B and C", messages.list(List.of("A", "B", "C")));
        assertEquals("9 April 2019", messages.date(LocalDate.of(2019, 4, 9)));
    }

    @Test
    void anArgumentIsNotReadAsAPattern() {
        assertEquals("{1} $1, page 2", messages.text("page.title", "{1} $1", 2));
    }

    @ParameterizedTest
    @FieldSource("org.pressroom.config.SiteSettings#LANGUAGES")
    void everyLanguageSaysEverythingWithTheSameArguments(String language) {
        Map<String, String> english = Messages.shipped("en");
        Map<String, String> texts = Messages.shipped(language);
        assertEquals(english.keySet(), texts.keySet());
        english.forEach((key, text) -> {
            assertEquals(Messages.arguments(text), Messages.arguments(String.valueOf(texts.get(key))), key);
            assertFalse(String.valueOf(texts.get(key)).isBlank(), key);
        });
    }

    @Test
    void datesAndCountsAreThoseOfTheLanguage() {
        Messages german = Messages.in("de");
        Messages japanese = Messages.in("ja");
        LocalDate day = LocalDate.of(2019, 4, 9);
        assertEquals("9. April 2019", german.date(day));
        assertEquals("April 2019", german.month(YearMonth.from(day)));
        assertEquals("1 Idee", german.count("ideas", 1));
        assertEquals("1.204 Ideen", german.count("ideas", 1204));
        assertEquals("A, B und C", german.list(List.of("A", "B", "C")));
        assertEquals("2019年4月9日", japanese.date(day));
        assertEquals("2019年4月", japanese.month(YearMonth.from(day)));
        assertEquals("アイデア1,204件", japanese.count("ideas", 1204));
        assertEquals("A、B、C", japanese.list(List.of("A", "B", "C")));
    }

    @Test
    void anArchivesOwnTextsStandBeforeOursAndTheEnglishOnesBehind() {
        ArchiveMessages own = ArchiveMessages.of("nav.ideas = Idées\ndate = d MMMM yyyy\n");
        assertEquals(List.of(), own.problems());
        Messages french = Messages.in("fr", own.texts());
        assertEquals("Idées", french.text("nav.ideas"));
        assertEquals("Browse", french.text("nav.browse"));
        assertEquals("9 avril 2019", french.date(LocalDate.of(2019, 4, 9)));
        assertEquals("fr", french.language());
    }

    @Test
    void whatAnArchiveCantSayIsTold() {
        ArchiveMessages own = ArchiveMessages.of("""
            # French
            nav.idea = Idées
            page.title = {0}, {2}
            date = jour
            untitled =
            keys = Raccourcis
            """);
        assertEquals(List.of("2 there is no message `nav.idea`: did you mean `nav.ideas`?",
            "3 the message `page.title` has no argument {2}: use the arguments of the English text: {0}, page {1}",
            "4 `jour` is not a date pattern: write it like the English one: d MMMM yyyy",
            "5 the message `untitled` is empty: write a text, or remove the line to use the English one"),
            own.problems().stream().map(p -> p.line() + " " + p.message() + ": " + p.fix()).toList());
        assertEquals(Map.of("keys", "Raccourcis"), own.texts());
        assertEquals(1, ArchiveMessages.of("a = \\u12").problems().size());
    }

    /// A script has no texts of its own: each that it names is among those that the template of its page gives it.
    @ParameterizedTest
    @CsvSource({"search-page, search", "facets, search", "ideas-page, ideas", "facets, ideas", "tried-page, tried"})
    void everyTextThatAScriptNamesIsGivenByItsPage(String script, String template) throws Exception {
        Matcher given = Pattern.compile("texts\\(([^)]+)\\)").matcher(Files.readString(Path.of("templates", template + ".ftlh")));
        assertTrue(given.find());
        List<String> prefixes = Pattern.compile("\"([^\"]+)\"").matcher(given.group(1)).results().map(m -> m.group(1)).toList();
        Set<String> keys = Messages.shipped("en").keySet();
        int calls = 0;
        for (Matcher m = WORDING.matcher(Files.readString(Path.of("assets", script + ".js"))); m.find(); calls++) {
            String named = m.group(1);
            assertTrue(keys.stream().anyMatch(key -> key.startsWith(named) && prefixes.stream().anyMatch(key::startsWith)), named);
        }
        assertTrue(calls >= 8, "calls: " + calls);
    }

    @Test
    void everyMessageThatATemplateNamesIsThere() throws Exception {
        int calls = 0;
        try (Stream<Path> templates = Files.walk(Path.of("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                for (Matcher m = CALL.matcher(Files.readString(template)); m.find(); calls++) {
                    String key = m.group(1).equals("count") ? m.group(2) + ".other" : m.group(2);
                    assertNotNull(messages.find(key), template + ": " + key);
                }
            }
        }
        assertTrue(calls > 60, "calls found: " + calls);
        assertThrows(IllegalArgumentException.class, () -> messages.text("no.such"));
    }
}
