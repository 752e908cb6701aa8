package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.Site;

import java.util.List;

/// Spellings of a word find each other, names with signs are found as they are typed, and common words are found in titles.
class SpellingTest {

    private static Site site;

    @BeforeAll
    static void makeSite() {
        site = Site.of(idea("0001", "Wi-Fi check-in", "A self-service PR/FAQ in GitHub.") + idea("0002", "To be or not to be", "The who and the what.")
            + idea("0003", "IT for all", "Helpdesk of AT&T, with an R&D budget. It is as in #335.") + idea("0004", "Onboarding", "A checkin by wifi, with one login, end-to-end.")
            + idea("335", "Its own", "C++ and .NET, 335 times; the R and the D; a data base, endtoend."));
    }

    private static String idea(String id, String title, String text) {
        return "-- content/%s-a.md --\n---\ntitle: %s\nstatus: draft\n---\n\n%s\n".formatted(id, title, text);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
        wifi                 | 0001 0004
        Wi-Fi                | 0001 0004
        wi fi                | 0001 0004
        Wi‑Fi                | 0001 0004
        checkin              | 0001 0004
        check-in             | 0001 0004
        check-ins            | 0001 0004
        check in             | 0001 0004
        selfservice          | 0001
        prfaq                | 0001
        PR FAQ               | 0001
        pr-faqs              | 0001
        git hub              | 0001
        git-hub              | 0001
        title:wifi           | 0001
        title:check -wifi    |
        data -wi-fi          | 335
        database             | 335
        log in               | 0004
        log-in               | 0004
        endtoend             | 0004 335
        end-to-end           | 0004 335
        to be or not to be   | 0002
        "to be"              | 0002
        "be to"              |
        not                  | 0002
        IT                   | 0003
        it is                | 0003
        title:it             | 0003
        problem:it           |
        it for all           | 0003
        AT&T                 | 0003
        R&D                  | 0003
        R&D budget           | 0003
        C++                  | 335
        C#                   |
        .NET                 | 335
        '#335'               | 0003 335
        335                  | 0003 335
        """)
    void findsWhatWasMeant(String query, String ids) {
        List<String> found = site.run("search", query, site.archive().toString()).out().lines().filter(line -> line.matches("[0-9]{3,4} .*"))
            .map(line -> line.substring(0, line.indexOf(' '))).sorted().toList();

        assertEquals(ids == null ? "" : ids, String.join(" ", found));
    }
}
