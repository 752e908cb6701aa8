package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// `publish` to real files and repositories.
class PublishCommandTest {

    private static final Map<String, String> NAMED = Map.of("GIT_AUTHOR_NAME", "Ana", "GIT_AUTHOR_EMAIL", "ana@example.com", "GIT_COMMITTER_NAME", "Ana", "GIT_COMMITTER_EMAIL", "ana@example.com");

    private static Site site() {
        return Site.of(Site.document("0001", "Keys by post")).with(Site.document("größe-日本", "Locks that listen"));
    }

    private static CommandLineRun publish(Site site, String to, String... options) {
        List<String> line = new ArrayList<>(List.of("publish", "--as-of", "2026-06-01", "--to", to));
        line.addAll(List.of(options));
        line.add(site.archive().toString());
        return site.run(line.toArray(String[]::new));
    }

    @Test
    void aFolderGetsTheSite() throws IOException {
        try (Site site = site()) {
            Path folder = site.home().resolve("www");
            CommandLineRun run = publish(site, folder.toString());
            assertEquals(0, run.code(), run.err());
            site.build();
            assertEquals(site.files(), Site.filesOf(folder));
            assertTrue(publish(site, folder.toString()).out().startsWith("0 files sent to the folder"));
            site.with(Site.document("0003", "Doors"));
            CommandLineRun dry = publish(site, folder.toString(), "--dry-run");
            assertTrue(dry.out().contains("would be sent"), dry.out());
            assertFalse(Files.exists(folder.resolve("ideas/0003.html")));
        }
    }

