package org.pressroom.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Repositories that come with an archive and lead elsewhere, or whose files have no end.
class RepositoryCheckTest {

    private static final String ANA = "Ana Lima <ana@x.example>";
    private static final Duration LONG = Duration.ofMinutes(2);

    private static Site committed() {
        return Site.of(Site.document("1", "Keys")).commit("2024-03-01T10:00:00Z", ANA);
    }

    private static Site secret() {
        return Site.of(Site.document("1", "Zebra")).commit("2024-03-01T10:00:00Z", ANA);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void link(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.move(from, from.resolveSibling("moved"));
        }
        Files.deleteIfExists(from);
        Files.createSymbolicLink(from, to);
    }

    /// Ways out of the archive's folder.
    private static void lead(String way, Path archive, Path other) throws IOException {
        Path git = archive.resolve(".git");
        switch (way) {
            case "alternates" -> append(git.resolve("objects/info/alternates"), "# borrowed\n" + other.resolve(".git/objects") + "\n");
            case "relative alternates" -> append(git.resolve("objects/info/alternates"), git.resolve("objects").relativize(other.resolve(".git/objects")) + "\n");
            case "alternates of alternates" -> {
                Files.createDirectories(git.resolve("more/info"));
                append(git.resolve("objects/info/alternates"), git.resolve("more") + "\n");
                append(git.resolve("more/info/alternates"), other.resolve(".git/objects") + "\n");
            }
            case "gitdir" -> {
                Files.move(git, archive.resolve("moved"));
                append(git, "gitdir: " + other.resolve(".git") + "\n");
            }
            case "linked .git" -> link(git, other.resolve(".git"));
            case "commondir" -> append(git.resolve("commondir"), other.resolve(".git") + "\n");
            case "core.worktree" -> append(git.resolve("config"), "[core]\n\tworktree = " + other + "\n");
            case "config.worktree" -> append(git.resolve("config.worktree"), "[core]\n\tworktree = " + other + "\n");
            case "include" -> append(git.resolve("config"), "[include]\n\tpath = " + other.resolve(".git/config") + "\n");
            case "include in home" -> append(git.resolve("config"), "[include]\n\tpath = ~/.gitconfig\n");
            case "includeIf" -> append(git.resolve("config"), "[includeIf \"onbranch:main\"]\n\tpath = /dev/zero\n");
            case "include in include" -> {
                append(git.resolve("config"), "[include]\n\tpath = more\n");
                append(git.resolve("more"), "[include]\n\tpath = /dev/zero\n");
            }
            case "excludes" -> append(git.resolve("config"), "[core]\n\texcludesFile = " + other.resolve("content/1.md") + "\n");
            case "objects", "HEAD", "refs", "config", "packed-refs", "index" -> link(git.resolve(way), other.resolve(".git").resolve(way.equals("packed-refs") ? "HEAD" : way));
            case "branch" -> link(git.resolve("refs/heads/x"), other.resolve(".git/refs/heads/main"));
            case "folder of objects" -> link(git.resolve("objects/00"), other.resolve(".git/objects/info"));
            default -> throw new IllegalArgumentException(way);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alternates", "relative alternates", "alternates of alternates", "gitdir", "linked .git", "commondir", "core.worktree", "config.worktree",
        "include", "include in home", "includeIf", "include in include", "excludes", "objects", "HEAD", "refs", "config", "packed-refs", "index", "branch", "folder of objects"})
    void whatLeadsElsewhereIsRefused(String way) throws IOException {
        try (Site site = committed(); Site other = secret()) {
            lead(way, site.archive(), other.archive());
            CommandLineRun run = assertTimeoutPreemptively(LONG, () -> site.build());
            assertEquals(3, run.code(), run.out() + run.err());
            assertTrue(run.err().contains("outside the archive's folder") && run.err().contains("--allow-source "), run.err());
            assertFalse(Files.exists(site.output().resolve("index.html")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alternates", "gitdir", "core.worktree", "objects"})
    void whoeverBuildsCanAllowIt(String way) throws IOException {
        try (Site site = committed(); Site other = committed()) {
            lead(way, site.archive(), other.archive());
            CommandLineRun run = site.check("-q", "--allow-source", other.archive().toString());
            assertFalse(run.err().contains("outside the archive's folder"), run.err());
            assertTrue(site.check("-q", "--allow-source", other.archive() + "x").err().contains("outside the archive's folder"), "a part of a name is none");
        }
    }

    @Test
    void ownWorkTreesAndSubmodulesAreRead() {
        try (Site site = committed(); Site other = committed()) {
            Path tree = site.home().resolve("tree");
            Site.git(site.archive(), Map.of(), "worktree", "add", "-q", tree.toString());
            assertEquals(0, site.run("check", tree.toString()).code());
            assertTrue(site.run("history", "1", tree.toString()).out().contains("Ana Lima"));
            assertEquals(0, site.run("check", "--ref", "main", tree.toString()).code());
            Site.git(site.archive(), Map.of(), "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.archive().toString(), "module");
            assertTrue(site.run("history", "1", site.archive().resolve("module").toString()).out().contains("Ana Lima"));
            Path bare = site.home().resolve("bare.git");
            Site.git(site.home(), Map.of(), "clone", "-q", "--bare", site.archive().toString(), bare.toString());
            Path treeOfBare = site.home().resolve("tree-of-bare");
            Site.git(bare, Map.of(), "worktree", "add", "-q", treeOfBare.toString(), "main");
            assertTrue(site.run("history", "1", treeOfBare.toString()).out().contains("Ana Lima"));
            Site.git(site.archive(), Map.of(), "config", "include.path", "../.gitconfig");
            assertEquals(0, site.with("-- .gitconfig --\n[core]\n\tabbrev = 8\n").check().code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/HEAD", ".git/config", ".git/config.worktree", ".git/packed-refs", ".git/index", ".git/info/exclude", ".git/shallow", ".git/commondir",
        ".git/refs/heads/x", ".git/objects/info/alternates", ".git/objects/pack/x.idx", ".git/main", ".gitignore", "content/.gitignore", ".gitattributes"})
    void aNamedPipeIsNeverOpened(String path) throws Exception {
        try (Site site = committed()) {
            Path file = site.archive().resolve(path);
            Files.deleteIfExists(file);
            assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
            CommandLineRun run = assertTimeoutPreemptively(LONG, () -> site.check("--ref", "main"));
            CommandLineRun tree = assertTimeoutPreemptively(LONG, () -> site.check());
            assertTrue(path.contains("gitignore") || path.contains("gitattributes") || run.code() == 3, run.err());
            assertEquals(3, tree.code(), tree.out() + tree.err());
            assertTrue(tree.err().contains(path) && tree.err().contains("named pipe"), tree.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".mailmap", "content/x.md", "content/x.png", "templates/x.ftlh", "assets/x.css", "messages/messages_xx.properties", "README.md"})
    void aNamedPipeAmongTheFilesIsPassedOver(String path) throws Exception {
        for (boolean repository : List.of(true, false)) {
            try (Site site = Site.of(Site.document("1", "Keys"))) {
                if (repository) {
                    site.commit("2024-03-01T10:00:00Z", ANA);
                }
                Path file = Files.createDirectories(site.archive().resolve(path).getParent()).resolve(Path.of(path).getFileName());
                assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
                CommandLineRun run = assertTimeoutPreemptively(LONG, () -> site.build());
                assertEquals(0, run.code(), run.out() + run.err());
            }
        }
    }

    @Test
    void aConfigurationThatIsNoFileStopsTheBuild() throws Exception {
        for (String kind : List.of("pipe", "link", "folder")) {
            try (Site site = committed(); Site other = secret()) {
                Path file = site.archive().resolve("pressroom.yaml");
                switch (kind) {
                    case "pipe" -> assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
                    case "link" -> Files.createSymbolicLink(file, other.archive().resolve("content/1.md"));
                    default -> Files.createDirectory(file);
                }
                CommandLineRun run = assertTimeoutPreemptively(LONG, () -> site.build());
                assertEquals(3, run.code(), run.err());
                assertTrue(run.err().contains("`pressroom.yaml` is not a file, so it is not read") && run.err().contains("nothing was built"), run.err());
            }
        }
    }

    @Test
    void filesOfTheCommandLineAreRegularToo() throws Exception {
        try (Site site = committed()) {
            Path pipe = site.home().resolve("pipe");
            assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
            String archive = site.archive().toString();
            for (String file : List.of(pipe.toString(), "/dev/zero", site.home().toString())) {
                for (List<String> command : List.of(List.of("outline", file), List.of("similar", "--file", file, archive), List.of("similar", "--batch", file, archive),
                        List.of("check", "--config", file, archive), List.of("check", "--baseline", file, archive))) {
                    CommandLineRun run = assertTimeoutPreemptively(LONG, () -> site.run(command.toArray(String[]::new)));
                    assertEquals(3, run.code(), command + run.out() + run.err());
                    assertTrue(run.err().contains("named pipe, socket or device") || run.err().contains("it is a folder"), command + run.err());
                }
            }
        }
    }

    @Test
    void aDocumentOfGigabytesIsAFinding() throws IOException {
        for (boolean tracked : List.of(true, false)) {
            try (Site site = committed()) {
                if (tracked) {
                    site.with("-- content/2.md --\nx\n").commit("2024-03-02T10:00:00Z", ANA);
                }
                try (RandomAccessFile file = new RandomAccessFile(site.archive().resolve("content/2.md").toFile(), "rw")) {
                    file.setLength(3L << 30);
                }
                CommandLineRun run = site.build();
                assertEquals(1, run.code(), run.out() + run.err());
                assertTrue(run.err().contains("[text-too-large]"), run.err());
                assertTrue(site.page("ideas/1.html").contains("Keys"));
            }
        }
    }
}
