package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `check --fix`: what is mechanical is mended, and every other byte stays.
class CheckFixTest {

    private static final String BODY = "\n# Keys\n\n## Press release\n\n### Problem\n\nA TBD.\n\n## FAQ\n\n### Why?\n\nBecause.\n";

    private static String front(String yaml) {
        return "---\ntitle: Keys\n" + yaml + "\n---\n" + BODY;
    }

    private static byte[] bytes(Site site) {
        try {
            return Files.readAllBytes(site.archive().resolve("content/a.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Site site(String text) {
        return Site.of("").write("content/a.md", text.getBytes(StandardCharsets.UTF_8));
    }

    /// What `--fix` makes of a text.
    private static String mended(String text) {
        try (Site site = site(text)) {
            site.check("--fix");
            return new String(bytes(site), StandardCharsets.UTF_8);
        }
    }

    /// A number that no process has.
    private static final String LEFT = ".pressroom-99999999999-0f8fad5b-d9cb-469f-a165-70867728950e.tmp";

    @Test
    void whatAKilledCommandLeftIsRemovedByTheNext() throws IOException {
        try (Site site = site(front("status: aproved"))) {
            Path content = site.archive().resolve("content");
            Files.writeString(content.resolve(LEFT), "half");
            Path own = Files.writeString(content.resolve(".pressroom-notes.tmp"), "mine");
            Path living = Files.writeString(content.resolve(LEFT.replace("99999999999", String.valueOf(ProcessHandle.current().pid()))), "half");
            Files.writeString(site.archive().resolve(LEFT), "half");
            site.check("--fix");
            assertFalse(Files.exists(content.resolve(LEFT)));
            assertTrue(Files.exists(own) && Files.exists(living) && Files.exists(site.archive().resolve(LEFT)), "another's, or where nothing was written");
            site.check("--write-baseline");
            assertFalse(Files.exists(site.archive().resolve(LEFT)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
        status: aproved                        | status: approved
        status: "aproved"   # soon             | status: "approved"   # soon
        status: 'Aproved'                      | status: 'approved'
        Staus: draft                           | Status: draft
        'staus': draft                         | 'status': draft
        {"status": "drft"}                     | {"status": "drft"}
        created: 2026/3/4                      | created: 2026-03-04
        created: "4 March 2026"                | created: "2026-03-04"
        launch: Q2 2027 # or later             | launch: 2027-Q2 # or later
        decision: {dat: 2026/1/2, reason: to-small} | decision: {date: 2026-01-02, reason: too-small}
        reviews: [{decison: aproved}]          | reviews: [{decision: approved}]
        criteria: {bigidea: yes}               | criteria: {big-idea: yes}
        """)
    void aWordGivesWayAndNothingElse(String written, String expected) {
        assertEquals(front(expected), mended(front(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status: nonsense", "created: 3/4/2026", "launch: soon", "visibility: intrenal", "visibilty: internal",
        "visibility: restrictd", "colour: red", "status: draft\nstaus: approved", "draft: true", "status: \"a\\u0070roved\"",
        "status: >\n  aproved", "tags: [TBD]", "sumary: a\nsummary: b"})
    void whatAPersonMustDecideStays(String written) {
        assertEquals(front(written), mended(front(written)));
    }

    @Test
    void otherCarriersAreMendedInTheirOwnForm() {
        assertEquals("# Keys\n\n| | |\n|---|---|\n| **Status** | `approved` |\n| Created | 2026-03-04 |\n" + BODY,
            mended("# Keys\n\n| | |\n|---|---|\n| **Staus** | `aproved` |\n| Created | 4 March 2026 |\n" + BODY));
        assertEquals("# Keys\n\n- **Author:** Ida\n- **Status:** Approved later\n" + BODY,
            mended("# Keys\n\n- **Author:** Ida\n- **Status:** Approved later\n" + BODY));
        assertEquals("title=Keys\nstatus = approved\n~~~~~~\n" + BODY, mended("title=Keys\nstaus = aproved\n~~~~~~\n" + BODY));
    }

    @Test
    void markLineEndsAndAMissingLastOneStay() {
        String text = "\uFEFF---\r\ntitle: \"😀 Keys\"\r\nstatus: aproved\t# 😀\r\ncreated:   2026/3/4  \r\n---\r\n\r\n# Keys\n\nMixed\r\n\r\nno end";
        try (Site site = site(text)) {
            CommandLineRun run = site.check("--fix");
            assertEquals(text.replace("aproved", "approved").replace("2026/3/4", "2026-03-04"), new String(bytes(site), StandardCharsets.UTF_8));
            assertTrue(run.out().startsWith("""
                --- a/content/a.md
                +++ b/content/a.md
                @@ -1,7 +1,7 @@
                """), run.out());
            assertTrue(run.out().contains("-status: aproved\t# 😀\r\n-created:   2026/3/4  \r\n+status: approved\t# 😀\r\n+created:   2026-03-04  \r\n"), run.out());
            assertTrue(run.err().contains("2 fixes in 1 document"), run.err());
            assertFalse(run.out().contains("meta-unknown-value") || run.out().contains("meta-bad-date"), "what was mended is no finding any more");
        }
    }

    @Test
    void aDryRunShowsADiffThatGitAppliesAndWritesNothing() throws Exception {
        String text = front("staus: aproved\ncreated: 2026/3/4") + "x\n".repeat(20) + "last";
        try (Site site = site(text)) {
            Files.setLastModifiedTime(site.archive().resolve("content/a.md"), FileTime.fromMillis(1_000_000));
            CommandLineRun run = site.check("--fix", "--dry-run");
            assertEquals(text, new String(bytes(site), StandardCharsets.UTF_8));
            assertEquals(1, run.code());
            assertTrue(run.err().contains("nothing was written"), run.err());
            Site.git(site.archive(), Map.of(), "init", "-q");
            Path patch = Files.writeString(site.home().resolve("fix.patch"), run.out());
            Site.git(site.archive(), Map.of(), "apply", patch.toString());
            String applied = new String(bytes(site), StandardCharsets.UTF_8);
            assertEquals(text.replace("staus: aproved", "status: approved").replace("2026/3/4", "2026-03-04"), applied);
            assertEquals("", site.check("--fix", "--dry-run").out());
        }
    }

    @Test
    void fixingAgainChangesNothing() throws Exception {
        try (Site site = site(front("staus: aproved\ncreated: 2026/3/4\nreviews: [{decison: aproved}]"))) {
            site.check("--fix");
            byte[] once = bytes(site);
            Path file = site.archive().resolve("content/a.md");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
            CommandLineRun again = site.check("--fix");
            assertTrue(again.err().contains("there is nothing that --fix can change"), again.err());
            assertEquals(new String(once, StandardCharsets.UTF_8), new String(bytes(site), StandardCharsets.UTF_8));
            assertEquals(1_000_000, Files.getLastModifiedTime(file).toMillis());
        }
    }

    @Test
    void permissionsStayAndNoOtherFileIsLeft() throws Exception {
        try (Site site = site(front("status: aproved"))) {
            Path file = site.archive().resolve("content/a.md");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
            site.check("--fix");
            assertEquals("rw-rw-r-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            try (Stream<Path> files = Files.list(file.getParent())) {
                assertEquals(List.of(file), files.toList());
            }
        }
    }

    @Test
    void aWriteProtectedFileIsLeftAndTheOthersAreMended() throws Exception {
        try (Site site = site(front("status: aproved")).write("content/b.md", front("status: aproved").getBytes(StandardCharsets.UTF_8))) {
            Path file = site.archive().resolve("content/a.md");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
            assumeTrue(!Files.isWritable(file), "root may write everything");
            CommandLineRun run = site.check("--fix");
            assertEquals(3, run.code());
            assertTrue(run.err().contains("content/a.md was not changed: it is write-protected"), run.err());
            assertTrue(site.archiveText("content/b.md").contains("status: approved"));
        }
    }

    @Test
    void linksAreNotFollowed() throws Exception {
        try (Site site = site(front("status: aproved"))) {
            Path outside = Files.createDirectories(site.home().resolve("outside"));
            Files.writeString(outside.resolve("b.md"), front("status: aproved"));
            Files.createSymbolicLink(site.archive().resolve("content/b.md"), outside.resolve("b.md"));
            Files.createSymbolicLink(site.archive().resolve("content/folder"), outside);
            site.check("--fix");
            assertEquals(front("status: aproved"), Files.readString(outside.resolve("b.md")));
            assertTrue(Files.isSymbolicLink(site.archive().resolve("content/b.md")));
        }
    }

    @Test
    void commitsAreNotChanged() {
        try (Site site = site(front("status: aproved")).commit("2024-03-01T10:00:00Z", "Ann <a@x>")) {
            CommandLineRun ref = site.check("--fix", "--ref", "HEAD");
            assertEquals(2, ref.code());
            assertTrue(ref.err().contains("--fix changes files of the working tree, and --ref reads a commit"), ref.err());
            Path bare = site.home().resolve("bare.git");
            Site.git(site.home(), Map.of(), "clone", "-q", "--bare", site.archive().toString(), bare.toString());
            CommandLineRun run = site.run("check", "--fix", bare.toString());
            assertEquals(3, run.code());
            assertTrue(run.err().contains("--fix changes files on disk, and commit "), run.err());
            assertTrue(run.err().contains("check out a working tree"), run.err());
            assertEquals(2, site.check("--dry-run").code());
        }
    }

    @Test
    void onlyWhatCheckWouldShowIsMended() {
        try (Site site = site(front("status: aproved\n") + "\n<!-- pressroom: allow meta-bad-date it is a quotation -->\n")) {
            site.with("-- content/a.md --\n" + site.archiveText("content/a.md").replace("status:", "created: 2026/3/4\nstatus:"));
            site.with("-- content/b.md --\n" + front("status: aproved")).commit("2024-03-01T10:00:00Z", "Ann <a@x>");
            site.with("-- content/a.md --\n" + site.archiveText("content/a.md") + "\nMore.\n");
            site.check("--fix", "--since", "HEAD");
            assertTrue(site.archiveText("content/a.md").contains("created: 2026/3/4\nstatus: approved"), site.archiveText("content/a.md"));
            assertTrue(site.archiveText("content/b.md").contains("status: aproved"));
        }
    }

    @Test
    void aFormForProgramsStaysWhole() {
        try (Site site = site(front("status: aproved"))) {
            CommandLineRun run = site.check("--fix", "--dry-run", "--format", "json");
            assertTrue(run.findings().stream().anyMatch(f -> "meta-unknown-value".equals(f.get("rule"))));
            assertTrue(run.err().contains("+status: approved"), run.err());
        }
    }
}
