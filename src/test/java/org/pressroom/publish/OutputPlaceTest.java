package org.pressroom.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/// Where a site goes is for whoever builds it to say, and nothing outside that folder is touched, whatever came with the archive.
class OutputPlaceTest {

    private static final String MANIFEST = """
        -- output/.pressroom/manifest.json --
        {"form": 1, "files": {"index.html": "0", "../outside/precious": "0"}}
        """;

    private static Site site() {
        return Site.of(document("0001", "Keys by post"));
    }

    private static Path outside(Site site) throws IOException {
        Path outside = Files.createDirectories(site.home().resolve("outside"));
        Files.writeString(outside.resolve("precious"), "precious");
        return outside;
    }

    private static Path link(Path link, Path target) throws IOException {
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        return Files.createSymbolicLink(link, target);
    }

    private static CommandLineRun build(Site site, Path output) {
        return site.run("build", "-o", output.toString(), site.archive().toString());
    }

    private static void assertRefused(CommandLineRun run, String words) {
        assertEquals(3, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(words), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }

    private static void assertUntouched(Site site) {
        assertEquals(Map.of("precious", "precious"), Site.filesOf(site.home().resolve("outside")));
    }

    /// Also in a folder that came as an archive of files, without git.
    @ParameterizedTest
    @ValueSource(strings = {"manifest.json.new", "manifest.json", "lock", "staging", "staging.new", "anything"})
    void aLinkInTheFolderOfOurOwnIsRefused(String name) throws IOException {
        for (String target : new String[] {"precious", "dangling", "."}) {
            try (Site site = site().with(MANIFEST)) {
                Path outside = outside(site);
                Path output = site.archive().resolve("output");
                link(output.resolve(".pressroom").resolve(name), outside.resolve(target));
                assertRefused(build(site, output), name + " is a symbolic link");
                assertUntouched(site);
            }
        }
    }

    @Test
    void theFolderOfOurOwnMustBeAFolder() throws IOException {
        try (Site site = site()) {
            Path outside = outside(site);
            Path own = link(site.output().resolve(".pressroom"), outside);
            assertRefused(site.build(), ".pressroom is a symbolic link");
            assertUntouched(site);
            Files.delete(own);
            Files.writeString(own, "a file");
            assertRefused(site.build(), ".pressroom is not a folder");
        }
    }

    @Test
    void anotherNameOfAFileOutsideIsNotWrittenTo() throws IOException {
        try (Site site = site()) {
            Path outside = outside(site);
            Files.createDirectories(site.output().resolve(".pressroom"));
            Files.createLink(site.output().resolve(".pressroom/lock"), outside.resolve("precious"));
            Files.createLink(site.output().resolve(".pressroom/manifest.json.new"), outside.resolve("precious"));
            assertEquals(0, site.build().code());
            Path manifest = site.output().resolve(".pressroom/manifest.json");
            String own = Files.readString(manifest);
            Files.delete(manifest);
            Files.writeString(outside.resolve("other"), own);
            Files.createLink(manifest, outside.resolve("other"));
            Files.delete(site.output().resolve("index.html"));
            Files.createLink(site.output().resolve("index.html"), outside.resolve("precious"));
            site.with(document("0002", "Locks by post"));
            assertEquals(0, site.build().code());
            assertEquals(Map.of("precious", "precious", "other", own), Site.filesOf(outside));
        }
    }

    @Test
    void aLinkInTheArchiveLeadsNoSiteElsewhere() throws IOException {
        for (boolean git : new boolean[] {false, true}) {
            try (Site site = site()) {
                Path outside = outside(site);
                Path empty = Files.createDirectory(site.home().resolve("empty"));
                link(site.archive().resolve("output"), empty);
                link(site.archive().resolve("way"), site.home());
                link(site.archive().resolve("dangling"), site.home().resolve("not-there"));
                link(site.archive().resolve("inside"), site.archive().resolve("content"));
                if (git) {
                    site.commit("2024-03-01T10:00:00Z", "Ana <a@x>");
                }
                for (String output : new String[] {"output", "way/empty", "way/new/site", "output/site", "dangling", "inside/site"}) {
                    assertRefused(build(site, site.archive().resolve(output)), "is a symbolic link in the archive");
                }
                assertRefused(build(site, outside), "did not make");
                assertUntouched(site);
                assertEquals(Map.of(), Site.filesOf(empty));
                assertFalse(Files.exists(site.home().resolve("not-there"), LinkOption.NOFOLLOW_LINKS));
            }
        }
    }

    @Test
    void aLinkThatLiesElsewhereIsWhatTheUserSays() throws IOException {
        try (Site site = site()) {
            Path real = Files.createDirectory(site.home().resolve("real"));
            Path link = link(site.home().resolve("deploy"), real);
            assertEquals(0, build(site, link).code());
            assertTrue(Files.exists(real.resolve("index.html")));
            assertEquals(0, build(site, link).code());
            assertTrue(Files.isSymbolicLink(link));
            // Nor does it lead back into what git tracks.
            site.with(MANIFEST).commit("2024-03-01T10:00:00Z", "Ana <a@x>");
            assertRefused(build(site, link(site.home().resolve("back"), site.archive().resolve("output"))), "git tracks output/.pressroom/manifest.json");
        }
    }

    @Test
    void aSiteThatIsInTheRepositoryIsNotOurs() throws IOException {
        try (Site site = site().with(MANIFEST).commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            SortedMap<String, String> before = Site.filesOf(site.archive());
            assertRefused(build(site, site.archive().resolve("output")), "git tracks output/.pressroom/manifest.json");
            assertRefused(build(site, site.archive().resolve("output/.pressroom")), "git tracks output/.pressroom/manifest.json");
            assertRefused(site.run("build", "-o", site.archive().resolve("output").toString(), site.archive().resolve("content").toString()), "git tracks");
            assertRefused(site.run("build", "--ref", "main", "-o", site.archive().resolve("output").toString(), site.archive().toString()), "git tracks");
            assertEquals(before, Site.filesOf(site.archive()));
            assertEquals(0, build(site, site.archive().resolve("public")).code());
            assertEquals(0, build(site, site.archive().resolve("public")).code());
        }
    }

    @Test
    void aLinkInTheRepositoryThatWasReplacedByAFolderIsStillTheRepositorys() throws IOException {
        try (Site site = site()) {
            link(site.archive().resolve("output"), outside(site));
            site.commit("2024-03-01T10:00:00Z", "Ana <a@x>");
            Files.delete(site.archive().resolve("output"));
            assertRefused(build(site, site.archive().resolve("output")), "git tracks output");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        try (Site site = site()) {
            Path file = Files.writeString(site.home().resolve("file"), "a file");
            CommandLineRun run = build(site, file.resolve("below/site"));
            assertRefused(run, file + " is not a folder, where one must be");
            assertEquals("a file", Files.readString(file));
        }
    }
}