    @Test
    void aZipHoldsTheSiteAndTheSameSiteIsTheSameBytes() throws IOException {
        try (Site site = site()) {
            Path file = site.home().resolve("site.zip");
            assertEquals(0, publish(site, file.toString(), "--dry-run").code());
            assertFalse(Files.exists(file));
            assertEquals(0, publish(site, file.toString()).code());
            byte[] first = Files.readAllBytes(file);
            SortedMap<String, String> files = new TreeMap<>();
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
            site.build();
            assertEquals(site.files(), files);
            assertEquals(0, publish(site, file.toString()).code());
            assertArrayEquals(first, Files.readAllBytes(file));
            CommandLineRun refused = publish(site, site.home().resolve("nowhere/site.zip").toString());
            assertEquals(3, refused.code());
            assertTrue(refused.err().contains("cannot write"), refused.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"site.tar.gz", "site.TGZ"})
    void aTarIsUnpackedByTheSystem(String name) throws Exception {
        try (Site site = site()) {
            Path file = site.home().resolve(name);
            assertEquals(0, publish(site, file.toString()).code());
            Path folder = Files.createDirectory(site.home().resolve("unpacked"));
            Process tar = new ProcessBuilder("tar", "-xzf", file.toString(), "-C", folder.toString()).redirectErrorStream(true).start();
            try (InputStream out = tar.getInputStream()) {
                assertEquals("", new String(out.readAllBytes(), StandardCharsets.UTF_8));
            }
            assertEquals(0, tar.waitFor());
            site.build();
            assertEquals(site.files(), Site.filesOf(folder));
        }
    }

    private static String git(Path repository, String... arguments) {
        return Site.git(repository, NAMED, arguments);
    }

    private static Path remote(Site site) {
        Path remote = site.home().resolve("remote.git");
        git(site.home(), "init", "-q", "--bare", "-b", "main", remote.toString());
        return remote;
    }

    @Test
    void aBranchGetsACommitForEachChange() throws IOException {
        try (Site site = site().commit("2024-03-01T10:00:00Z", "Ana <ana@example.com>")) {
            Path remote = remote(site);
            git(site.archive(), "config", "user.name", "Ana");
            git(site.archive(), "config", "user.email", "ana@example.com");
            git(site.archive(), "remote", "add", "origin", remote.toString());
            CommandLineRun dry = publish(site, "branch:gh-pages", "--dry-run");
            assertEquals(0, dry.code(), dry.err());
            assertEquals("", git(remote, "branch", "--list"));
            CommandLineRun first = publish(site, "branch:gh-pages");
            assertEquals(0, first.code(), first.err());
            assertEquals("Published by Pressroom.\n", git(remote, "show", "gh-pages:.nojekyll"));
            assertFalse(git(remote, "ls-tree", "-r", "--name-only", "gh-pages").contains(".pressroom"));
            assertTrue(publish(site, "branch:gh-pages").out().startsWith("0 files sent"), "nothing changed");
            assertEquals("1\n", git(remote, "rev-list", "--count", "gh-pages"));

            // Hosts and people add a name to the branch, which stays.
            Path clone = site.home().resolve("clone");
            git(site.home(), "clone", "-q", "-b", "gh-pages", remote.toString(), clone.toString());
            Files.writeString(clone.resolve("CNAME"), "ideas.example.com\n");
            git(clone, "add", "-A");
            git(clone, "commit", "-q", "-m", "Name");
            git(clone, "push", "-q", "origin", "gh-pages");
            site.with(Site.document("0001", "Keys by bicycle")).remove("content/größe-日本.md");
            CommandLineRun second = publish(site, "git:" + remote + "#gh-pages");
            assertEquals(0, second.code(), second.err());
            assertEquals("3\n", git(remote, "rev-list", "--count", "gh-pages"));
            assertTrue(git(remote, "show", "gh-pages:ideas/0001.html").contains("Keys by bicycle"));
            assertEquals("ideas.example.com\n", git(remote, "show", "gh-pages:CNAME"));
            assertFalse(git(remote, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "gh-pages").contains("ideas/größe-日本.html"));
            assertEquals("", git(site.archive(), "status", "--short", "--", ".git"), "the archive's own repository has no part in it");
        }
    }

    @Test
    void aBranchOfSomebodyElseIsLeftAlone() throws IOException {
        try (Site site = site().commit("2024-03-01T10:00:00Z", "Ana <ana@example.com>")) {
            Path remote = remote(site);
            git(site.archive(), "config", "user.name", "Ana");
            git(site.archive(), "config", "user.email", "ana@example.com");
            git(site.archive(), "push", "-q", remote.toString(), "main");
            String before = git(remote, "rev-parse", "main");
            CommandLineRun refused = publish(site, "git:" + remote + "#main");
            assertEquals(3, refused.code());
            assertTrue(refused.err().contains("holds files that Pressroom did not publish"), refused.err());
            assertEquals(before, git(remote, "rev-parse", "main"));
            Files.writeString(remote.resolve("hooks/pre-receive"), "#!/bin/sh\necho no pages today\nexit 1\n");
            assertTrue(remote.resolve("hooks/pre-receive").toFile().setExecutable(true));
            CommandLineRun hook = publish(site, "git:" + remote + "#pages");
            assertEquals(3, hook.code());
            assertTrue(hook.err().contains("was not changed") && hook.err().contains("no pages today"), hook.err());
            assertEquals(3, publish(site, "git:" + site.home().resolve("nowhere.git") + "#pages").code());
            CommandLineRun none = publish(site, "branch:pages");
            assertEquals(2, none.code());
            assertTrue(none.err().contains("has no remote `origin`"), none.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"git:nowhere", "https://example.com/", " "})
    void whatIsNoPlaceIsRefused(String to) {
        try (Site site = site()) {
            assertEquals(2, publish(site, to).code());
        }
    }

    @Test
    void errorsInDocumentsAreExitCodeOneAndStrictSendsNothing() {
        try (Site site = site().with("-- content/bad.md --\n---\nstatus: nonsense\n---\n# Bad")) {
            Path file = site.home().resolve("site.zip");
            CommandLineRun strict = publish(site, file.toString(), "--strict");
            assertEquals(1, strict.code());
            assertTrue(strict.err().contains("nothing was sent"), strict.err());
            assertFalse(Files.exists(file));
            assertEquals(1, publish(site, file.toString()).code());
            assertTrue(Files.exists(file));
        }
    }
}
