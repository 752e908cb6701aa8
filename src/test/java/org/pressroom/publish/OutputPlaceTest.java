package org.pressroom.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

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
            Files.copy(site.output().resolve("404.html"), outside.resolve("page"));
            Files.delete(site.output().resolve("404.html"));
            Files.createLink(site.output().resolve("404.html"), outside.resolve("page"));
            Files.createLink(site.output().resolve("index.html"), outside.resolve("precious"));
            site.with(document("0002", "Locks by post") + "-- pressroom.yaml --\nsite: {name: Doors}\n");
            assertRefused(site.build(), "index.html is not as Pressroom wrote it");
            Files.delete(site.output().resolve("index.html"));
            String page = Files.readString(outside.resolve("page"));
            assertEquals(0, site.build().code());
            assertNotEquals(page, site.page("404.html"));
            assertEquals(page, Files.readString(outside.resolve("page")));
            Files.delete(outside.resolve("page"));
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

    /// Everything but the cache, folders too.
    private static List<String> names(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(path -> !path.startsWith(home.resolve("cache"))).map(Path::toString).sorted().toList();
        }
    }

    /// What is put there may be taken for git's own: hooks, objects, settings.
    @Test
    void whereGitKeepsARepositoryNoSiteIsMade() throws IOException {
        try (Site site = site().commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            Path home = site.home();
            Site.git(home, Map.of(), "clone", "-q", "--bare", site.archive().toString(), "bare.git");
            Site.git(home.resolve("bare.git"), Map.of(), "worktree", "add", "-q", "-b", "other", home.resolve("tree").toString());
            Site.git(home, Map.of(), "clone", "-q", "--separate-git-dir", home.resolve("apart").toString(), site.archive().toString(), "clone");
            link(home.resolve("way"), site.archive().resolve(".git/refs"));
            Files.createDirectories(home.resolve("plain"));
            for (String output : List.of("archive/.git", "archive/.git/x", "archive/.git/hooks/deep/x", "archive/.git/../.git/x", "archive/.GIT/x", "way/x", "bare.git",
                    "bare.git/site", "bare.git/worktrees/tree/x", "apart/x", "clone/.git/x", "tree/.git/x", "plain/.git", "plain/.git/x")) {
                List<String> before = names(home);
                for (String archive : List.of("archive", "bare.git", "tree")) {
                    CommandLineRun run = site.run("build", "-o", home.resolve(output).toString(), home.resolve(archive).toString());
                    assertRefused(run, "the output folder " + home.resolve(output) + " can't be used: git keeps a repository in ");
                    assertEquals(before, names(home), output);
                }
            }
            assertFalse(Files.exists(home.resolve("plain/.git")));
            // A folder with a repository in it is the user's to choose: its branch may be what a host publishes.
            Files.createDirectories(site.output());
            assertEquals(0, site.build().code());
            Site.git(site.output(), Map.of(), "init", "-q");
            site.with(document("0002", "Locks by post"));
            assertEquals(0, site.build().code());
            assertTrue(Files.exists(site.output().resolve(".git/HEAD")));
        }
    }

    @Test
    void nothingIsKeptInTheArchive() throws IOException {
        try (Site site = site().commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            SortedMap<String, String> before = Site.filesOf(site.archive());
            link(site.home().resolve("way"), site.archive());
            for (String cache : List.of("archive/cache", "archive/.git/cache", "archive", "way/deep/cache", "archive/content")) {
                for (List<String> command : List.of(List.of("build", "-o", site.output().toString()), List.of("search", "morning"), List.of("history", "0001"))) {
                    List<String> arguments = new ArrayList<>(command);
                    arguments.add(site.archive().toString());
                    CommandLineRun run = CommandLineRun.withCache(site.home(), site.home().resolve(cache), arguments.toArray(String[]::new));
                    assertEquals(0, run.code(), run.err());
                    assertTrue(run.err().contains("the cache folder " + site.home().resolve(cache) + " is in the archive"), run.err());
                    assertEquals(before, Site.filesOf(site.archive()), cache);
                }
            }
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
