package org.pressroom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.config.Configuration;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentParser;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/// What is told of documents in real repositories, made by the `git` program.
class HistoriesTest {

    private final Site site = Site.of("");
    private int day;

    @BeforeEach
    void begin() {
        git("init", "-q", "-b", "main");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void git(String... arguments) {
        Site.git(site.archive(), Map.of(), arguments);
    }

    /// A proposal of some lines that no other has.
    private static String text(String id, String status, int changed) {
        StringBuilder text = new StringBuilder("---\nid: \"" + id + "\"\ntitle: Idea " + id + "\nstatus: " + status + "\n---\n\n# Idea " + id + "\n\n");
        for (int i = 0; i < 12; i++) {
            text.append("Paragraph ").append(i).append(" of idea ").append(id).append(i < changed ? " as it was changed" : "").append(".\n\n");
        }
        return text.toString();
    }

    private void write(String path, String text) {
        site.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /// One commit a day from 2024-01-02.
    private void commit() {
        day++;
        site.commit(String.format("2024-%02d-%02dT12:00:00Z", 1 + day / 28, 1 + day % 28), "Author " + day + " <a@x>");
    }

    private Map<String, FileHistory> histories() {
        try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
            Histories histories = Histories.of(tree.log().orElseThrow(), tree.blobs().orElseThrow(), tree.mailmap(),
                tree.files().stream().map(TreeEntry::path).toList(), List.of(), new DocumentParser(Configuration.DEFAULT, _ -> false),
                Learned.NOTHING, new Workers(2)).histories();
            Map<String, FileHistory> byPath = new TreeMap<>();
            histories.files().forEach((path, history) -> byPath.put(path.path(), history));
            return byPath;
        }
    }

    private FileHistory history(String path) {
        return Objects.requireNonNull(histories().get(path));
    }

    private static List<String> authors(FileHistory history) {
        return history.revisions().stream().map(Revision::author).toList();
    }

    private static List<String> timeline(FileHistory history) {
        return history.timeline().stream().map(t -> t.day() + " " + t.status() + " " + t.author()).toList();
    }

    @Test
    void eachChangeOfStatusIsToldWithItsDayAndAuthor() {
        write("a.md", text("1", "draft", 0));
        commit();
        write("a.md", text("1", "draft", 3));
        commit();
        write("a.md", text("1", "in-review", 3));
        commit();
        write("a.md", text("1", "approved\noutcome: planned", 3));
        commit();

        FileHistory history = history("a.md");
        assertEquals(List.of("2024-01-02 draft Author 1", "2024-01-04 in-review Author 3", "2024-01-05 approved Author 4"), timeline(history));
        assertEquals("planned", history.timeline().getLast().outcome());
        assertEquals(4, history.revisions().size());
    }

    @Test
    void aDocumentIsFollowedThroughRenamesWithAndWithoutChanges() {
        write("a.md", text("1", "draft", 0));
        commit();
        git("mv", "a.md", "b.md");
        commit();
        site.remove("b.md");
        write("ideas/c.md", text("1", "approved", 4));
        commit();

        FileHistory history = history("ideas/c.md");
        assertEquals(List.of("Author 1", "Author 2", "Author 3"), authors(history));
        assertEquals(List.of("a.md -> b.md", "b.md -> ideas/c.md"), history.renames().stream().map(r -> r.from().path() + " -> " + r.to().path()).toList());
        assertEquals(List.of("2024-01-02 draft Author 1", "2024-01-04 approved Author 3"), timeline(history));
    }

    @Test
    void twoDocumentsThatChangePlacesKeepTheirHistories() {
        write("a.md", text("1", "draft", 0));
        commit();
        write("b.md", text("2", "approved", 0));
        commit();
        git("mv", "a.md", "x.md");
        git("mv", "b.md", "a.md");
        commit();
        git("mv", "x.md", "b.md");
        commit();

        assertEquals(List.of("Author 2", "Author 3"), authors(history("a.md")));
        assertEquals(List.of("Author 1", "Author 3", "Author 4"), authors(history("b.md")));
    }

    @Test
    void aBranchThatDidNotKnowTheNewNameCounts() {
        write("a.md", text("1", "draft", 0));
        commit();
        git("checkout", "-q", "-b", "side");
        write("a.md", text("1", "draft", 2));
        commit();
        git("checkout", "-q", "main");
        git("mv", "a.md", "b.md");
        commit();
        git("merge", "-q", "--no-ff", "-m", "merge", "side");

        assertEquals(List.of("Author 1", "Author 2", "Author 3"), authors(history("b.md")).stream().sorted().toList());
    }

    @Test
    void aStatusOnABranchCountsWhenItArrives() {
        write("a.md", text("1", "draft", 0));
        commit();
        git("checkout", "-q", "-b", "side");
        write("a.md", text("1", "in-review", 0));
        commit();
        write("a.md", text("1", "approved", 0));
        commit();
        git("checkout", "-q", "main");
        write("other.md", text("2", "draft", 0));
        commit();
        Site.git(site.archive(), Map.of("GIT_AUTHOR_DATE", "2024-05-05T12:00:00Z", "GIT_COMMITTER_DATE", "2024-05-05T12:00:00Z"),
            "-c", "user.name=Merger", "-c", "user.email=m@x", "merge", "-q", "--no-ff", "-m", "merge", "side");

        assertEquals(List.of("2024-01-02 draft Author 1", "2024-05-05 approved Merger"), timeline(history("a.md")));
        assertEquals(List.of("Author 1", "Author 2", "Author 3"), authors(history("a.md")));
    }

    @Test
    void aDeletionThatWasTakenBackDoesNotBeginAnew() {
        write("a.md", text("1", "draft", 0));
        write("b.md", text("2", "draft", 0));
        commit();
        site.remove("a.md");
        commit();
        write("a.md", text("1", "draft", 1));
        commit();

        assertEquals(List.of("Author 1", "Author 3"), authors(history("a.md")));
    }

    @Test
    void anotherDocumentAtThePathIsAnother() {
        write("a.md", text("1", "declined", 0));
        commit();
        site.remove("a.md");
        write("b.md", text("2", "draft", 0));
        commit();
        write("a.md", "---\nid: \"3\"\nstatus: draft\n---\n\n# Something else\n\nNothing of the former text has stayed here at all.\n");
        commit();

        assertEquals(List.of("Author 3"), authors(history("a.md")));
        assertEquals(List.of("2024-01-04 draft Author 3"), timeline(history("a.md")));
    }

    @Test
    void aCopyOfALivingDocumentIsANewOne() {
        write("a.md", text("1", "declined", 0));
        commit();
        write("b.md", text("1", "declined", 0));
        commit();

        assertEquals(List.of("Author 2"), authors(history("b.md")));
    }

    @Test
    void peopleGoByTheNameOfTheMailmap() {
        write(".mailmap", "# people\nAna Lima <ana@work> Author 1 <a@x>\nBo Reed <bo@work>\n");
        write("a.md", text("1", "draft", 0));
        commit();
        write("a.md", text("1", "approved", 0));
        git("add", "-A");
        git("-c", "user.name=bo", "-c", "user.email=BO@work", "commit", "-q", "-m", "m\n\nCo-authored-by: A One <a@x>\nCo-authored-by: Author 1 <A@x>");

        assertEquals(List.of(List.of("Ana Lima"), List.of("Bo Reed", "A One", "Ana Lima")),
            history("a.md").revisions().stream().map(Revision::authors).toList());
        assertEquals("Bo Reed", history("a.md").timeline().getLast().author());
    }

    @Test
    void aPathThatWasAFolderOnceIsRead() {
        write("a.md/inner.md", text("1", "draft", 0));
        commit();
        site.remove("a.md/inner.md").remove("a.md");
        write("a.md", text("1", "draft", 0));
        commit();

        assertEquals(List.of("Author 1", "Author 2"), authors(history("a.md")));
    }

    @Test
    void namesThatDifferByCaseAreDifferent() {
        write("Größe.md", text("1", "draft", 0));
        commit();
        git("mv", "Größe.md", "größe.md");
        commit();

        assertEquals("Größe.md", history("größe.md").renames().getFirst().from().path());
    }

    @Test
    void aThousandRenamesAtOnceAreFollowed() {
        for (int i = 0; i < 1000; i++) {
            write("old/" + i + ".md", text(Integer.toString(i), "draft", 0));
        }
        commit();
        git("mv", "old", "new");
        for (int i = 0; i < 1000; i += 100) {
            write("new/" + i + ".md", text(Integer.toString(i), "in-review", 2));
        }
        commit();

        Map<String, FileHistory> histories = histories();
        assertTrue(histories.values().stream().allMatch(h -> h.revisions().size() == 2), "some history ended at the move");
        assertEquals("old/700.md", Objects.requireNonNull(histories.get("new/700.md")).renames().getFirst().from().path());
    }

    @Test
    void datesInAnyOrderLeaveTheOrderOfCommits() {
        write("a.md", text("1", "draft", 0));
        site.commit("2035-01-01T12:00:00Z", "Future <f@x>");
        write("a.md", text("1", "in-review", 0));
        site.commit("1999-01-01T12:00:00Z", "Past <p@x>");
        write("a.md", text("1", "approved", 0));
        site.commit("2020-01-01T12:00:00Z", "Now <n@x>");

        assertEquals(List.of("draft", "in-review", "approved"), history("a.md").timeline().stream().map(Transition::status).toList());
        assertEquals("Future", history("a.md").created().author());
    }

    @Test
    void aLongDocumentIsReadToTheMiddleOfACharacter() {
        for (int shift = 0; shift < 4; shift++) {
            write("a.md", text("7", "in-review", 0) + "x".repeat(shift) + "考え👍".repeat(10_000));
            commit();
            write("a.md", text("7", "approved", 0) + "x".repeat(shift) + "考え👍".repeat(10_000));
            commit();
        }
        assertEquals(8, history("a.md").timeline().size());
        assertEquals(List.of(), history("a.md").ids());
    }

    @Test
    void formerIdsAreRemembered() {
        write("a.md", text("7", "draft", 0));
        commit();
        write("a.md", text("8", "draft", 0));
        commit();
        write("a.md", text("9", "draft", 0));
        commit();

        assertEquals(List.of("7", "8"), history("a.md").ids());
    }

    @Test
    void nothingIsToldOfWhatWasRestricted() {
        write("a.md", text("7", "draft", 0));
        commit();
        write("secret.md", text("8", "in-review\nvisibility: restricted", 0));
        site.remove("a.md");
        commit();
        git("mv", "secret.md", "b.md");
        write("b.md", text("9", "approved", 0));
        commit();
        write("b.md", text("9", "approved", 2));
        commit();

        FileHistory history = history("b.md");
        assertEquals(List.of("Author 3", "Author 4"), authors(history));
        assertEquals(List.of("2024-01-04 approved Author 3"), timeline(history));
        assertEquals(List.of(), history.ids());
        assertEquals(List.of(), history.renames());
    }

    /// What a made-up history did to one document.
    private static final class Told {
        final List<String> statuses = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        int revisions;
        int changed;
        @Nullable String status;
    }

    /// Sixty commits that each write, change, rename, restore or delete some documents, against what was done.
    @Test
    void aMadeUpHistoryIsToldAsItWasMade() {
        List<String> statuses = List.of("draft", "in-review", "revise", "approved", "declined", "deferred");
        Random random = new Random(11);
        Map<String, Told> living = new TreeMap<>();
        Map<String, String> ids = new HashMap<>();
        int next = 0;
        for (int round = 0; round < 60; round++) {
            for (int action = 0; action < 3; action++) {
                List<String> paths = List.copyOf(living.keySet());
                String path = paths.isEmpty() ? "" : paths.get(random.nextInt(paths.size()));
                Told told = living.get(path);
                if (told == null || random.nextInt(5) == 0) {
                    String id = Integer.toString(1000 + next++);
                    Told fresh = new Told();
                    living.put("d/" + id + ".md", fresh);
                    ids.put("d/" + id + ".md", id);
                } else if (random.nextInt(3) == 0) {
                    told.changed = Math.min(12, told.changed + 1);
                    told.status = statuses.get(random.nextInt(statuses.size()));
                } else if (random.nextInt(3) == 0 && committed.containsKey(path)) {
                    String to = "moved/" + round + "-" + action + ".md";
                    living.put(to, Objects.requireNonNull(living.remove(path)));
                    ids.put(to, Objects.requireNonNull(ids.remove(path)));
                    told.names.add(path + " -> " + to);
                    if (committed.containsKey(path)) {
                        site.remove(path);
                    }
                }
            }
            Map<String, String> before = new HashMap<>();
            living.forEach((path, told) -> {
                String text = text(Objects.requireNonNull(ids.get(path)), Objects.requireNonNullElse(told.status, "draft"), told.changed);
                before.put(path, text);
            });
            before.forEach(this::write);
            snapshot(living, before);
            commit();
        }

        Map<String, FileHistory> histories = histories();
        assertEquals(living.keySet(), histories.keySet());
        living.forEach((path, told) -> {
            FileHistory history = Objects.requireNonNull(histories.get(path));
            assertEquals(told.statuses, history.timeline().stream().map(Transition::status).toList(), path);
            assertEquals(told.revisions, history.revisions().size(), path);
            assertEquals(told.names.isEmpty() ? path : told.names.getFirst().split(" ")[0], history.created().path().path());
        });
    }

    private final Map<String, String> committed = new HashMap<>();

    private void snapshot(Map<String, Told> living, Map<String, String> texts) {
        living.forEach((path, told) -> {
            String text = Objects.requireNonNull(texts.get(path));
            if (!text.equals(committed.put(path, text))) {
                told.revisions++;
                String status = Objects.requireNonNullElse(told.status, "draft");
                if (told.statuses.isEmpty() || !told.statuses.getLast().equals(status)) {
                    told.statuses.add(status);
                }
            }
        });
        committed.keySet().retainAll(living.keySet());
    }
}
