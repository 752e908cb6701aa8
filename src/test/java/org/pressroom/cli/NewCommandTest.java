package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `new` and `init`, on real folders; today is 2026-06-01.
class NewCommandTest {

    private static CommandLineRun begin(Site site, String... arguments) {
        List<String> line = new ArrayList<>(List.of("new"));
        line.addAll(List.of(arguments));
        line.add(site.archive().toString());
        return site.run(line.toArray(String[]::new));
    }

    private static String file(CommandLineRun run) {
        assertEquals(0, run.code(), run.err());
        return run.out().strip();
    }

    @Test
    void theNextIdAndThePlaceAreThoseOfTheOthers() {
        try (Site site = Site.of("")) {
            assertEquals("content/0001-keys-by-post.md", file(begin(site, "Keys by post")));
            assertEquals("content/0002-keys-by-post.md", file(begin(site, "Keys by post")));
        }
        try (Site site = Site.of("-- content/2024/0099-a.md --\n# A\n-- content/2019/0007-b.md --\n# B\n-- content/note.md --\n# C")) {
            assertEquals("content/2026/0100-größe-日本.md", file(begin(site, "Größe & 日本")));
        }
        try (Site site = Site.of("-- 009-a.md --\n# A")) {
            assertEquals("010-x.md", file(begin(site, "X")));
        }
        try (Site site = Site.of("-- keys.md --\n# A\n-- locks.md --\n# B\n-- 1-doors.md --\n# C")) {
            assertEquals("smart-mailbox.md", file(begin(site, "Smart mailbox")));
            assertTrue(begin(site, "Smart mailbox").err().contains("the ID smart-mailbox is taken by smart-mailbox.md; name another with --id"));
            assertEquals("x9-smart-mailbox.md", file(begin(site, "Smart mailbox", "--id", "X9")));
            assertEquals(3, begin(site, "Another", "--dir", "../elsewhere").code());
        }
    }

