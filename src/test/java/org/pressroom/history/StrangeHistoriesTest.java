package org.pressroom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.config.Configuration;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentParser;
import org.pressroom.source.SourceId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Histories that nobody would make on purpose.
class StrangeHistoriesTest {

    private final Site site = Site.of("");
    private int day = 1;

    @AfterEach
    void close() {
        site.close();
    }

    private static String text(String id, int changed) {
        StringBuilder text = new StringBuilder("---\nid: \"" + id + "\"\nstatus: draft\n---\n\n# Idea " + id + "\n\n");
        for (int i = 0; i < 12; i++) {
            text.append("Paragraph ").append(i).append(" of idea ").append(id).append(i < changed ? " as it was changed" : "").append(".\n\n");
        }
        return text.toString();
    }

    private void write(String path, String text) {
        site.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void commit() {
        site.commit(String.format("2024-01-%02dT12:00:00Z", day), "Author " + day++ + " <a@x>");
    }

    private Map<String, FileHistory> histories() {
        try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, site.archive(), null)) {
            Map<String, FileHistory> byPath = new TreeMap<>();
            Histories.of(tree.log().orElseThrow(), tree.blobs().orElseThrow(), tree.mailmap(), tree.files().stream().map(TreeEntry::path).toList(), List.of(),
                new DocumentParser(Configuration.DEFAULT, _ -> false), Learned.NOTHING, new Workers(2)).histories().files()
                .forEach((path, history) -> byPath.put(path.path(), history));
            return byPath;
        }
    }

    private FileHistory history(String path) {
        return Objects.requireNonNull(histories().get(path), path);
    }

    private static List<String> renames(FileHistory history) {
        return history.renames().stream().map(rename -> rename.from().path() + " " + rename.to().path()).toList();
    }

    @Test
    void aDocumentThatReturnsToItsNameIsFollowedRoundTheCircle() {
        write("a.md", text("1", 0));
        commit();
        List<String> names = List.of("a.md", "b.md", "c.md");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String from = names.get(i % 3);
            String to = names.get((i + 1) % 3);
            site.remove(from);
            write(to, text("1", i % 2));
            expected.add(from + " " + to);
            commit();
        }
        FileHistory history = history("b.md");
        assertEquals(expected, renames(history));
        assertEquals(8, history.revisions().size());
    }

    @Test
    void threeDocumentsThatChangePlacesAtOnceKeepTheirHistories() {
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 3; i++) {
                write(i + ".md", text("x" + (i + round) % 3, 0));
            }
            commit();
        }
        histories().forEach((path, history) -> {
            assertEquals(5, history.revisions().size(), path);
            assertEquals(4, history.renames().size(), path);
            assertEquals(List.of(), history.ids(), path);
        });
        // After four turns the document with id x1 stands at 0.md, as the first was at 1.md.
        assertEquals(List.of("1.md 0.md", "0.md 2.md", "2.md 1.md", "1.md 0.md"), renames(history("0.md")));
    }

    @Test
    void aThousandRenamesWithChangesInOneCommit() {
        for (int i = 0; i < 1000; i++) {
            write("old/" + i + ".md", text(Integer.toString(i), 0));
        }
        commit();
        for (int i = 0; i < 1000; i++) {
            site.remove("old/" + i + ".md");
            write("new/" + i + ".md", text(Integer.toString(i), 2));
        }
        commit();
        histories().forEach((path, history) -> assertEquals(List.of(path.replace("new/", "old/") + " " + path), renames(history)));
    }

    @Test
    void aFolderThatBecomesADocumentAndAFolderAgain() {
        write("a.md/b.md", text("1", 0));
        commit();
        site.remove("a.md/b.md").remove("a.md");
        write("a.md", text("2", 0));
        commit();
        site.remove("a.md");
        write("a.md/b.md", text("1", 1));
        commit();
        FileHistory history = history("a.md/b.md");
        assertEquals("a.md/b.md", history.revised().path().path());
        assertTrue(history.revisions().size() >= 1 && history.revisions().stream().noneMatch(r -> r.author().equals("Author 2")), history.toString());
    }

    @Test
    void namesOfOtherScriptsAndOtherCaseAreFollowed() {
        List<String> names = List.of("Idee.md", "idee.md", "IDÉE.md", "idée.md", "考え.md", "👍🏽.md", "a b 'c' \"d\".md", "-x.md");
        write(names.getFirst(), text("1", 0));
        commit();
        for (int i = 1; i < names.size(); i++) {
            site.remove(names.get(i - 1));
            write(names.get(i), text("1", 0));
            commit();
        }
        assertEquals(names.size(), history("-x.md").revisions().size());
        assertEquals(names.subList(0, names.size() - 1), history("-x.md").renames().stream().map(r -> r.from().path()).toList());
    }

    /// Makes a commit of the index, word for word.
    private void raw(String author, String committed) throws IOException {
        Site.git(site.archive(), Map.of(), "add", "-A");
        String tree = Site.git(site.archive(), Map.of(), "write-tree").strip();
        boolean first = Site.git(site.archive(), Map.of(), "rev-list", "--all").isBlank();
        String parent = first ? "" : "parent " + Site.git(site.archive(), Map.of(), "rev-parse", "HEAD").strip() + "\n";
        Path file = Files.writeString(site.home().resolve("commit"),
            "tree " + tree + "\n" + parent + "author " + author + "\ncommitter C <c@x> " + committed + "\n\nm\n");
        String id = Site.git(site.archive(), Map.of(), "hash-object", "-t", "commit", "-w", "--literally", file.toString()).strip();
        Site.git(site.archive(), Map.of(), "update-ref", "HEAD", id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 +0000", "1 -1200", "4102444800 +1400", "253402300799 +0000", "1700000000 +9999", "1700000000", "99999999999999999999 +0000", "x"})
    void daysLongAgoAndFarAheadAreToldAlike(String date) throws IOException {
        Site.git(site.archive(), Map.of(), "init", "-q", "-b", "main");
        write("a.md", text("1", 0));
        raw("A <a@x> 1700000000 +0000", "1700000000 +0000");
        write("a.md", text("1", 3));
        raw("B <b@x> " + date, date);
        write("a.md", text("1", 5));
        raw("C <c@x> 1700000001 +0000", "1700000001 +0000");
        assertEquals(List.of("A", "B", "C"), history("a.md").revisions().stream().map(Revision::author).toList());
        CommandLineRun built = site.build();
        assertTrue(built.code() <= 1, built.err());
        CommandLineRun told = site.run("history", "1", site.archive().toString());
        assertTrue(told.code() == 0 && told.out().contains("3 revisions"), told.err());
        // From what was kept, too.
        assertEquals(told.out(), site.run("history", "1", site.archive().toString()).out());
    }

    @Test
    void nothingThatAnAuthorIsCalledIsMarkup() throws IOException {
        Site.git(site.archive(), Map.of(), "init", "-q", "-b", "main");
        site.with(Site.document("0001", "Keys by post"));
        raw("<script>alert(1)</script> <a@x> 1700000000 +0000", "1700000000 +0000");
        site.with(Site.document("0001", "Keys by post").replace("status: draft", "status: in-review"));
        raw("\"Bo\" & &lt;b onload=x&gt; '${7*7}' <b@x> 1700000001 +0000", "1700000001 +0000");
        assertTrue(site.build().code() <= 1);
        site.files().forEach((name, content) -> assertFalse(content.contains("<script>alert(1)") || content.contains("<b onload") || content.contains("'49'"), name));
        String page = site.page("ideas/0001.html");
        assertTrue(page.contains("&amp;lt;b onload=x&amp;gt;"), page);
    }
}
