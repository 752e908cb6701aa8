package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.Site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// An old archive starts clean: what was wrong before does not count, what is new does.
class BaselineTest {

    private static final String A = "content/a.md";

    private static Site site() {
        return Site.of("""
            -- pressroom.yaml --
            baseline: pressroom-baseline.json
            -- content/a.md --
            ---
            title: A
            status: aproved
            ---

            # A

            ## Press release

            ### Problem

            It takes TBD hours.

            It costs TODO euros, see [there](gone.md).

            ## FAQ

            ### Why?

            Because.
            """);
    }

    private static CommandLineRun write(Site site) {
        CommandLineRun run = site.check("--write-baseline");
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.out());
        return run;
    }

    private static List<String> found(Site site) {
        return site.check("--format", "json").findings().stream().map(f -> f.get("rule") + " " + f.get("line")).toList();
    }

    private static Site edit(Site site, String from, String to) {
        String text = site.archiveText(A);
        assertTrue(text.contains(from), text);
        return site.with("-- " + A + " --\n" + text.replace(from, to));
    }

    @Test
    void whatWasThereBeforeDoesNotCount() {
        try (Site site = site()) {
            CommandLineRun before = site.check("--baseline", "/nowhere/at-all.json");
            assertEquals(3, before.code());
            assertTrue(before.err().contains("--write-baseline` creates it"), before.err());
            CommandLineRun written = write(site);
            assertTrue(written.err().matches("(?s)pressroom: \\d+ findings of 1 document written to .*pressroom-baseline.json\n"), written.err());
            CommandLineRun after = site.check("--fail-on", "info");
            assertEquals("", after.out());
            assertEquals(0, after.code());
            assertTrue(after.err().contains("in the baseline and not shown"), after.err());
            assertEquals(0, site.build("--fail-on", "info").code());
            assertEquals(1, site.build("--config", emptyConfiguration(site)).code());
        }
    }

    private static String emptyConfiguration(Site site) {
        try {
            return Files.writeString(site.home().resolve("empty.yaml"), "").toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFileIsSortedStableAndOneLineAFinding() {
        try (Site site = site().with(Site.document("0001", "One").replace("status: draft", "status: drft"))) {
            write(site);
            String first = site.archiveText("pressroom-baseline.json");
            write(site);
            assertEquals(first, site.archiveText("pressroom-baseline.json"));
            assertTrue(first.startsWith("{\n\"version\": 1,\n\"findings\": [\n{\"rule\":"), first);
            assertTrue(first.endsWith("}\n]\n}\n"), first);
            assertTrue(first.lines().anyMatch(line -> line.matches(
                "\\{\"rule\":\"meta-unknown-value\",\"file\":\"content/0001.md\",\"message\":\"`drft` is not a status\",\"fingerprint\":\"[0-9a-f]{16}\",\"count\":1},")), first);
            List<String> files = first.lines().filter(l -> l.startsWith("{\"rule\"")).map(l -> l.replaceAll(".*\"file\":\"([^\"]*)\".*", "$1")).toList();
            assertEquals(files.stream().sorted().toList(), files);
        }
    }

    @Test
    void linesMayMoveAndNumbersInMessagesMayChange() {
        try (Site site = site()) {
            write(site);
            edit(site, "# A\n", "# A\n\n\n\n").commit("2024-03-01T10:00:00Z", "Ann <a@x>");
            assertEquals(List.of(), found(site));
        }
    }

    @Test
    void oneMoreOfAKindCountsAndIsTheOneShown() {
        try (Site site = site()) {
            write(site);
            edit(site, "### Problem\n", "### Problem\n\nFirst of all TBD persons wait.\n");
            assertEquals(List.of("placeholder-left 12"), found(site));
        }
    }

    @Test
    void anotherMistakeOfTheSameRuleCounts() {
        try (Site site = site()) {
            write(site);
            edit(site, "status: aproved", "status: declind");
            assertEquals(List.of("meta-unknown-value 3"), found(site).stream().filter(f -> f.startsWith("meta")).toList());
        }
    }

    @Test
    void whatWasMendedIsToldSoThatTheBaselineShrinks() {
        try (Site site = site()) {
            write(site);
            edit(site, "[there](gone.md)", "there");
            CommandLineRun run = site.check();
            assertEquals(0, run.code(), run.out());
            String line = site.archiveText("pressroom-baseline.json").lines().toList().stream()
                .filter(l -> l.contains("arc-link-broken")).findFirst().orElseThrow();
            int number = site.archiveText("pressroom-baseline.json").lines().toList().indexOf(line) + 1;
            assertTrue(run.out().startsWith("pressroom-baseline.json:" + number + ":1: warning: the baseline lists a finding of "
                + "`arc-link-broken` in content/a.md that is no longer there"), run.out());
            assertEquals(1, site.check("--fail-on", "warning").code());
            site.with("-- pressroom.yaml --\nbaseline: pressroom-baseline.json\nseverities: {baseline-unused: off}\n");
            assertEquals("", site.check().out());
            site.with("-- pressroom.yaml --\nbaseline: pressroom-baseline.json\n");
            write(site);
            assertFalse(site.archiveText("pressroom-baseline.json").contains("arc-link-broken"));
            assertEquals("", site.check("--fail-on", "info").out());
        }
    }

    @Test
    void aBaselineElsewhereIsNamedOnTheCommandLine() {
        try (Site site = site().with("-- pressroom.yaml --\n")) {
            String file = site.home().resolve("known.json").toString();
            assertEquals(0, site.check("--write-baseline", "--baseline", file).code());
            assertEquals(0, site.check("--baseline", file).code());
            assertEquals(1, site.check().code());
            CommandLineRun run = site.check("--write-baseline");
            assertTrue(run.err().contains("write `baseline: pressroom-baseline.json` in pressroom.yaml to use it"), run.err());
            assertTrue(Files.exists(site.archive().resolve("pressroom-baseline.json")));
        }
    }

    @Test
    void aCommitIsCheckedAgainstItsOwnBaseline() {
        try (Site site = site()) {
            write(site);
            site.commit("2024-03-01T10:00:00Z", "Ann <a@x>");
            site.with("-- pressroom-baseline.json --\n{\"version\": 1, \"findings\": []}\n");
            assertEquals(1, site.check().code());
            assertEquals(0, site.check("--ref", "HEAD").code());
            CommandLineRun run = site.check("--ref", "HEAD", "--write-baseline");
            assertEquals(2, run.code());
            assertTrue(run.err().contains("name a file with --baseline"), run.err());
        }
    }

    @Test
    void sarifKeepsWhatTheBaselineKnowsAsSuppressed() {
        try (Site site = site()) {
            write(site);
            String sarif = site.check("--format", "sarif").out();
            assertTrue(sarif.contains("\"kind\" : \"external\"") && sarif.contains("\"justification\" : \"in the baseline\""), sarif);
        }
    }

    @Test
    void itIsNoPartOfTheSite() {
        try (Site site = site()) {
            site.with("-- pressroom.yaml --\nbaseline: content/zebra.json\n");
            edit(site, "[there](gone.md)", "[there](zebra.json)");
            write(site);
            site.build();
            assertTrue(site.files().keySet().stream().noneMatch(f -> f.contains("zebra")), site.files().keySet().toString());
        }
    }

    @Test
    void aChangeIsJudgedByTheBaselineToo() {
        try (Site site = site()) {
            write(site);
            site.commit("2024-03-01T10:00:00Z", "Ann <a@x>");
            edit(site, "### Why?", "### Why [not](lost.md)?");
            assertEquals(List.of("arc-link-broken"), site.check("--since", "HEAD", "--format", "json").findings().stream().map(f -> f.get("rule")).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
        no json                                | is not a baseline: it is not JSON
        []                                     | is not a baseline: it has no list `findings`
        {"version": 9, "findings": []}         | is not a baseline: its version is not 1
        {"version": 1, "findings": [{"rule": 1}]} | is not a baseline: an entry is not valid
        """)
    void whatIsNoBaselineIsSaidToBeNone(String text, String words) {
        try (Site site = site().with("-- pressroom-baseline.json --\n" + text)) {
            for (CommandLineRun run : List.of(site.check(), site.build())) {
                assertEquals(3, run.code());
                assertEquals(1, run.err().lines().count(), run.err());
                assertTrue(run.err().contains(words), run.err());
            }
        }
    }

    @Test
    void neitherAPathOutOfTheArchiveNorALinkIsWritten() throws Exception {
        try (Site site = site().with("-- pressroom.yaml --\nbaseline: ../known.json\n")) {
            CommandLineRun run = site.check();
            assertTrue(run.out().contains("the baseline `../known.json` is not inside the archive"), run.out());
            site.with("-- pressroom.yaml --\nbaseline: way/known.json\n");
            Path outside = Files.createDirectories(site.home().resolve("outside"));
            Files.createSymbolicLink(site.archive().resolve("way"), outside);
            CommandLineRun refused = site.check("--write-baseline");
            assertEquals(3, refused.code());
            assertTrue(refused.err().contains("is a symbolic link"), refused.err());
            assertFalse(Files.exists(outside.resolve("known.json")));
        }
    }

    @Test
    void contradictionsAreWrongUsage() {
        try (Site site = site()) {
            for (Map.Entry<List<String>, String> one : Map.of(
                    List.of("--write-baseline", "--since", "HEAD"), "--since only some",
                    List.of("--write-baseline", "--fix"), "one after the other",
                    List.of("--threads", "0"), "--threads must be at least 1").entrySet()) {
                CommandLineRun run = site.check(one.getKey().toArray(String[]::new));
                assertEquals(2, run.code());
                assertTrue(run.err().contains(one.getValue()), run.err());
            }
        }
    }
}