    /// Its address was published, and links lead there.
    @Test
    void theIdOfADeletedDocumentIsNotGivenAgain() {
        String when = "2026-01-05T10:00:00+00:00";
        String who = "Ada <ada@example.com>";
        try (Site site = Site.of("-- content/0001-a.md --\n# A\n-- content/0002-b.md --\n# B\n-- content/c.md --\n---\nid: 0007\ntitle: C\n---\n").commit(when, who)) {
            site.remove("content/0002-b.md").commit(when, who);
            assertEquals("content/0008-next.md", file(begin(site, "Next")), "7 is that of c.md");
            site.remove("content/c.md").remove("content/0008-next.md").commit(when, who);
            assertEquals("content/0008-next.md", file(begin(site, "Next")), "git never had the first 8");
            site.remove("content/0001-a.md").commit(when, who).remove("content/0008-next.md").commit(when, who);
            assertEquals("content/0009-again.md", file(begin(site, "Again")), "all are gone");
            assertEquals("content/0002-b2.md", file(begin(site, "B2", "--id", "0002")), "whoever wants it has it");
        }
        try (Site site = Site.of("-- keys.md --\n# A\n-- locks.md --\n# B\n-- doors.md --\n# C").commit(when, who)) {
            site.remove("doors.md").commit(when, who);
            CommandLineRun run = begin(site, "Doors");
            assertEquals(3, run.code());
            assertTrue(run.err().contains("the ID doors was that of doors.md, which was deleted"), run.err());
        }
        try (Site site = Site.of("-- a/0001-a.md --\n# A\n-- a/0002-b.md --\n# B").commit(when, who)) {
            site.remove("a/0002-b.md").with("-- b/0002-b.md --\n# B").commit(when, who);
            assertEquals("b/0003-c.md", file(begin(site, "C")), "moved, not deleted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "pt", "ja", "ko", "zh"})
    void everyPartIsRecognised(String language) {
        try (Site site = Site.of("")) {
            String file = file(begin(site, "Keybox", "--language", language, "--team", "Home: delivery", "--customer", "Tenants", "--author", "Ana Lima"));
            CommandLineRun outline = site.run("outline", "--format", "json", site.archive().resolve(file).toString());
            Map<?, ?> found = (Map<?, ?>) ((List<?>) outline.json()).getFirst();
            assertEquals(language, found.get("language"), outline.out());
            for (String part : List.of("problem", "solution", "leaderQuote", "customerQuote", "callToAction", "faq")) {
                assertNotNull(found.get(part), part + outline.out());
            }
            assertTrue(found.get("questions") instanceof List<?> questions && questions.size() == 4, outline.out());
            List<Object> rules = new ArrayList<>();
            site.check("--format", "json", "--fail-on", "error").findings().forEach(finding -> rules.add(finding.get("rule")));
            assertTrue(rules.contains("placeholder-left"), rules.toString());
            assertFalse(rules.stream().map(String::valueOf).anyMatch(rule -> rule.startsWith("meta-") || rule.endsWith("-missing") && !rule.equals("pr-dateline-missing")
                && !rule.equals("plan-topics-missing")), rules.toString());
        }
    }

    @Test
    void aSecondAttemptSaysWhatWasLearned() {
        try (Site site = Site.of("""
                -- content/0014-old.md --
                ---
                title: Old keys
                status: declined
                decision: {date: 2025-01-01, deciders: [Jo], reason: too-small, text: "Nobody
                  wanted it."}
                ---
                # Old keys
                """)) {
            String text = site.archiveText(file(begin(site, "New keys", "--from", "0014", "--size", "light")));
            assertTrue(text.contains("size: light\n") && text.contains("related: [\"0014\"]\n"), text);
            assertTrue(text.contains("#### What did we learn from 0014?\n\n- status: declined\n- reason: too-small\n- why: Nobody wanted it.\n"), text);
            assertEquals(3, begin(site, "New keys", "--from", "0041").code());
        }
    }

    @Test
    void earlierProblemsAreShownFirst() {
        try (Site site = Site.of(Site.document("0001", "Keys by post"))) {
            String problem = "Tenants lose a morning every week to fetch a key from an office.";
            CommandLineRun run = begin(site, "Lockers", "--problem", problem);
            assertTrue(run.err().contains("earlier proposals with a similar problem") && run.err().contains("0001  Keys by post"), run.err());
            assertTrue(site.archiveText(file(run)).contains("### Problem\n\n" + problem + "\n"));
            CommandLineRun json = begin(site, "Lockers", "--problem", problem, "--format", "json", "--dry-run");
            assertTrue(json.out().contains("\"written\" : false") && json.out().contains("\"title\" : \"Keys by post\""), json.out());
        }
    }

    @Test
    void aKindOfTheArchiveHasItsOwnParts() {
        try (Site site = Site.of("""
                -- pressroom.yaml --
                kinds:
                  rfc:
                    files: ["rfcs/**"]
                    parts: {motivation: {}, drawbacks: {labels: [Drawbacks, Why not]}}
                -- content/a.md --
                # A
                -- content/rfcs/x.md --
                # X
                """)) {
            CommandLineRun unknown = begin(site, "T", "--kind", "rcf");
            assertEquals(3, unknown.code());
            assertTrue(unknown.err().contains("did you mean rfc?"), unknown.err());
            String text = site.archiveText(file(begin(site, "Faster trains", "--kind", "rfc")));
            assertTrue(text.contains("## Motivation\n\nTODO\n\n## Drawbacks\n\nTODO\n") && !text.contains("size:"), text);
        }
    }

    @Test
    void whatCannotBeDoneIsASentence() throws IOException {
        try (Site site = Site.of("-- content/0001-a.md --\n# A")) {
            assertEquals(2, begin(site, " ").code());
            assertEquals(2, begin(site, "T", "--language", "fi").code());
            assertEquals(2, begin(site, "T", "--size", "huge").code());
            Files.setPosixFilePermissions(site.archive().resolve("content"), PosixFilePermissions.fromString("r-xr-xr-x"));
            if (!Files.isWritable(site.archive().resolve("content"))) {
                CommandLineRun refused = begin(site, "T");
                assertEquals(3, refused.code());
                assertTrue(refused.err().contains("cannot write content/0002-t.md"), refused.err());
            }
            Files.setPosixFilePermissions(site.archive().resolve("content"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void onATerminalReturnTakesTheDefaults() {
        try (Site site = Site.of("")) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Terminal terminal = new Terminal(new ByteArrayInputStream("light\n\nTenants\n\n\n".getBytes(StandardCharsets.UTF_8)), new Printer(new PrintStream(new ByteArrayOutputStream(), true)),
                new Printer(new PrintStream(err, true)), true, Map.of("PRESSROOM_CACHE", site.home().resolve("cache").toString()), site.home(),
                Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC));
            assertEquals(0, Main.run(terminal, "new", "Keys", site.archive().toString()), err.toString(StandardCharsets.UTF_8));
            String text = site.archiveText("content/0001-keys.md");
            assertTrue(text.contains("size: light\n") && text.contains("customer: Tenants\n") && !text.contains("team:"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab", "none"})
    void anArchiveIsBegunInOneStep(String service) {
        try (Site site = Site.of("-- .gitignore --\nmine\n")) {
            CommandLineRun init = site.run("init", "--ci", service, "--name", "Ideas: ours", site.archive().toString());
            assertEquals(0, init.code(), init.err());
            assertEquals("mine\n", site.archiveText(".gitignore"));
            assertTrue(init.err().contains(".gitignore was there and stays as it is"), init.err());
            assertTrue(Files.isDirectory(site.archive().resolve(".git")));
            assertEquals(service.equals("github"), Files.exists(site.archive().resolve(".github/workflows/proposals.yml")));
            assertEquals(service.equals("gitlab"), Files.exists(site.archive().resolve(".gitlab-ci.yml")));
            CommandLineRun check = site.check("--format", "json");
            assertEquals(List.of(), check.findings(), "the example has no findings");
            assertEquals(0, site.build().code());
            assertTrue(site.page("index.html").contains("Ideas: ours"));
            CommandLineRun again = site.run("init", site.archive().toString());
            assertEquals(3, again.code());
            assertTrue(again.err().contains("is an archive already"), again.err());
            assertEquals("content/0002-second.md", file(begin(site, "Second")));
        }
    }
}
