package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/// Repositories that lack objects, or are otherwise not what they should be, cost what they lack and nothing else.
class UnreadableFilesTest {

    private static final String ANA = "Ana Lima <ana@x.example>";

    private static Site committed() {
        return Site.of(Site.document("1", "Keys").replace("## FAQ", "![Plan](plan.png) and [the other](2.md)\n\n## FAQ") + Site.document("2", "Zebra")
            + "-- content/plan.png --\nplan\n-- assets/lost.png --\nlost\n").commit("2024-03-01T10:00:00Z", ANA);
    }

    private static String id(Site site, String name) {
        return Site.git(site.archive(), Map.of(), "rev-parse", name).strip();
    }

    private static void lose(Site site, String name) throws IOException {
        String id = id(site, name);
        Files.delete(site.archive().resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2)));
    }

    @Test
    void aLostDocumentIsAFindingAndTheOthersArePublished() throws IOException {
        try (Site site = committed()) {
            lose(site, "HEAD:content/2.md");
            CommandLineRun run = site.build("--ref", "HEAD");
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("a document can't be read and is left out") && run.err().contains("git fetch --refetch"), run.err());
            assertTrue(site.page("ideas/1.html").contains("Keys"));
            assertFalse(site.files().containsKey("ideas/2.html"));
            // Rules' own pages have examples with such names.
            site.files().forEach((name, text) -> assertFalse(text.contains("2.md") && !name.startsWith("rules/"), name + ": it may be restricted, so nothing names it"));
            CommandLineRun check = site.check("--ref", "HEAD");
            assertTrue(check.out().contains("content/2.md:1:1: error: the file can't be read: the repository lacks the object ")
                && check.out().contains("[text-unreadable]"), check.out());
        }
    }

    @Test
    void whenNothingCanBeReadASentenceSaysWhatHelps() throws IOException {
        try (Site site = committed()) {
            Path partial = site.home().resolve("partial.git");
            Site.git(site.archive(), Map.of(), "config", "uploadpack.allowFilter", "true");
            Site.git(site.home(), Map.of(), "clone", "-q", "--bare", "--filter=blob:none", "file://" + site.archive(), partial.toString());
            CommandLineRun run = site.run("build", "-o", site.output().toString(), partial.toString());
            assertEquals(3, run.code(), run.err());
            assertTrue(run.err().contains("none of the documents in commit") && run.err().contains("`git fetch --refetch` completes it"), run.err());
            assertFalse(Files.exists(site.output().resolve("index.html")));
        }
    }

    @Test
    void aLostPictureCostsItselfAndOneThatNobodyShowsNothing() throws IOException {
        try (Site site = committed()) {
            lose(site, "HEAD:assets/lost.png");
            assertEquals(0, site.build("--ref", "HEAD").code());
            lose(site, "HEAD:content/plan.png");
            CommandLineRun run = site.build("--ref", "HEAD");
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("content/plan.png:1:1: error: the file can't be read"), run.err());
            assertTrue(site.page("ideas/1.html").contains("Keys") && !site.files().containsKey("files/plan.png"));
        }
    }

    @Test
    void aLostListOfFilesOrConfigurationIsOneSentence() throws IOException {
        for (String name : new String[] {"HEAD:content", "HEAD^{tree}", "HEAD", "HEAD:pressroom.yaml"}) {
            try (Site site = committed().with("-- pressroom.yaml --\nsite: {name: X}\n").commit("2024-03-02T10:00:00Z", ANA)) {
                lose(site, name);
                CommandLineRun run = site.build("--ref", "HEAD");
                assertEquals(3, run.code(), run.err());
                assertTrue(run.err().contains("git fetch --refetch") && run.err().lines().count() == 1, run.err());
            }
        }
    }

    @Test
    void aRepositoryWithSha256IsReadFromItsFiles() {
        try (Site site = Site.of(Site.document("1", "Keys") + "-- .gitignore --\nown/\n-- content/own/3.md --\n# Zebra\n")) {
            Site.git(site.archive(), Map.of(), "init", "-q", "-b", "main", "--object-format=sha256");
            site.commit("2024-03-01T10:00:00Z", ANA);
            CommandLineRun run = site.build();
            assertEquals(0, run.code(), run.err());
            assertEquals(1, run.err().lines().filter(line -> line.contains("SHA-256")).count(), run.err());
            assertTrue(run.err().contains("dates come only from the documents"), run.err());
            assertTrue(site.page("ideas/1.html").contains("Keys"));
            site.files().forEach((name, text) -> assertFalse(text.contains("Zebra"), name + ": what git ignores stays private"));
            CommandLineRun ref = site.check("--ref", "HEAD");
            assertEquals(3, ref.code());
            assertTrue(ref.err().contains("uses SHA-256 object names"), ref.err());
        }
    }

    @Test
    void aHeadWithoutItsBranchIsSaidToBeOne() throws IOException {
        try (Site site = committed()) {
            Site.git(site.archive(), Map.of(), "symbolic-ref", "HEAD", "refs/heads/nowhere");
            assertEquals(0, site.build().code());
            CommandLineRun run = site.check("--ref", "HEAD");
            assertEquals(3, run.code());
            assertTrue(run.err().contains("is on the branch nowhere, which does not exist; name another with --ref, such as main"), run.err());
            Files.writeString(site.archive().resolve(".git/packed-refs"), "zz\n");
            CommandLineRun damaged = site.check();
            assertEquals(3, damaged.code());
            assertFalse(damaged.err().contains("java."), damaged.err());
        }
    }

    @Test
    void aDamagedIndexIsOneSentence() throws IOException {
        try (Site site = committed()) {
            Path index = site.archive().resolve(".git/index");
            byte[] whole = Files.readAllBytes(index);
            for (byte[] bytes : new byte[][] {java.util.Arrays.copyOf(whole, 40), "garbage".getBytes(StandardCharsets.UTF_8),
                    HexFormat.of().parseHex("44495243000000027fffffff" + "61".repeat(60))}) {
                Files.write(index, bytes);
                CommandLineRun run = site.check();
                assertEquals(3, run.code(), run.out() + run.err());
                assertTrue(run.err().contains("is damaged") && run.err().contains("`git reset` makes it again"), run.err());
            }
        }
    }

    @Test
    void aCommitThatNamesAFileTwiceIsAFinding() throws IOException {
        try (Site site = committed()) {
            ByteArrayOutputStream tree = new ByteArrayOutputStream();
            for (String content : new String[] {"HEAD:content/1.md", "HEAD:content/2.md", "HEAD:content/2.md"}) {
                tree.write("100644 a.md\0".getBytes(StandardCharsets.UTF_8));
                tree.write(HexFormat.of().parseHex(id(site, content)));
            }
            Path file = site.home().resolve("tree");
            Files.write(file, tree.toByteArray());
            String id = Site.git(site.archive(), Map.of(), "hash-object", "-w", "-t", "tree", "--literally", file.toString()).strip();
            String commit = Site.git(site.archive(), Map.of(), "commit-tree", "-m", "m", id).strip();
            CommandLineRun run = site.check("--ref", commit);
            assertEquals(1, run.code(), run.err());
            assertEquals(1, run.out().lines().filter(line -> line.startsWith("a.md:1:1: error: the commit names the file more than once")).count(), run.out());
            site.build("--ref", commit);
            assertTrue(site.files().keySet().stream().anyMatch(name -> name.startsWith("ideas/")), site.files().keySet().toString());
        }
    }
}
