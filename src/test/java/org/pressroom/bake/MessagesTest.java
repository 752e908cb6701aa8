package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class MessagesTest {

    private static final Pattern CALL = Pattern.compile("\\b(msg|count)\\(\"([^\"]+)\"");

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
