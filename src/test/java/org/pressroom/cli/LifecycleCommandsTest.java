package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `status`, `review`, `supersede` and `outcome` on real files and repositories; today is 2026-06-01.
class LifecycleCommandsTest {

    private static final String AUTHOR = "Ana <ana@example.com>";

    private static Site site(String status) {
        return Site.of("""
            -- content/0001-keys.md --
            ---
            # who knows why
            id: "0001"
            title: 'Keys by post'
            status: %s   # as of today
            created: 2024-03-01
            ---

            # Keys by post
            """.formatted(status));
    }

    private static CommandLineRun run(Site site, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.add(site.archive().toString());
        return site.run(line.toArray(String[]::new));
    }

    private static String document(Site site) {
        return site.archiveText("content/0001-keys.md");
    }

    @Test
    void aDiffIsShownAndOnlyTheStatusChanges() {
        try (Site site = site("draft")) {
            String before = document(site);
            CommandLineRun dry = run(site, "status", "0001", "in-review", "--dry-run");
            assertEquals(0, dry.code(), dry.err());
            assertTrue(dry.out().contains("-status: draft   # as of today\n+status: in-review   # as of today\n"), dry.out());
            assertEquals(before, document(site));
            CommandLineRun real = run(site, "status", "1", "IN REVIEW");
            assertEquals(3, real.code(), "no document has the id 1");
            real = run(site, "status", "content/0001-keys.md", "IN REVIEW");
            assertEquals(dry.out(), real.out());
            assertEquals(before.replace("status: draft", "status: in-review"), document(site));
            assertTrue(run(site, "status", "0001", "in-review").err().contains("there is nothing to change"));
        }
    }

    @Test
    void everyOtherByteStays() throws IOException {
        byte[] before = "\uFEFF---\r\ntitle: Ünï  \r\nstatus: draft\r\n# end\r\n---\r\n\r\n# Ünï\r\ntail".getBytes(StandardCharsets.UTF_8);
        try (Site site = Site.of("").write("content/a.md", before)) {
            assertEquals(0, run(site, "status", "a", "in-review").code());
            assertArrayEquals(new String(before, StandardCharsets.UTF_8).replace("draft", "in-review").getBytes(StandardCharsets.UTF_8),
                Files.readAllBytes(site.archive().resolve("content/a.md")));
            site.write("content/b.md", new byte[] {'-', '-', '-', '\n', 's', 't', 'a', 't', 'u', 's', ':', ' ', (byte) 0xe4, '\n', '-', '-', '-', '\n'});
            CommandLineRun latin = run(site, "status", "b", "in-review");
            assertEquals(3, latin.code());
            assertTrue(latin.err().contains("not UTF-8"), latin.err());
        }
    }

    @Test
    void aDecisionNeedsWhoAndWhy() {
        try (Site site = site("in-review")) {
            CommandLineRun missing = run(site, "status", "0001", "declined");
            assertEquals(2, missing.code());
            assertTrue(missing.err().contains("who decided is missing: add --by"), missing.err());
            missing = run(site, "status", "0001", "declined", "--by", "Jo Park");
            assertTrue(missing.err().contains("why it was declined is missing: add --reason with one of no-real-problem,"), missing.err());
            missing = run(site, "status", "0001", "declined", "--by", "Jo Park", "--reason", "to-small");
            assertEquals(2, missing.code());
            assertTrue(missing.err().contains("did you mean too-small?"), missing.err());
            CommandLineRun done = run(site, "status", "0001", "declined", "--by", "Jo Park,Ana Lima", "--reason", "too-small", "--text", "Three: no more.");
            assertEquals(0, done.code(), done.err());
            assertTrue(document(site).contains("status: declined   # as of today\ncreated: 2024-03-01\ndecision:\n  date: 2026-06-01\n  deciders: [Jo Park, Ana Lima]\n"
                + "  reason: too-small\n  text: \"Three: no more.\"\n---\n"), document(site));
            assertFalse(site.check("--format", "json").findings().stream().anyMatch(finding -> String.valueOf(finding.get("rule")).startsWith("life-decision")));
        }
    }

    @Test
    void whatMayNotFollowIsRefusedUnlessForced() {
        try (Site site = site("declined")) {
            CommandLineRun refused = run(site, "status", "0001", "approved", "--by", "Jo");
            assertEquals(3, refused.code());
            assertTrue(refused.err().contains("declined is final") && refused.err().contains("--force"), refused.err());
            assertEquals(0, run(site, "status", "0001", "approved", "--by", "Jo", "--force").code());
            CommandLineRun word = run(site, "status", "0001", "aproved");
            assertEquals(2, word.code());
            assertTrue(word.err().contains("did you mean approved?"), word.err());
            assertTrue(run(site, "status", "0001", "superseded").err().contains("pressroom supersede 0001 NEW"));
            assertTrue(run(site, "status", "0002", "draft").err().contains("there is no document 0002; did you mean 0001?"));
        }
    }

