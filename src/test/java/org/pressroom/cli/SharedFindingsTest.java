package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What most documents of an archive have in common is said once.
class SharedFindingsTest {

    /// @param without how many of them have no dateline
    private static Site site(int documents, int without) {
        return Site.of(IntStream.rangeClosed(1, documents).mapToObj(i -> """
            -- content/%04d-idea.md --
            ---
            title: Idea number %d of all
            status: draft
            ---

            ## Press Release

            # Idea number %d of all

            %sToday the company announced a lamp that finds its own place.
            """.formatted(i, i, i, i <= without ? "" : "**Berlin, March 3, 2027** — ")).collect(Collectors.joining()));
    }

    private static long lines(String text, String part) {
        return text.lines().filter(line -> line.contains(part)).count();
    }

    @Test
    void checkSaysItOnceAndEachOnDemand() {
        try (Site site = site(12, 8)) {
            String archive = site.archive().toString();
            CommandLineRun once = site.run("check", archive);

            assertEquals(1, lines(once.out(), "[pr-dateline-missing]"), once.out());
            assertTrue(once.out().contains("warning: 8 of 12 documents: "), once.out());
            assertTrue(once.out().contains("    first: content/0001-idea.md:"), once.out());
            assertEquals(8, lines(site.run("check", "--each", archive).out(), "[pr-dateline-missing]"));
            assertEquals(8, lines(site.run("check", "--format", "json", archive).out(), "\"pr-dateline-missing\""));
        }
    }

    @Test
    void halfOfThemIsNotMost() {
        try (Site site = site(12, 6); Site small = site(9, 9)) {
            assertEquals(6, lines(site.run("check", site.archive().toString()).out(), "[pr-dateline-missing]"));
            assertEquals(9, lines(small.run("check", small.archive().toString()).out(), "[pr-dateline-missing]"));
        }
    }

    @Test
    void thePageOfHealthSaysItOnce() {
        try (Site site = site(12, 8)) {
            site.build();
            String health = site.page("health.html");

            assertTrue(health.contains("<strong>8 of 12 documents:</strong>"), health);
            assertEquals(2, lines(health, ">pr-dateline-missing</a>"), health);
            assertFalse(site.page("ideas/0001.html").contains("findings"), site.page("ideas/0001.html"));
            assertEquals(8, lines(site.page("rules/pr-dateline-missing.html"), "<section class=\"file\""));
        }
    }

    @Test
    void anArchiveWithoutAConfigurationIsAdvisedToAdopt() {
        try (Site site = site(1, 0); Site configured = Site.of("-- pressroom.yml --\nsite: {name: A}\n-- content/a.md --\n---\ntitle: A\nstatus: draft\n---\n\nText.\n")) {
            assertTrue(site.run("check", site.archive().toString()).err().contains("pressroom adopt " + site.archive()));
            assertFalse(site.run("check", "--format", "json", site.archive().toString()).err().contains("adopt"));
            assertFalse(site.remove("content/0001-idea.md").run("check", site.archive().toString()).err().contains("adopt"), "there is nothing to adopt");
            assertFalse(configured.run("check", configured.archive().toString()).err().contains("adopt"));
        }
    }
}
