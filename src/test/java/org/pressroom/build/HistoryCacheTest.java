package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.history.Histories;
import org.pressroom.parallel.Workers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/// What is told with something kept is what is told without.
class HistoryCacheTest {

    private static final List<String> STATUSES = List.of("draft", "in-review", "approved", "declined", "Accepted", "deferred");
    private static final Workers WORKERS = new Workers(2);

    private final Site site = Site.of("");
    private final Path kept = site.home().resolve("kept");
    private int second;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(kept);
        git("init", "-q", "-b", "main");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String git(String... arguments) {
        String date = (1_700_000_000 + 3_600 * second++) + " +0100";
        return Site.git(site.archive(), Map.of("GIT_AUTHOR_DATE", date, "GIT_COMMITTER_DATE", date, "GIT_EDITOR", "true"), arguments);
    }

    private static String text(int id, String status, int changed) {
        StringBuilder text = new StringBuilder("---\nid: i" + id + "\nstatus: " + status + "\n---\n\n# Idea " + id + "\n\n");
        for (int i = 0; i < 10; i++) {
            text.append("Line ").append(i).append(" of idea ").append(id).append(i < changed ? " changed" : "").append(".\n\n");
        }
        return text.toString();
    }

    private void write(String path, String text) {
        site.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void commit() {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", "Change " + second);
    }

    private @Nullable Histories told(@Nullable String ref, Path archive, HistoryCache cache, List<String> remarks) {
        try (ArchiveSession session = ArchiveSession.open(new ArchiveRequest(archive, ref, "", null, null))) {
            return Past.of(session, cache, Map.of(), WORKERS, remarks);
        }
    }

    /// Asks twice with what is kept, so that the second finds its answer, and once without.
    private List<String> assertSame(@Nullable String ref, Path archive) {
        List<String> without = new ArrayList<>();
        List<String> with = new ArrayList<>();
        Histories clean = told(ref, archive, HistoryCache.NONE, without);
        HistoryCache cache = new HistoryCache(kept, "1");
        assertEquals(clean, told(ref, archive, cache, with));
        assertEquals(without, with);
        assertEquals(clean, told(ref, archive, cache, new ArrayList<>()));
        return with;
    }

    private List<String> assertSame() {
        return assertSame(null, site.archive());
    }

    /// Branches, merges, renames, deletions, rewritten commits, other commits than the last, other configurations: in any order.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverHappensBetweenTwoWalks(long seed) {
        Random random = new Random(seed);
        write("0.md", text(0, "draft", 0));
        commit();
        assertSame();
        List<String> branches = new ArrayList<>(List.of("main"));
        for (int round = 1; round <= 40; round++) {
            String[] files = Objects.requireNonNull(site.archive().toFile().list((_, name) -> name.endsWith(".md")));
            Arrays.sort(files);
            String one = files.length == 0 ? "" : files[random.nextInt(files.length)];
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> changed(random, one, round);
                case 3 -> renamed(random, one, round);
                case 4 -> {
                    branches.add("b" + round);
                    git("checkout", "-q", "-b", "b" + round);
                }
                case 5 -> git("checkout", "-q", branches.get(random.nextInt(branches.size())));
                case 6 -> merged(branches.get(random.nextInt(branches.size())));
                case 7 -> rewritten(random, round);
                case 8 -> write("pressroom.yaml", "statuses: {accepted-" + round + ": {as: approved, written: [Accepted]}}\n");
                case 9 -> {
                    write(".mailmap", "Name " + round + " <test@example.com>\n");
                    write("new" + round + ".md", text(100 + round, "draft", 0));
                }
                case 10 -> assertSame(git("rev-list", "--all").lines().toList().get(random.nextInt(2)), site.archive());
                default -> {
                    if (files.length > 1) {
                        site.remove(one);
                        commit();
                    }
                }
            }
            if (!git("status", "--porcelain").isBlank() && random.nextBoolean()) {
                commit();
            }
            assertSame();
            git("add", "-A");
            git("commit", "-q", "--allow-empty", "-m", "Rest " + round);
        }
        assertTrue(branches.size() > 1, "no branch was made");
    }

    private void changed(Random random, String file, int round) {
        write(random.nextInt(3) == 0 || file.isEmpty() ? round + ".md" : file,
            text(file.isEmpty() ? round : file.hashCode() & 15, STATUSES.get(random.nextInt(STATUSES.size())), random.nextInt(6)));
        commit();
    }

    private void renamed(Random random, String file, int round) {
        if (!file.isEmpty()) {
            git("mv", file, "r" + round + ".md");
            if (random.nextBoolean()) {
                write("r" + round + ".md", site.archiveText("r" + round + ".md").replace("Line 1 ", "Verse 1 "));
            }
            commit();
        }
    }

    private void merged(String branch) {
        try {
            git("merge", "-q", "-X", "ours", "--no-ff", "--allow-unrelated-histories", "-m", "merge", branch);
        } catch (IllegalStateException e) {
            // Both sides stay, as somebody in a hurry would leave them.
            commit();
        }
    }

    private void rewritten(Random random, int round) {
        switch (random.nextInt(3)) {
            case 0 -> git("commit", "-q", "--amend", "--allow-empty", "-m", "Other words " + round);
            case 1 -> git("reset", "-q", "--hard", git("rev-list", "--first-parent", "-3", "HEAD").lines().toList().getLast());
            default -> git("commit-tree", "-m", "Begun anew " + round, "HEAD^{tree}").lines().findFirst().ifPresent(id -> git("reset", "-q", "--hard", id));
        }
    }

    private void threeCommits() {
        write("a.md", text(1, "draft", 0));
        commit();
        write("a.md", text(1, "in-review", 1));
        commit();
        write("a.md", text(1, "approved", 2));
        commit();
    }

    private String id(String what) {
        return git("rev-parse", what).strip();
    }

    private Path object(String id) {
        return site.archive().resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    @Test
    void whereNothingIsNewNothingIsRead() throws IOException {
        threeCommits();
        assertSame();
        Histories before = told(null, site.archive(), HistoryCache.NONE, new ArrayList<>());
        for (Path lost : List.of(object(id("HEAD~2")), object(id("HEAD~2^{tree}")), object(id("HEAD~1:a.md")))) {
            Files.delete(lost);
        }
        List<String> remarks = new ArrayList<>();
        assertEquals(before, told(null, site.archive(), new HistoryCache(kept, "1"), remarks));
        assertEquals(List.of(), remarks);
    }

    @Test
    void onlyNewCommitsAreRead() throws IOException {
        threeCommits();
        assertSame();
        List<Path> lost = List.of(object(id("HEAD~2^{tree}")), object(id("HEAD~1:a.md")));
        write("a.md", text(1, "declined", 2));
        commit();
        Histories whole = told(null, site.archive(), HistoryCache.NONE, new ArrayList<>());
        for (Path object : lost) {
            Files.delete(object);
        }
        assertEquals(whole, told(null, site.archive(), new HistoryCache(kept, "1"), new ArrayList<>()));
    }

    @Test
    void anotherReadingOfMetadataIsNoticed() {
        write("a.md", text(1, "draft", 0));
        commit();
        write("a.md", text(1, "Accepted", 0));
        commit();
        assertSame();
        write("pressroom.yaml", "statuses: {taken: {as: approved, written: [Accepted]}}\n");
        assertSame();
        Histories histories = Objects.requireNonNull(told(null, site.archive(), new HistoryCache(kept, "1"), new ArrayList<>()));
        assertEquals("taken", histories.files().values().iterator().next().timeline().getLast().status());
    }

    @Test
    void aDeepenedCloneIsReadAnew() {
        threeCommits();
        Path clone = site.home().resolve("clone");
        Site.git(site.home(), Map.of(), "clone", "-q", "--depth", "1", "file://" + site.archive(), clone.toString());
        assertTrue(assertSame(null, clone).getFirst().contains("shallow"));
        Site.git(clone, Map.of(), "fetch", "-q", "--deepen", "1");
        assertSame(null, clone);
        Site.git(clone, Map.of(), "fetch", "-q", "--unshallow");
        assertEquals(List.of(), assertSame(null, clone));
        assertEquals(told(null, site.archive(), HistoryCache.NONE, new ArrayList<>()), told(null, clone, new HistoryCache(kept, "1"), new ArrayList<>()));
    }

    @Test
    void graftsAndReplacedCommitsChangeNothing() throws IOException {
        threeCommits();
        assertSame();
        Histories before = told(null, site.archive(), HistoryCache.NONE, new ArrayList<>());
        git("replace", "--graft", "HEAD~1");
        Files.writeString(site.archive().resolve(".git/info/grafts"), id("HEAD") + "\n");
        assertSame();
        assertEquals(before, told(null, site.archive(), HistoryCache.NONE, new ArrayList<>()));
    }

    @Test
    void aForcedPushIsNoticed() {
        threeCommits();
        Path bare = site.home().resolve("bare.git");
        Site.git(site.home(), Map.of(), "clone", "-q", "--bare", site.archive().toString(), bare.toString());
        assertSame(null, bare);
        git("reset", "-q", "--hard", "HEAD~1");
        write("a.md", text(1, "deferred", 5));
        commit();
        git("push", "-q", "--force", bare.toString(), "main");
        Site.git(bare, Map.of(), "reflog", "expire", "--expire=now", "--all");
        Site.git(bare, Map.of(), "gc", "-q", "--prune=now");
        assertSame(null, bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history.answer", "history.facts"})
    void aFileThatCantBeUsedIsSaidAndMadeAnew(String name) throws IOException {
        threeCommits();
        Path file = kept.resolve(name);
        assertSame();
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 8, 9, good.length / 2, good.length - 1}) {
            assertSaid(file, Arrays.copyOf(good, length), "damaged");
        }
        byte[] bent = good.clone();
        bent[good.length / 2] ^= 0x20;
        assertSaid(file, bent, "damaged");
        assertSame();
        Histories clean = told(null, site.archive(), HistoryCache.NONE, new ArrayList<>());
        List<String> remarks = new ArrayList<>();
        assertEquals(clean, told(null, site.archive(), new HistoryCache(kept, "2"), remarks));
        assertTrue(remarks.getFirst().contains("another version"), remarks.toString());
        // A folder in its place is damage like any other.
        Files.delete(file);
        Files.createDirectories(file.resolve("inner"));
        Files.deleteIfExists(kept.resolve(name.equals("history.facts") ? "history.answer" : "history.facts"));
        remarks.clear();
        assertEquals(clean, told(null, site.archive(), new HistoryCache(kept, "1"), remarks));
        assertEquals(1, remarks.size(), remarks.toString());
        assertTrue(remarks.getFirst().contains("can't be read"), remarks.toString());
        assertTrue(Files.isRegularFile(file));
    }

    private void assertSaid(Path file, byte[] content, String what) throws IOException {
        Files.deleteIfExists(kept.resolve("history.answer"));
        Files.write(file, content);
        List<String> remarks = new ArrayList<>();
        assertEquals(told(null, site.archive(), HistoryCache.NONE, new ArrayList<>()),
            told(null, site.archive(), new HistoryCache(kept, "1"), remarks));
        assertTrue(remarks.size() == 1 && remarks.getFirst().contains(what) && remarks.getFirst().contains(file.toString()), remarks.toString());
        assertSame();
    }

    @Test
    void nothingIsWrittenIntoTheArchive() {
        threeCommits();
        Map<String, String> before = Site.filesOf(site.archive());
        assertSame();
        assertEquals(before, Site.filesOf(site.archive()));
    }

    @Test
    void theSameFilesAreKeptForTheSameHistory() throws IOException {
        threeCommits();
        assertSame();
        byte[] facts = Files.readAllBytes(kept.resolve("history.facts"));
        byte[] answer = Files.readAllBytes(kept.resolve("history.answer"));
        Files.delete(kept.resolve("history.facts"));
        Files.delete(kept.resolve("history.answer"));
        assertSame();
        assertTrue(Arrays.equals(facts, Files.readAllBytes(kept.resolve("history.facts"))), "the log was kept otherwise");
        assertTrue(Arrays.equals(answer, Files.readAllBytes(kept.resolve("history.answer"))), "the answer was kept otherwise");
    }

    @Test
    void aBuildKeepsItAndACleanOneDoesWithout() throws IOException {
        write("a.md", text(1, "draft", 0));
        commit();
        write("a.md", text(1, "in-review", 1));
        commit();
        assertTrue(site.build().code() <= 1);
        Path cache = cacheOf("history.answer");
        assertFalse(site.build().err().contains("history"));
        Files.write(cache, new byte[30]);
        assertTrue(site.build().err().contains("is damaged"));
        Files.write(cache, new byte[30]);
        String err = site.build("--clean").err();
        assertFalse(err.contains("is damaged"), err);
        assertTrue(site.run("history", "i1", site.archive().toString()).out().contains("in-review"));
    }

    private Path cacheOf(String name) throws IOException {
        try (Stream<Path> files = Files.walk(site.home())) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
