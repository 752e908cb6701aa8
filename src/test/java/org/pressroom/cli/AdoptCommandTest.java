package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `adopt` makes sense of archives of the shapes that people have, and says how it came to it.
class AdoptCommandTest {

    private static String adr(int number, String title, String status) {
        return """
            -- doc/adr/000%1$d-x.md --
            # %1$d. %2$s

            Date: 2021-03-0%1$d

            ## Status

            %3$s

            ## Context

            We forget why.

            ## Decision

            We write it down.

            ## Consequences

            More to read.
            """.formatted(number, title, status);
    }

    private static final String DECISIONS = adr(1, "Record decisions", "Accepted") + adr(2, "Use queues", "Superseded by [3. Use streams](0003-x.md)")
        + adr(3, "Use streams", "Accepted\n\nSupersedes [2. Use queues](0002-x.md)") + adr(4, "Buy it", "Rejected")
        + "-- README.md --\n# About\n-- doc/adr/template.md --\n# N. Title\n\n## Status\n\n{proposed}\n";

    private static CommandLineRun adopt(Site site, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "adopt";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[arguments.length - 1] = site.archive().toString();
        return site.run(arguments);
    }

    @Test
    void decisionRecordsAreUnderstood() {
        try (Site site = Site.of(DECISIONS)) {
            CommandLineRun run = adopt(site);
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().startsWith("4 documents in doc/adr/: 0 PR/FAQs, 4 of another kind"), run.out());
            String yaml = site.archiveText("pressroom.yaml");
            for (String line : new String[] {"content: \"doc/adr\"", "  adr:", "context: {labels: [\"Context\"], as: problem}   # in 4", "required: [title, status]",
                "\"accepted\": {label: \"Accepted\", as: approved}   # 2", "\"rejected\": {label: \"Rejected\", as: declined}   # 1", "title-prefixes: [\"{number}.\"]",
                "templates: [\"template.md\"]"}) {
                assertTrue(yaml.contains(line), line + " in\n" + yaml);
            }
            CommandLineRun check = site.check("--fail-on", "warning");
            assertEquals(0, check.code(), check.out());
            site.build();
            assertTrue(site.page("ideas/0002.html").contains("href=\"../ideas/0003.html\""));
            assertTrue(site.page("api/0001.json").contains("\"Record decisions\""));
        }
    }

    @Test
    void nothingIsWrittenUnlessItIsWanted() {
        try (Site site = Site.of(DECISIONS)) {
            CommandLineRun dry = adopt(site, "--dry-run");
            assertEquals(0, dry.code(), dry.err());
            assertTrue(dry.out().contains("content: \"doc/adr\""));
            assertFalse(Files.exists(site.archive().resolve("pressroom.yaml")));
            site.with("-- pressroom.yaml --\nsite: {name: Ours}\n");
            CommandLineRun run = adopt(site);
            assertEquals(3, run.code());
            assertTrue(run.err().contains("pressroom.yaml is there already; --force replaces it"), run.err());
            assertEquals("site: {name: Ours}\n", site.archiveText("pressroom.yaml"));
            assertEquals(0, adopt(site, "--force").code());
            assertTrue(site.archiveText("pressroom.yaml").contains("doc/adr"));
        }
    }

    @Test
    void keysOfOtherHousesGetAPlace() {
        StringBuilder files = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            files.append("""
                -- EIPS/eip-%1$d.md --
                ---
                eip: %1$d
                title: Gas %1$d
                author: Ana Lima (@ana)
                status: %2$s
                category: Core
                created: 2021-03-04
                reviewed-on: 2022-01-02
                requires: %3$s
                oddity-%1$d: x
                ---
                ## Abstract

                Gas costs too much.

                ## Motivation

                It does.
                """.formatted(i, i % 3 == 0 ? "Stagnant" : i % 3 == 1 ? "Final" : "Last Call", i == 1 ? "2" : "1"));
        }
        try (Site site = Site.of(files.toString())) {
            CommandLineRun run = adopt(site);
            String yaml = site.archiveText("pressroom.yaml");
            for (String line : new String[] {"content: \"EIPS\"", "  eip:", "\"eip\": id", "\"category\": tags", "\"requires\": related", "\"reviewed-on\": date", "\"oddity-1\"",
                "\"last-call\": {label: \"Last Call\", as: in-review}", "\"stagnant\": {label: \"Stagnant\", as: deferred}"}) {
                assertTrue(yaml.contains(line), line + " in\n" + yaml);
            }
            assertTrue(run.out().contains("after (0 errors)"), run.out());
            assertEquals(0, site.check("--fail-on", "warning").code(), site.check().out());
        }
    }

    @Test
    void foldersThatAreStatusesAndHostileNamesAreWrittenAsTheyAre() {
        try (Site site = Site.of("""
                -- rfcs/accepted/0001-a "b" #c.md --
                - Start Date: 2021-03-04
                - RFC PR: https://example.org/1
                - "x: [": y

                # Summary

                Words.
                -- rfcs/rejected/0002-b.md --
                - Start Date: 2021-03-05
                - RFC PR: https://example.org/2

                # Summary

                Words.
                -- rfcs/accepted/0003-c.md --
                - Start Date: 2021-03-05

                # Summary

                Words.
                """)) {
            CommandLineRun run = adopt(site, "--format", "json");
            assertEquals(0, run.code(), run.err());
            String yaml = site.archiveText("pressroom.yaml");
            assertTrue(yaml.contains("\"accepted\": \"accepted\"") && yaml.contains("title-from: file") && yaml.contains("\"rfc-pr\": discussion"), yaml);
            assertEquals(0, site.build().code());
            assertTrue(site.page("api/0002.json").contains("\"rejected\""));
        }
    }

    /// Folders of statuses belong together, however few lie in one; what they stand for must be among the statuses.
    @Test
    void aFolderOfOneStatusIsNotTheArchive() {
        StringBuilder files = new StringBuilder("-- CONTRIBUTING.md --\n# How to help\n-- proposed/2021/0020-post.md --\n# Post\n\nWords.\n");
        for (int i = 1; i < 10; i++) {
            files.append("-- accepted/2020/keys/000").append(i).append("-key.md --\n# Key ").append(i).append("\n\nWords.\n");
        }
        try (Site site = Site.of(files.toString())) {
            CommandLineRun run = adopt(site);
            assertEquals(0, run.code(), run.err());
            String yaml = site.archiveText("pressroom.yaml");
            for (String line : new String[] {"exclude: [\"CONTRIBUTING.md\"]", "    \"accepted\": \"accepted\"   # 9", "    \"proposed\": \"proposed\"   # 1",
                "\"proposed\": {label: \"Proposed\", as: in-review}"}) {
                assertTrue(yaml.contains(line), line + " in\n" + yaml);
            }
            assertEquals(0, site.check("--fail-on", "warning").code(), site.check().out());
            site.build();
            assertTrue(site.page("api/0020.json").contains("\"proposed\"") && site.page("api/0001.json").contains("\"accepted\""));
        }
    }

    @Test
    void aKeyThatSaysTheStageIsTheStatus() {
        StringBuilder files = new StringBuilder();
        for (int i = 1; i < 7; i++) {
            files.append("-- content/000").append(i).append("-key.md --\n---\nstage: ").append(i < 4 ? "accepted" : "recommended").append("\nprs:\n  accepted: https://example.org/").append(i)
                .append("\n---\n\n# Key ").append(i).append("\n\n## Motivation\n\nWords about `{{key}}`.\n");
        }
        try (Site site = Site.of(files.toString())) {
            CommandLineRun run = adopt(site);
            assertEquals(0, run.code(), run.err());
            String yaml = site.archiveText("pressroom.yaml");
            for (String line : new String[] {"\"stage\": status   # in 6", "\"recommended\": {label: \"Recommended\"}   # 3, what does it stand for?", "ignore: [\"prs\"]",
                "required: [title, status]"}) {
                assertTrue(yaml.contains(line), line + " in\n" + yaml);
            }
            assertEquals(0, site.check("--fail-on", "warning").code(), site.check().out());
        }
    }

    private static final Pattern COUNTS = Pattern.compile("\"error\" ?: ?(\\d+),\\s*\"warning\" ?: ?(\\d+),\\s*\"info\" ?: ?(\\d+)");

    /// The counts of findings after a word in an output.
    private static String counts(String json, String word) {
        Matcher m = COUNTS.matcher(json);
        assertTrue(m.find(json.indexOf('"' + word + '"')), json);
        return m.group(1) + " errors, " + m.group(2) + " warnings, " + m.group(3) + " infos";
    }

    /// One reading is enough where the configuration changes nothing, and two where it does; what they count is what `check` counts.
    @Test
    void findingsAreCountedAsCheckCountsThem() {
        String restricted = "-- content/0007.md --\n---\ntitle: Secret\nvisibility: restricted\n---\n# Secret\n";
        String plain = Site.document("0042", "Keys") + Site.document("0043", "Locks").replace("status: draft", "status: nowhere") + restricted;
        String ours = plain + "-- pressroom.yaml --\nexclude: [\"content/0043.md\"]\nstatus-from: folder\n";
        String mixed = DECISIONS + Site.document("0042", "Keys") + "-- doc/adr/0005-x.md --\n# 5. Odd\n\n[gone](gone.md)\n";
        for (String files : List.of(plain, ours, DECISIONS, mixed)) {
            try (Site site = Site.of(files)) {
                // What the archive has already is not asked.
                boolean configured = Files.exists(site.archive().resolve("pressroom.yaml"));
                String before = configured ? null : counts(site.check("--semantic", "words", "--format", "json").out(), "counts");
                CommandLineRun run = adopt(site, "--force", "--format", "json");
                assertEquals(0, run.code(), run.err());
                if (before != null) {
                    assertEquals(before, counts(run.out(), "before"), run.out());
                }
                assertEquals(counts(site.check("--semantic", "words", "--format", "json").out(), "counts"), counts(run.out(), "after"), run.out());
            }
        }
    }

    @Test
    void anArchiveThatNeedsNothingGetsNearlyNothing() {
        try (Site site = Site.of(Site.document("0042", "Keys"))) {
            assertEquals(0, adopt(site).code());
            assertTrue(site.archiveText("pressroom.yaml").lines().allMatch(line -> line.startsWith("#") || line.isBlank()), site.archiveText("pressroom.yaml"));
        }
    }
}