    @Test
    void aReviewIsAddedAndTheStatusFollows() {
        try (Site site = site("in-review")) {
            assertEquals(0, run(site, "review", "0001", "--decision", "revise", "--reviewers", "Jo Park,Ana Lima", "--notes", "The problem: how many?", "--date", "2026-05-01").code());
            assertTrue(document(site).contains("status: revise   # as of today\ncreated: 2024-03-01\nreviews:\n"
                + "  - {date: 2026-05-01, reviewers: [Jo Park, Ana Lima], decision: revise, notes: \"The problem: how many?\"}\n---\n"), document(site));
            assertEquals(0, run(site, "status", "0001", "in-review").code());
            CommandLineRun approved = run(site, "review", "0001", "--decision", "approved", "--reviewers", "Jo Park");
            assertEquals(0, approved.code(), approved.err());
            assertTrue(document(site).contains("  - {date: 2026-06-01, reviewers: [Jo Park], decision: approved}\ndecision:\n  date: 2026-06-01\n  deciders: [Jo Park]\n"), document(site));
            assertFalse(site.check("--format", "json").findings().stream().anyMatch(finding -> String.valueOf(finding.get("rule")).startsWith("life-")));
        }
    }

    @Test
    void anOutcomeComesAfterApproval() {
        try (Site site = site("draft")) {
            assertTrue(run(site, "outcome", "0001", "launched").err().contains("0001 is draft, and only approved ideas have an outcome"));
            run(site, "status", "0001", "approved", "--by", "Jo", "--force");
            assertTrue(run(site, "outcome", "0001", "building", "--result", "met").err().contains("the outcome is building"));
            assertEquals(0, run(site, "outcome", "0001", "building").code());
            assertEquals(0, run(site, "outcome", "0001", "launched", "--date", "2026-05-30", "--result", "mixed", "--actual", "31 % after 14 months").code());
            assertTrue(document(site).contains("outcome: launched\nresult: mixed\ncreated: 2024-03-01\n") && document(site).contains("actual: 31 % after 14 months\nlaunched: 2026-05-30\n"), document(site));
            CommandLineRun back = run(site, "outcome", "0001", "planned");
            assertEquals(3, back.code());
            assertTrue(back.err().contains("can't go from launched to planned: after launched comes retired"), back.err());
        }
    }

    @Test
    void bothSidesOfASuccessionAreRecordedOrNone() throws IOException {
        try (Site site = site("approved").with(Site.document("0002", "Locks that listen"))) {
            String before = document(site);
            Path old = site.archive().resolve("content/0001-keys.md");
            String next = site.archiveText("content/0002.md");
            Files.setPosixFilePermissions(old, java.nio.file.attribute.PosixFilePermissions.fromString("r--r--r--"));
            if (!Files.isWritable(old)) {
                CommandLineRun refused = run(site, "supersede", "0001", "0002");
                assertEquals(3, refused.code());
                assertTrue(refused.err().contains("write-protected; nothing was changed"), refused.err());
                assertEquals(next, site.archiveText("content/0002.md"));
            }
            Files.setPosixFilePermissions(old, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            CommandLineRun done = run(site, "supersede", "0001", "0002", "--format", "json");
            assertEquals(0, done.code(), done.err());
            assertTrue(done.out().contains("\"written\" : true") && done.out().contains("\"commit\" : null"), done.out());
            assertEquals(before.replace("approved", "superseded"), document(site));
            assertTrue(site.archiveText("content/0002.md").contains("supersedes: [\"0001\"]\n"));
            assertTrue(run(site, "supersede", "0001", "0002").err().contains("there is nothing to change"));
            assertEquals(3, run(site, "supersede", "0002", "0002").code());
        }
    }

    @Test
    void aCommitHasTheChangeAndNothingElse() {
        try (Site site = site("draft").commit("2024-03-01T10:00:00Z", AUTHOR)) {
            Site.git(site.archive(), Map.of(), "config", "user.name", "Ana");
            Site.git(site.archive(), Map.of(), "config", "user.email", "ana@example.com");
            site.with("-- content/other.md --\n# Other");
            Site.git(site.archive(), Map.of(), "add", "-A");
            CommandLineRun done = run(site, "status", "0001", "in-review", "--commit");
            assertEquals(0, done.code(), done.err());
            assertTrue(done.err().contains("0001: status in-review"), done.err());
            assertEquals("0001: status in-review\n\ncontent/0001-keys.md\n", Site.git(site.archive(), Map.of(), "log", "-1", "--format=%s", "--name-only"));
            assertEquals("A  content/other.md\n", Site.git(site.archive(), Map.of(), "status", "--short"));
        }
        try (Site site = site("draft")) {
            CommandLineRun refused = run(site, "status", "0001", "in-review", "--commit");
            assertEquals(3, refused.code());
            assertTrue(refused.err().contains("not in a git working tree"), refused.err());
            assertTrue(document(site).contains("status: draft"));
        }
    }

    @Test
    void onATerminalWhatIsMissingIsAsked() {
        try (Site site = site("in-review")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Terminal terminal = new Terminal(new ByteArrayInputStream("Jo Park\nnonsense\ntoo-risky\n\ny\n".getBytes(StandardCharsets.UTF_8)), new Printer(new PrintStream(out, true)),
                new Printer(new PrintStream(err, true)), true, Map.of("PRESSROOM_CACHE", site.home().resolve("cache").toString()), site.home(),
                Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC));
            assertEquals(0, Main.run(terminal, "status", "0001", "declined", site.archive().toString()), err.toString(StandardCharsets.UTF_8));
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("Who decided?") && err.toString(StandardCharsets.UTF_8).contains("`nonsense` is not one of them"));
            assertTrue(document(site).contains("deciders: [Jo Park]\n  reason: too-risky\n"), document(site));
        }
    }
}
