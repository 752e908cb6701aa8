package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What git does not know is said, in one line each, and nothing is guessed.
class HistoryLimitsTest {

    private static final String DRAFT = Site.document("0001", "Keys by post");
    private static final String REVIEWED = DRAFT.replace("status: draft", "status: in-review");
    private static final String REVISED = REVIEWED.replace("two weeks to build", "three weeks to build");

    private final Site site = Site.of(DRAFT).commit("2024-03-01T10:00:00Z", "Ana Lima <a@x>")
        .with(REVIEWED).commit("2024-03-11T10:00:00Z", "Bo Reed <b@x>")
        .with(REVISED).commit("2024-03-31T10:00:00Z", "Cy Ray <c@x>");

    @AfterEach
    void close() {
        site.close();
    }

    private String git(String... arguments) {
        return Site.git(site.archive(), Map.of(), arguments);
    }

    private String remarks(String... options) {
        CommandLineRun run = site.build(options);
        assertTrue(run.code() <= 1, run.err());
        return run.err();
    }

    private String history(Path archive) {
        CommandLineRun run = site.run("history", "0001", archive.toString());
        assertEquals(0, run.code(), run.err());
        return run.out() + run.err();
    }

    private static int linesWith(String text, String part) {
        return (int) text.lines().filter(line -> line.contains(part)).count();
    }

    @Test
    void aCleanWorkingTreeHasNothingToSay() {
        assertEquals("", remarks());
        assertFalse(history(site.archive()).contains("the last commit"), history(site.archive()));
    }

    @Test
    void uncommittedChangesAreCounted() {
        site.with(DRAFT).with(Site.document("0002", "New"));
        assertEquals(1, linesWith(remarks(), "2 documents have changes that are not committed"));
        assertTrue(history(site.archive()).contains("content/0001.md has changed since the last commit"), history(site.archive()));
        git("add", "-A");
        assertEquals(1, linesWith(remarks(), "2 documents have changes that are not committed"));
        assertTrue(history(site.archive()).contains("in-review"), history(site.archive()));
        // Of a commit there is no such thing.
        assertEquals("", remarks("--ref", "main"));
        git("commit", "-q", "-m", "Both");
        assertEquals(0, linesWith(remarks(), "not committed"));
    }

    @Test
    void aFileThatWasOnlyTouchedIsNoChange() throws IOException {
        Files.setLastModifiedTime(site.archive().resolve("content/0001.md"), FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));
        assertEquals("", remarks());
        git("config", "core.autocrlf", "true");
        site.write("content/0001.md", site.archiveText("content/0001.md").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(0, linesWith(remarks(), "not committed"));
    }

    @Test
    void aDetachedHeadIsSaid() {
        git("checkout", "-q", "--detach", "HEAD~1");
        String commit = git("rev-parse", "HEAD").substring(0, 7);
        assertEquals(1, linesWith(remarks(), "no branch is checked out, so the history is that of commit " + commit + " alone"));
        assertTrue(history(site.archive()).contains("2 revisions"), history(site.archive()));
    }

    @Test
    void aShallowCloneIsSaid() {
        Path clone = site.home().resolve("clone");
        Site.git(site.home(), Map.of(), "clone", "-q", "--depth", "2", "file://" + site.archive(), clone.toString());
        String told = history(clone);
        assertTrue(told.contains("the clone is shallow") && told.contains("2 revisions") && told.contains("created  2024-03-11"), told);
    }

    @Test
    void submodulesAreNamed() {
        Path other = site.home().resolve("other");
        try (Site library = Site.of(Site.document("0009", "Elsewhere")).commit("2024-01-01T00:00:00Z", "Di <d@x>")) {
            Site.git(site.home(), Map.of(), "clone", "-q", library.archive().toString(), other.toString());
            git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.toString(), "content/parts");
            git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.toString(), "elsewhere");
            git("commit", "-q", "-m", "Parts");
        }
        for (String[] options : List.of(new String[] {}, new String[] {"--ref", "main"})) {
            assertEquals(1, linesWith(remarks(options), "submodules are not read: content/parts;"));
        }
        assertFalse(site.files().containsKey("ideas/0009.html"));
    }

    @Test
    void aRepositoryWithoutCommitsIsSaid() {
        try (Site empty = Site.of(DRAFT)) {
            Site.git(empty.archive(), Map.of(), "init", "-q");
            CommandLineRun run = empty.build();
            assertTrue(run.code() <= 1 && linesWith(run.err(), "has no commits yet") == 1, run.err());
            CommandLineRun history = empty.run("history", "0001", empty.archive().toString());
            assertTrue(history.err().contains("has no commits yet"), history.err());
        }
    }

    private Path object(String what) {
        String id = git("rev-parse", what).strip();
        return site.archive().resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD~2", "HEAD~1", "HEAD", "HEAD~2^{tree}", "HEAD~1^{tree}", "HEAD^{tree}", "HEAD~1:content", "HEAD~1:content/0001.md"})
    void aLostOrBrokenObjectCostsOnlyWhatItTells(String what) throws IOException {
        Path object = object(what);
        assertTrue(object.toFile().setWritable(true));
        byte[] good = Files.readAllBytes(object);
        for (byte[] bad : List.of(new byte[0], Arrays.copyOf(good, good.length / 2), "rubbish".getBytes(StandardCharsets.US_ASCII))) {
            Files.write(object, bad);
            assertDamageIsSaid(what);
        }
        Files.delete(object);
        assertDamageIsSaid(what);
        // Nothing of it was kept.
        Files.write(object, good);
        assertEquals("", remarks());
        assertTrue(history(site.archive()).contains("3 revisions"), history(site.archive()));
    }

    private void assertDamageIsSaid(String what) {
        String said = remarks();
        assertEquals(1, linesWith(said, "damaged"), what + ": " + said);
        assertTrue(said.contains("git fetch --refetch"), said);
        assertTrue(site.files().containsKey("ideas/0001.html"), "no page when " + what + " is lost");
        assertFalse(said.contains("Exception") || said.contains("\tat "), said);
    }

    @Test
    void aDamagedPackIsSaid() throws IOException {
        git("gc", "-q");
        Path pack;
        try (var files = Files.list(site.archive().resolve(".git/objects/pack"))) {
            pack = files.filter(file -> file.toString().endsWith(".pack")).findFirst().orElseThrow();
        }
        assertTrue(pack.toFile().setWritable(true));
        byte[] good = Files.readAllBytes(pack);
        byte[] bent = good.clone();
        for (int i = 100; i < good.length; i += 40) {
            bent[i] ^= 0x55;
        }
        for (byte[] bad : List.of(bent, Arrays.copyOf(good, good.length / 2), Arrays.copyOf(good, 20))) {
            Files.write(pack, bad);
            CommandLineRun run = site.build();
            assertTrue(run.code() <= 1 && linesWith(run.err(), "damaged") >= 1, run.err());
            assertTrue(site.files().containsKey("ideas/0001.html"));
        }
    }
}
