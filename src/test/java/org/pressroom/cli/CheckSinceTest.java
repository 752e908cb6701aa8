package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `check --since` in real repositories: what a change touched, and what it broke elsewhere.
class CheckSinceTest {

    private static final String DATE = "2024-03-01T10:00:00Z";
    private static final String ANN = "Ann <ann@example.org>";

    /// Three documents with a mistyped status each; the second links to a heading of the third.
    private static Site site() {
        return Site.of(faulty("0001", "") + faulty("0002", "See [the price](0003.md#what-is-the-price).") + faulty("0003", ""))
            .commit(DATE, ANN);
    }

    private static String faulty(String id, String words) {
        return Site.document(id, "Idea " + id).replace("status: draft", "status: drft")
            .replace("#### What if the key is lost?", words + "\n\n#### What is the price?");
    }

    private static void git(Site site, String... arguments) {
        Site.git(site.archive(), Map.of("GIT_AUTHOR_DATE", DATE, "GIT_COMMITTER_DATE", DATE), arguments);
    }

    /// File and rule of each finding that is an error.
    private static List<String> errors(Site site, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "--format";
        all[1] = "json";
        System.arraycopy(options, 0, all, 2, options.length);
        return site.check(all).findings().stream().filter(f -> "error".equals(f.get("severity")))
            .map(f -> String.valueOf(f.get("file")).replace("content/", "") + " " + f.get("rule")).toList();
    }

