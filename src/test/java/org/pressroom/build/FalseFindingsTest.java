package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.Site;

import java.util.List;

/// What was found in public archives and was none, and beside it what is.
class FalseFindingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
        The expression `[x; N]` repeats.           | 0
        The ring $F_q[X]/(X^n+1)$ is one.          | 0
        Call shuffle![x, y, 7] twice.              | 0
        `P = [X => P'] Q` holds.                   | 0
        In [x; N] the length is constant.          | 0
        It is called "TBD behavior" until then.    | 0
        The lines marked `XXX` unwrap.             | 0
        See `FIXME (3785)` in the source.          | 0
        The syntax is `{{ placeholder }}`.         | 0
        [x]                                        | 1
        About [XX] customers wait.                 | 1
        [XX minutes] a day are lost.               | 1
        The gas cost is TBD so far.                | 1
        The gas cost is `TBD` so far.              | 0
        TODO write this.                           | 1
        {{ name }} says so.                        | 1
        [Insert date] is the day.                  | 1
        """)
    void placeholders(String line, int expected) {
        try (Site site = Site.of(Site.document("1", "Keys") + "\n### What else?\n\nThis. " + line + "\n")) {
            assertEquals(expected, found(site, "placeholder-left"), line);
        }
    }

    private static long found(Site site, String rule) {
        return site.check().out().lines().filter(line -> line.endsWith("[" + rule + "]")).count();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '$', textBlock = """
        \\# Abstract\\n\\nText.\\n\\n# Specification\\n\\nText. | 0
        \\# Another name\\n\\nText.                           | 1
        """)
    void titles(String text, int expected) {
        try (Site site = Site.of("-- content/1-a.md --\n---\ntitle: State clearing\nstatus: draft\n---\n\n" + text.substring(1).replace("\\n", "\n") + "\n")) {
            assertEquals(expected, found(site, "meta-title-mismatch"), text);
        }
    }

    @Test
    void aLinkThatYamlTakesForAListIsWhatIsSaid() {
        try (Site site = Site.of("-- content/1-a.md --\n---\ntitle: A\nrfc pr: [#7](https://example.org/7)\ndate: 2020-01-01\n---\n\nText.\n")) {
            assertEquals(List.of("content/1-a.md:3:9: error: the front matter is not YAML: a value can't begin with a link in markdown, whose bracket begins a list [meta-front-matter-unreadable]"),
                site.check().out().lines().filter(line -> line.contains("front matter")).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void problemsAreThoseOfPrfaqs(boolean prfaq, int expected) {
        String text = "Couriers ring at empty flats, and every third parcel goes back to the depot, so that customers wait two more days for it.";
        String form = prfaq ? "## Press Release\n\n### Problem\n\n" + text + "\n\n### Solution\n\nA locker in each street takes them.\n\n## FAQ\n\n### Why?\n\nBecause.\n" : "# Motivation\n\n" + text + "\n";
        try (Site site = Site.of("-- content/1-a.md --\n---\ntitle: Lockers\nstatus: draft\n---\n\n" + form + "-- content/2-b.md --\n---\ntitle: More lockers\nstatus: draft\n---\n\n" + form)) {
            assertEquals(expected, found(site, "arc-similar-problem"));
        }
    }
}
