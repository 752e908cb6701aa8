package org.pressroom.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.source.SourceId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

class RawLogTest {

    private static final List<String> AUTHORS = List.of("Ana Lima <a@x>", "Jürgen Groß <j@x>", "山田 太郎 <y@x>", "O'Neil \"Q\" <o@x>");
    private static final List<String> ZONES = List.of("+00:00", "+14:00", "-11:00", "+05:30", "+01:00");

    private static void git(Site site, String... arguments) {
        Site.git(site.archive(), Map.of(), arguments);
    }

    private static String author(Random random) {
        return AUTHORS.get(random.nextInt(AUTHORS.size()));
    }

    private static String date(Random random, int day) {
        return LocalDate.of(2020, 1, 1).plusDays(day) + "T" + (10 + random.nextInt(14)) + ":30:00" + ZONES.get(random.nextInt(ZONES.size()));
    }

    /// Some commits with renames, deletions and merges by several authors in several zones.
    private static Site history() {
        Random random = new Random(7);
        Site site = Site.of("-- ideas/0.md --\nzero\n-- other/x.md --\nx\n").commit("2020-01-01T23:30:00-11:00", AUTHORS.getFirst());
        for (int i = 1; i < 22; i++) {
            site.write("ideas/" + random.nextInt(8) + ".md", ("text " + i + "\n").repeat(5).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            switch (i % 7) {
                case 2 -> git(site, "mv", "ideas/0.md", "ideas/renamed-" + i + ".md");
                case 3 -> site.with("-- ideas/0.md --\nzero again " + i + "\n");
                case 4 -> git(site, "checkout", "-q", "-b", "side" + i);
                default -> { }
            }
            site.commit(date(random, random.nextInt(400)), author(random));
            if (i % 7 == 5) {
                git(site, "checkout", "-q", "main");
                site.with("-- other/" + i + ".md --\non main\n").commit(date(random, i), author(random));
                git(site, "merge", "-q", "--no-ff", "-X", "ours", "-m", "merge", "side" + (i - 1));
            }
        }
        return site;
    }

    private static List<RawCommit> byProgram(Path gitDir, ObjectId head, String prefix) {
        LogCollector collector = new LogCollector(prefix);
        assertTrue(GitProgram.walk(gitDir, head.name(), null, prefix, collector));
        return LogOrder.of(collector.commits());
    }

    private static void assertBothAgree(Path archive, String prefix) throws IOException {
        try (Repository repository = new FileRepositoryBuilder().setGitDir(archive.resolve(".git").toFile()).setMustExist(true).build()) {
            ObjectId head = Objects.requireNonNull(repository.resolve("HEAD"));
            LogCollector library = new LogCollector(prefix);
            JGitWalk.walk(repository, head, prefix, Set.of(), library);
            List<RawCommit> expected = LogOrder.of(library.commits());
            assertTrue(expected.stream().anyMatch(commit -> !commit.changes().isEmpty()));
            assertEquals(expected, byProgram(archive.resolve(".git"), head, prefix));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ideas", "other"})
    void programAndLibraryTellTheSame(String prefix) throws IOException {
        try (Site site = history()) {
            assertBothAgree(site.archive(), prefix);
        }
    }

    @Test
    void theyAgreeWhateverTheRepositoryIsConfiguredTo() throws IOException {
        try (Site site = history()) {
            Files.writeString(site.archive().resolve(".mailmap"), "Somebody Else <z@x> <a@x>\n");
            site.commit("2021-06-01T10:00:00Z", AUTHORS.getFirst());
            for (String setting : List.of("log.follow=true", "log.showRoot=false", "log.diffMerges=on", "diff.renames=copies", "log.date=relative",
                    "diff.relative=true", "log.mailmap=true", "format.pretty=oneline", "core.quotePath=true",
                    "log.showSignature=true", "color.ui=always", "i18n.logOutputEncoding=ISO-8859-1", "log.decorate=full", "diff.noprefix=true",
                    "core.commitGraph=false", "diff.ignoreSubmodules=all", "log.abbrevCommit=true", "diff.algorithm=histogram")) {
                git(site, "config", setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
            }
            Path graph = Files.createDirectories(site.archive().resolve(".git/info")).resolve("attributes");
            Files.writeString(graph, "*.md diff=evil -text\n");
            String first = Site.git(site.archive(), Map.of(), "rev-list", "--max-parents=0", "HEAD").strip().lines().findFirst().orElseThrow();
            git(site, "replace", "--graft", "HEAD", first);
            for (String prefix : List.of("", "ideas")) {
                assertBothAgree(site.archive(), prefix);
            }
        }
    }

    @Test
    void namesInOtherEncodingsAreRead() throws IOException {
        try (Site site = Site.of("-- a.md --\na\n")) {
            git(site, "init", "-q", "-b", "main");
            git(site, "config", "i18n.commitEncoding", "ISO-8859-1");
            Path message = Files.writeString(site.home().resolve("m"), "m");
            site.git(site.archive(), Map.of(), "add", "-A");
            Process process = new ProcessBuilder("sh", "-c",
                "GIT_AUTHOR_NAME=\"$(printf 'J\\374rgen')\" git -c user.name=x -c user.email=x@x commit -q -F " + message)
                .directory(site.archive().toFile()).start();
            assertEquals(0, process.waitFor());
            assertBothAgree(site.archive(), "");
            try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
                assertEquals("Jürgen", tree.log().orElseThrow().commits().getFirst().author().name());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A <a@x> 0 +0000", "A <a@x> -1 +0000", "A <a@x> -315619200 +0100", "A <a@x> 4102444800 -1200", "A <a@x> 253402300799 +1400",
        "A <a@x> 1700000000 +9999", "A <a@x> 1700000000 +0060", "A <a@x> 1700000000", "A <a@x> 99999999999999999999 +0000", "A <a@x> x", "A <a@x>",
        "<b>A</b> <a@x> 1700000000 +0000", "\"A\" & 'B' <a@x> 1700000000 +0000", " <a@x> 1700000000 +0000", "A <> 1700000000 +0000",
        "A < a@x > 1700000000 +0000", "A <a@x> 1700000000 -0000", "A <a@x> 1700000000 0100", "A a@x 1700000000 +0000"})
    void theyAgreeOnWhatNoToolWouldWrite(String author) throws IOException {
        try (Site site = Site.of("-- a.md --\na\n")) {
            git(site, "init", "-q", "-b", "main");
            git(site, "add", "-A");
            Path raw = Files.writeString(site.home().resolve("commit"), "tree " + Site.git(site.archive(), Map.of(), "write-tree").strip()
                + "\nauthor " + author + "\ncommitter " + author + "\n\nm\n");
            git(site, "update-ref", "HEAD", Site.git(site.archive(), Map.of(), "hash-object", "-t", "commit", "-w", "--literally", raw.toString()).strip());
            assertBothAgree(site.archive(), "");
        }
    }

    @Test
    void daysAreThoseOfTheAuthorsZone() {
        try (Site site = Site.of("-- a.md --\na\n").commit("2024-03-01T00:30:00+14:00", "Ana <a@x>")
                .with("-- a.md --\nb\n").commit("2024-06-30T23:30:00-11:00", "Bo <b@x>");
                ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
            assertEquals(List.of(LocalDate.of(2024, 6, 30), LocalDate.of(2024, 3, 1)),
                tree.log().orElseThrow().commits().stream().map(RawCommit::day).toList());
        }
    }

    @Test
    void coAuthorsAreReadByBoth() throws IOException {
        try (Site site = Site.of("-- a.md --\na\n")) {
            git(site, "init", "-q", "-b", "main");
            git(site, "add", "-A");
            git(site, "-c", "user.name=Ana", "-c", "user.email=a@x", "commit", "-q", "-m",
                "Write\n\nCo-authored-by: Bo <b@x>\nco-authored-by: Cy Ray <c@x>\nCo-authored-by: nobody\n");
            assertBothAgree(site.archive(), "");
            try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
                assertEquals(List.of(new RawCommit.Author("Bo", "b@x"), new RawCommit.Author("Cy Ray", "c@x")),
                    tree.log().orElseThrow().commits().getFirst().coAuthors());
            }
        }
    }

    @Test
    void aShallowCloneSaysSo() {
        try (Site site = history()) {
            Path clone = site.home().resolve("clone");
            Site.git(site.home(), Map.of(), "clone", "-q", "--depth", "2", "file://" + site.archive(), clone.toString());
            try (ArchiveTree shallow = ArchiveTree.open(SourceId.MAIN, clone, null);
                    ArchiveTree whole = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
                assertTrue(shallow.log().orElseThrow().shallow());
                assertFalse(whole.log().orElseThrow().shallow());
            }
            String err = site.run("build", "-o", site.output().toString(), clone.toString()).err();
            assertTrue(err.contains("the clone is shallow") && err.contains("--unshallow"), err);
        }
    }

    @Test
    void nothingThatTheRepositoryNamesIsRun() throws IOException {
        try (Site site = Site.of("-- content/a.md --\n---\ntitle: A\nstatus: draft\n---\n# A\n").commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            Path marker = site.home().resolve("marker");
            Path evil = site.home().resolve("evil.sh");
            Files.writeString(evil, "#!/bin/sh\necho \"$0 $*\" >> " + marker + "\nexit 1\n");
            assertTrue(evil.toFile().setExecutable(true));
            for (String key : List.of("gpg.program", "gpg.ssh.program", "gpg.x509.program", "core.fsmonitor", "diff.external", "core.pager", "pager.log", "core.sshCommand",
                    "core.editor", "diff.evil.command", "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "credential.helper",
                    "core.askPass", "core.gitProxy", "uploadpack.packObjectsHook", "core.alternateRefsCommand", "alias.log", "remote.origin.uploadpack",
                    "core.hooksPath", "interactive.diffFilter", "trailer.x.command", "log.showSignature", "filter.evil.required")) {
                git(site, "config", key, key.endsWith("showSignature") || key.endsWith("required") ? "true"
                    : key.equals("alias.log") ? "!" + evil : key.equals("core.hooksPath") ? site.home().toString() : evil.toString());
            }
            // A promisor remote: git would fetch what is missing by whatever transport is named.
            git(site, "config", "remote.origin.url", "ext::" + evil);
            git(site, "config", "remote.origin.promisor", "true");
            git(site, "config", "extensions.partialClone", "origin");
            Files.writeString(site.archive().resolve(".gitattributes"), "*.md diff=evil filter=evil\n");
            Files.writeString(site.archive().resolve(".git/config"), "[diff \"evil\"]\n\ttextconv = " + evil + "\n", StandardOpenOption.APPEND);
            for (String hook : List.of("post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman")) {
                Files.copy(evil, site.home().resolve(hook));
                Files.copy(evil, site.archive().resolve(".git/hooks").resolve(hook));
                assertTrue(site.archive().resolve(".git/hooks").resolve(hook).toFile().setExecutable(true));
            }
            // The commit bears a signature, so that log.showSignature has something to check.
            String body = Site.git(site.archive(), Map.of(), "cat-file", "commit", "HEAD");
            Path signed = Files.writeString(site.home().resolve("signed"),
                body.replaceFirst("\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n"));
            String commit = Site.git(site.archive(), Map.of(), "hash-object", "-t", "commit", "-w", signed.toString()).strip();
            Files.writeString(site.archive().resolve(".git/refs/heads/main"), commit + "\n");
            Files.deleteIfExists(marker);
            assertTrue(site.build().code() <= 1);
            assertTrue(site.build("--ref", "main").code() <= 1);
            site.check();
            assertFalse(Files.exists(marker), () -> "was run: " + read(marker));
            // The trap itself works.
            new ProcessBuilder("git", "log", "--show-signature").directory(site.archive().toFile()).start().waitFor();
            assertTrue(Files.exists(marker));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}
