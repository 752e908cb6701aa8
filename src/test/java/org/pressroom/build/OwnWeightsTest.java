package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.nio.file.Files;
import java.nio.file.Path;

/// An archive whose recogniser goes by weights of its own.
class OwnWeightsTest {

    private static final String IDEA = """
        -- content/0001-ring.md --
        # Keys that find themselves

        *Families find their keys within ten seconds.*

        ## Press release

        Latchkey today announced the ring, a small thing on which families carry the keys of their houses.

        The valley has a bus company, a railway and a new timetable for the evenings.

        Keys are in use in every house of the town, and each family owns eleven of them on three rings.

        ## FAQ

        ### How loud is it?

        As loud as a doorbell.
        """;
    private static final String CONFIGURATION = "-- pressroom.yaml --\nrecogniser: learned/weights.txt\n";

    private static String weights(int paragraph) {
        return "-- learned/weights.txt --\n# for a test\nparagraph-" + paragraph + ": problem 5 problem+ 5\n";
    }

    private static String problem(Site site) {
        return site.run("outline", site.archive().resolve("content/0001-ring.md").toString()).out().lines()
            .filter(line -> line.startsWith("    problem ")).findFirst().orElseThrow();
    }

    @Test
    void partsAreRecognisedByThem() {
        try (Site site = Site.of(IDEA)) {
            assertTrue(problem(site).contains("not found"));
            assertEquals(1, site.check("--format", "json").findings().stream().filter(f -> "pr-problem-unclear".equals(f.get("rule"))).count());
            site.with(weights(2) + CONFIGURATION);
            assertTrue(problem(site).contains("The valley has a bus company"), problem(site));
            assertEquals(0, site.check("--format", "json").findings().stream().filter(f -> "pr-problem-unclear".equals(f.get("rule"))).count());
        }
    }

    @Test
    void whatWasKeptIsReadAnewWhenTheyChange() {
        try (Site site = Site.of(IDEA); Site other = Site.of(IDEA + weights(3) + CONFIGURATION)) {
            site.build();
            String without = site.page("ideas/0001.html");
            site.with(weights(2) + CONFIGURATION).build();
            String second = site.page("ideas/0001.html");
            site.with(weights(3)).build();
            other.build();
            assertFalse(without.equals(second));
            assertFalse(second.equals(site.page("ideas/0001.html")));
            assertEquals(other.page("ideas/0001.html"), site.page("ideas/0001.html"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        learned/none.txt    |                                  | are no file of the archive
        ../weights.txt      |                                  | are not inside the archive
        learned/weights.txt | first-of-all: problem 1          | line 1 is no trait with its weights: first-of-all: problem 1
        learned/weights.txt | paragraph-2: problem             | line 1 is no trait with its weights
        learned/weights.txt | paragraph-2: trouble 1           | line 1 names no role with `trouble`
        learned/weights.txt | paragraph-2: problem NaN         | line 1 has no number below 100 in `NaN`
        learned/weights.txt | paragraph-2: problem 1e9         | line 1 has no number below 100 in `1e9`
        learned/weights.txt | # nothing was learned            | there is no line with a weight
        """)
    void whatIsWrongWithThemIsAnErrorOfTheConfiguration(String named, String line, String told) {
        try (Site site = Site.of(IDEA + (line == null ? "" : "-- learned/weights.txt --\n" + line + "\n") + "-- pressroom.yaml --\nrecogniser: " + named + "\n")) {
            String out = site.check().out();
            assertTrue(out.contains("pressroom.yaml:1:13: error: the weights `" + named + "` ") && out.contains(told) && out.contains("fix: "), out);
            assertEquals(3, site.build().code());
            CommandLineRun outline = site.run("outline", site.archive().resolve("content/0001-ring.md").toString());
            assertTrue(outline.code() == 0 && outline.err().contains("the recogniser's own weights are used"), outline.err());
        }
    }

    @Test
    void theyAreBoundedAndNoLink() throws Exception {
        try (Site site = Site.of(IDEA + CONFIGURATION)) {
            site.write("learned/weights.txt", new byte[200_001]);
            assertTrue(site.check().out().contains("have more than 200 kB"));
            Path outside = Files.writeString(site.home().resolve("weights.txt"), "paragraph-2: problem 5\n");
            Files.delete(site.archive().resolve("learned/weights.txt"));
            Files.createSymbolicLink(site.archive().resolve("learned/weights.txt"), outside);
            assertTrue(site.check().out().contains("are no file of the archive"));
        }
    }
}
