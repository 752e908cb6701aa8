package org.pressroom.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class ArchiveTreeTest {

    private static final String FILES = "-- a.md --\nfirst\n-- ideas/b.md --\nb\n-- ideas/deep/c.md --\nc\n";

    private static List<String> files(Path location, @Nullable String ref) {
        try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, location, ref)) {
            return tree.files().stream().map(e -> e.path().path()).toList();
        }
    }

    private static String text(Path location, @Nullable String ref, String path) {
        try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, location, ref)) {
            TreeEntry entry = tree.files().stream().filter(e -> e.path().path().equals(path)).findFirst().orElseThrow();
            return new String(tree.read(entry, 1000).bytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static String refusal(Path location, @Nullable String ref) {
        return String.valueOf(assertThrows(ArchiveException.class, () -> ArchiveTree.open(SourceId.MAIN, location, ref).close()).getMessage());
    }

    private static Site committed() {
        return Site.of(FILES).commit("2024-03-01T10:00:00+01:00", "Ana <a@x>");
    }

    private static void git(Site site, String... arguments) {
        Site.git(site.archive(), Map.of(), arguments);
    }

    @Test
    void aPlainFolderHasFilesAndNoHistory() {
        try (Site site = Site.of(FILES); ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
            assertEquals(List.of("a.md", "ideas/b.md", "ideas/deep/c.md"), files(site.archive(), null));
            assertTrue(tree.log().isEmpty());
            assertTrue(refusal(site.archive(), "main").contains("is not in a git repository"));
        }
    }

    @Test
    void theWorkingTreeIsReadAsItIs() {
        try (Site site = committed()) {
            site.with("-- a.md --\nchanged\n-- new.md --\nnew\n");
            assertEquals(List.of("a.md", "ideas/b.md", "ideas/deep/c.md", "new.md"), files(site.archive(), null));
            assertEquals("changed", text(site.archive(), null, "a.md"));
        }
    }

    private static List<String> changed(ArchiveTree tree) {
        return tree.log().orElseThrow().commits().stream().flatMap(commit -> commit.changes().stream()).map(RawChange::path).sorted().toList();
    }

    @Test
    void aFolderOfARepositoryIsAnArchiveOfItsOwn() {
        try (Site site = committed(); ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive().resolve("ideas"), null)) {
            assertEquals(List.of("b.md", "deep/c.md"), tree.files().stream().map(e -> e.path().path()).toList());
            assertEquals(List.of("b.md", "deep/c.md"), files(site.archive().resolve("ideas"), "HEAD"));
            assertEquals(List.of("b.md", "deep/c.md"), changed(tree));
        }
    }

    @Test
    void branchesTagsAndCommitsAreRefs() {
        try (Site site = committed()) {
            git(site, "tag", "light");
            git(site, "tag", "-a", "-m", "m", "annotated");
            git(site, "branch", "feature/x");
            String commit = Site.git(site.archive(), Map.of(), "rev-parse", "HEAD").strip();
            site.with("-- a.md --\nsecond\n").commit("2024-03-02T10:00:00Z", "Bo <b@x>");
            for (String ref : List.of("light", "annotated", "feature/x", commit, commit.substring(0, 8), "HEAD~1", "refs/tags/light")) {
                assertEquals("first", text(site.archive(), ref, "a.md"), ref);
            }
            assertEquals("second", text(site.archive(), "main", "a.md"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "-x", "--upload-pack=touch x", "HEAD~9", "a..b", "HEAD:a.md", "", " ", "main^{tree}", "0000000000000000000000000000000000000000",
        "@{-1}", "../../etc", "ba\\d"})
    void anUnknownRefIsOneSentence(String ref) {
        try (Site site = committed()) {
            String message = refusal(site.archive(), ref);
            assertTrue(message.contains(ref.strip()), message);
            assertFalse(message.contains("null"), message);
        }
    }

    @Test
    void aBareRepositoryIsReadAtItsHead() {
        try (Site site = committed()) {
            Path bare = site.home().resolve("bare.git");
            Site.git(site.home(), Map.of(), "clone", "-q", "--bare", site.archive().toString(), bare.toString());
            assertEquals(List.of("a.md", "ideas/b.md", "ideas/deep/c.md"), files(bare, null));
            assertEquals(List.of("a.md", "ideas/b.md", "ideas/deep/c.md"), files(bare, "main"));
        }
    }

    @Test
    void aRepositoryWithoutCommitsHasFilesAndNoHistory() {
        try (Site site = Site.of(FILES)) {
            git(site, "init", "-q");
            try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
                assertEquals(3, tree.files().size());
                assertTrue(tree.log().isEmpty());
            }
            Path bare = site.home().resolve("empty.git");
            Site.git(site.home(), Map.of(), "init", "-q", "--bare", bare.toString());
            assertTrue(refusal(bare, null).contains("has no commits yet"));
        }
    }

    @Test
    void whatIsNoFolderIsOneSentence() throws IOException {
        try (Site site = Site.of(FILES)) {
            assertTrue(refusal(site.home().resolve("nowhere"), null).startsWith("no such folder: "));
            assertTrue(refusal(site.archive().resolve("a.md"), null).startsWith("not a folder: "));
            Files.writeString(site.archive().resolve(".git"), "gitdir: /nowhere\n");
            assertTrue(refusal(site.archive(), null).contains(".git"));
        }
    }

    @Test
    void ignoredAndHiddenFilesAreLeftOutUnlessTracked() {
        try (Site site = Site.of(FILES + """
            -- .gitignore --
            drafts/
            *.tmp.md
            -- drafts/kept.md --
            k
            -- .hidden.md --
            h
            -- .github/x.md --
            h
            -- ideas/.obsidian/y.md --
            h
            """)) {
            git(site, "init", "-q", "-b", "main");
            git(site, "add", "-f", "drafts/kept.md");
            site.commit("2024-03-01T10:00:00Z", "Ana <a@x>");
            site.with("-- drafts/ignored.md --\ni\n-- z.tmp.md --\ni\n-- node_modules/.gitignore --\n*\n-- node_modules/d.md --\ni\n");
            List<String> expected = List.of("a.md", "drafts/kept.md", "ideas/b.md", "ideas/deep/c.md");
            assertEquals(expected, files(site.archive(), null));
            assertEquals(expected, files(site.archive(), "HEAD"));
        }
    }

    @Test
    void symbolicLinksAreNotFollowed() throws IOException {
        try (Site site = Site.of(FILES + "-- ../outside/secret.md --\nsecret\n")) {
            Path root = site.archive();
            Files.createSymbolicLink(root.resolve("file.md"), site.home().resolve("outside/secret.md"));
            Files.createSymbolicLink(root.resolve("folder"), site.home().resolve("outside"));
            Files.createSymbolicLink(root.resolve("dangling.md"), Path.of("nowhere.md"));
            Files.createSymbolicLink(root.resolve("ideas/loop"), Path.of("../ideas"));
            List<String> expected = List.of("a.md", "ideas/b.md", "ideas/deep/c.md");
            assertEquals(expected, files(root, null), "plain folder");
            site.commit("2024-03-01T10:00:00Z", "Ana <a@x>");
            assertEquals(expected, files(root, null), "working tree");
            assertEquals(expected, files(root, "HEAD"), "commit");
            try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, root, null)) {
                assertTrue(tree.find(SourcePath.of("folder/secret.md"), 100).isEmpty());
                assertTrue(tree.find(SourcePath.of("file.md"), 100).isEmpty());
            }
            Path link = Files.createSymbolicLink(site.home().resolve("link"), root);
            assertEquals(expected, files(link, null), "the archive itself may be named by a link");
        }
    }

    @Test
    void submodulesAreLeftOut() {
        try (Site site = committed(); Site other = Site.of("-- inner.md --\ni\n").commit("2024-03-01T10:00:00Z", "Bo <b@x>")) {
            git(site, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.archive().toString(), "module");
            site.commit("2024-03-02T10:00:00Z", "Ana <a@x>");
            List<String> expected = List.of("a.md", "ideas/b.md", "ideas/deep/c.md");
            assertEquals(expected, files(site.archive(), null));
            assertEquals(expected, files(site.archive(), "HEAD"));
        }
    }

    @Test
    void anyNameOfAFileIsRead() {
        List<String> names = List.of("größe.md", "課題/予約.md", "two words.md", "new\nline.md", "tab\tname.md", "quote\"'.md", "back\\slash.md", "-rf.md", "%41.md", "😀.md",
            ":(top)x.md", "a;b$(c).md");
        try (Site site = Site.of("")) {
            names.forEach(name -> site.write(name, name.getBytes(StandardCharsets.UTF_8)));
            List<String> sorted = names.stream().sorted().toList();
            assertEquals(sorted, files(site.archive(), null), "plain folder");
            site.commit("2024-03-01T10:00:00Z", "Ana <a@x>");
            assertEquals(sorted, files(site.archive(), null), "working tree");
            assertEquals(sorted, files(site.archive(), "HEAD"), "commit");
            try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
                assertEquals(sorted, changed(tree));
            }
            names.forEach(name -> assertEquals(name.strip(), text(site.archive(), "HEAD", name)));
        }
    }

    @Test
    void aNameThatIsNotUtf8CostsItsOwnFileAlone() throws Exception {
        try (Site site = Site.of(FILES)) {
            Process touch = new ProcessBuilder("sh", "-c", "printf 'x' > \"$(printf 'caf\\351.md')\"").directory(site.archive().toFile()).start();
            assertEquals(0, touch.waitFor());
            for (boolean repository : List.of(false, true)) {
                if (repository) {
                    site.commit("2024-03-01T10:00:00Z", "Ana <a@x>");
                }
                try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
                    assertTrue(tree.files().size() >= 3);
                    tree.files().forEach(entry -> assertTrue(tree.read(entry, 100).bytes().length > 0));
                    assertEquals(List.of(SourcePath.of("caf\uFFFD.md")), tree.misnamed());
                }
            }
            try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), "HEAD")) {
                tree.files().forEach(entry -> assertTrue(tree.read(entry, 100).bytes().length > 0));
                assertEquals(List.of(SourcePath.of("caf\uFFFD.md")), tree.misnamed());
            }
            CommandLineRun run = site.check("--format", "json");
            assertTrue(run.out().contains("the name of the file is not UTF-8"), run.out() + run.err());
        }
    }

    @Test
    void theExecutableBitDoesNotMatter() {
        try (Site site = committed()) {
            assertTrue(site.archive().resolve("a.md").toFile().setExecutable(true));
            site.commit("2024-03-02T10:00:00Z", "Ana <a@x>");
            assertTrue(files(site.archive(), "HEAD").contains("a.md"));
        }
    }

    @Test
    void ofALongFileOnlyTheBeginningIsRead() {
        try (Site site = Site.of("-- a.md --\n" + "x".repeat(5000)).commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            for (String ref : new @Nullable String[] {null, "HEAD"}) {
                try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), ref)) {
                    assertEquals(101, tree.read(tree.files().getFirst(), 100).bytes().length);
                }
            }
        }
    }
}