    private static void delete(Site site, String path) {
        try {
            Files.delete(site.archive().resolve(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withoutAChangeThereIsNothingToSay() {
        try (Site site = site()) {
            assertEquals(3, errors(site).size());
            CommandLineRun run = site.check("--since", "HEAD");
            assertEquals("", run.out());
            assertEquals(0, run.code());
            assertEquals(0L, ((Map<?, ?>) site.check("--since", "HEAD", "--format", "json").json()).get("documents"));
        }
    }

    @Test
    void committedStagedUnstagedAndUntrackedDocumentsAreChanged() {
        try (Site site = site()) {
            git(site, "checkout", "-q", "-b", "work");
            site.with("-- content/0001.md --\n" + site.archiveText("content/0001.md") + "\nMore.\n").commit(DATE, ANN);
            assertEquals(List.of("0001.md meta-unknown-value"), errors(site, "--since", "main"));
            site.with("-- content/0002.md --\n" + site.archiveText("content/0002.md") + "\nMore.\n");
            assertEquals(List.of("0001.md meta-unknown-value", "0002.md meta-unknown-value"), errors(site, "--since", "main"));
            git(site, "add", "-A");
            site.with(faulty("0004", "") + "-- ignored/0005.md --\nx\n-- .gitignore --\nignored\n");
            assertEquals(List.of("0001.md meta-unknown-value", "0002.md meta-unknown-value", "0004.md meta-unknown-value"),
                errors(site, "--since", "main"));
        }
    }

    /// What others did on the main branch since is not this change's doing.
    @Test
    void aBranchIsComparedWithWhereItBegan() {
        try (Site site = site()) {
            git(site, "checkout", "-q", "-b", "work");
            site.with("-- content/0001.md --\n" + site.archiveText("content/0001.md") + "\nMore.\n").commit(DATE, ANN);
            git(site, "checkout", "-q", "main");
            site.with("-- content/0002.md --\n" + site.archiveText("content/0002.md") + "\nOthers.\n").commit(DATE, ANN);
            git(site, "checkout", "-q", "work");
            assertEquals(List.of("0001.md meta-unknown-value"), errors(site, "--since", "main"));
            assertEquals(List.of("0001.md meta-unknown-value"), errors(site, "--since", "main", "--ref", "work"));
            assertEquals(List.of("0002.md meta-unknown-value"), errors(site, "--since", "work", "--ref", "main"));
        }
    }

    @Test
    void whatTheChangeBreaksInOthersIsShownToo() {
        try (Site site = site()) {
            site.with("-- content/0003.md --\n" + site.archiveText("content/0003.md").replace("What is the price?", "What does it cost?"));
            assertEquals(List.of("0002.md arc-link-broken", "0003.md meta-unknown-value"), errors(site, "--since", "HEAD"));
            CommandLineRun run = site.check("--since", "HEAD");
            assertTrue(run.err().contains("1 finding is in a file that did not change"), run.err());
            assertEquals(1, run.code());
        }
        try (Site site = site()) {
            delete(site, "content/0003.md");
            assertEquals(List.of("0002.md arc-link-broken"), errors(site, "--since", "HEAD"));
        }
        try (Site site = site()) {
            site.with(faulty("0004", "").replace("id: \"0004\"", "id: \"0001\"").replace("content/0004.md", "content/0000.md"));
            // The id is that of the document which had it first, so it is the new one that must take another.
            assertEquals(List.of("0000.md arc-duplicate-id", "0000.md meta-unknown-value"), errors(site, "--since", "HEAD"));
        }
    }

    /// The configuration is part of the archive: a rule that weighs more now is felt in every document.
    @Test
    void aChangeOfTheConfigurationIsFeltInDocumentsThatDidNotChange() {
        try (Site site = site().with("-- pressroom.yaml --\nseverities: {meta-unknown-value: off}\n").commit(DATE, ANN)) {
            site.with("-- pressroom.yaml --\nstatuses: [draft]\n");
            assertEquals(3, errors(site, "--since", "HEAD").size());
        }
    }

    @Test
    void lineEndsAloneAreNoChange() {
        try (Site site = site()) {
            site.with("-- content/0001.md --\n" + site.archiveText("content/0001.md").replace("\n", "\r\n"));
            assertEquals(List.of(), errors(site, "--since", "HEAD"));
        }
    }

    @Test
    void aFolderOfARepositoryIsComparedByItself() {
        try (Site site = site()) {
            site.with("-- content/0001.md --\n" + site.archiveText("content/0001.md") + "\nMore.\n");
            CommandLineRun run = site.run("check", "--since", "HEAD", "--format", "github", site.archive().resolve("content").toString());
            assertTrue(run.out().startsWith("::error file=content/0001.md,"), run.out());
            assertEquals(1, run.out().lines().filter(line -> line.startsWith("::error")).count());
        }
    }

    @Test
    void junitKnowsOnlyTheDocumentsOfTheChange() {
        try (Site site = site()) {
            site.with("-- content/0001.md --\n" + site.archiveText("content/0001.md") + "\nMore.\n");
            assertTrue(site.check("--since", "HEAD", "--format", "junit").out().contains("tests=\"1\" failures=\"1\""));
        }
    }

    @Test
    void whatCannotBeComparedIsSaidWithWhatToDo() {
        try (Site site = site()) {
            assertSays(site.check("--since", "nowhere"), 3, "no commit, branch or tag named nowhere", "fetch it first");
            assertSays(site.check("--since", "~^{}..:"), 3, "~^{}..:");
            Path clone = site.home().resolve("clone");
            git(site, "commit", "-q", "--allow-empty", "-m", "two");
            Site.git(site.home(), Map.of(), "clone", "-q", "--depth", "1", "file://" + site.archive(), clone.toString());
            assertSays(site.run("check", "--since", "HEAD~1", clone.toString()), 3, "shallow", "--unshallow");
            Path whole = site.home().resolve("whole");
            git(site, "branch", "other");
            Site.git(site.home(), Map.of(), "clone", "-q", "file://" + site.archive(), whole.toString());
            assertSays(site.run("check", "--since", "other", whole.toString()), 3, "did you mean origin/other?");
            git(site, "checkout", "-q", "--orphan", "strange");
            git(site, "commit", "-q", "--allow-empty", "-m", "strange");
            assertSays(site.check("--since", "main"), 3, "no commit in common");
        }
        try (Site site = Site.of(faulty("0001", ""))) {
            assertSays(site.check("--since", "main"), 3, "is not in a git repository");
            git(site, "init", "-q");
            assertSays(site.check("--since", "main"), 3, "no commits yet", "without --since");
        }
    }

    private static void assertSays(CommandLineRun run, int code, String... words) {
        assertEquals(code, run.code(), run.out() + run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        for (String word : words) {
            assertTrue(run.err().contains(word), run.err());
        }
    }
}
