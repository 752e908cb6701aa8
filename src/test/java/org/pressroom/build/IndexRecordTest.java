package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.parallel.Workers;
import org.pressroom.search.SearchHit;
import org.pressroom.search.SearchRequest;
import org.pressroom.search.Searcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A search that does without opening the archive notices every change all the same.
class IndexRecordTest {

    private static final String VERSION = "1.0";
    private static final Workers WORKERS = new Workers(2);
    private static final String AUTHOR = "Ada Osei <ada@example.com>";

    private Site site;

    @BeforeEach
    void makeArchive() {
        site = Site.of(Site.document("0001", "Keys by post") + Site.document("0002", "Doors by wire"));
        site.with("-- content/plan/notes.txt --\nNo document.\n-- content/plan/later/map.txt --\nNone either.");
    }

    @AfterEach
    void removeArchive() {
        site.close();
    }

    private ArchiveRequest request() {
        return ArchiveRequest.of(site.archive());
    }

    private Path cache() {
        return site.home().resolve("index-cache");
    }

    private List<String> search(ArchiveRequest request, String query) throws IOException {
        Files.createDirectories(cache());
        try (SearchSession session = SearchSession.open(request, cache(), VERSION, WORKERS)) {
            return new Searcher(session.index(), session.synonyms()).search(SearchRequest.of(query, 10)).hits().stream()
                .map(SearchHit::id).toList();
        }
    }

    private boolean isCurrent(ArchiveRequest request) {
        return IndexRecord.current(cache(), request, VERSION, WORKERS).isPresent();
    }

    /// Makes the last change of everything in the archive a thing of the past.
    private void age(Path folder) {
        FileTime past = FileTime.fromMillis(System.currentTimeMillis() - Duration.ofHours(1).toMillis());
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, past);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void indexed(ArchiveRequest request) throws IOException {
        age(site.archive());
        search(request, "morning");
        assertTrue(isCurrent(request), "nothing has changed");
        assertEquals(2, search(request, "morning").size());
    }

    private void git(String... arguments) {
        Site.git(site.archive(), Map.of(), arguments);
    }

    private void write(String path, String text) {
        site.with("-- " + path + " --\n" + text);
    }

    private void move(String from, String to) {
        try {
            Files.move(site.archive().resolve(from), site.archive().resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Changes of a folder's files.
    private enum Change {
        TEXT_OF_THE_SAME_SIZE, ADDED, REMOVED, RENAMED, SWAPPED, ADDED_BELOW, ADDED_IN_A_NEW_FOLDER, CONFIGURATION, LINK;

        void make(IndexRecordTest test) throws IOException {
            Path content = test.site.archive().resolve("content");
            switch (this) {
                case TEXT_OF_THE_SAME_SIZE ->
                    test.write("content/0001.md", test.site.archiveText("content/0001.md").replace("morning", "evening").stripTrailing());
                case ADDED -> test.site.with(Site.document("0003", "Third"));
                case REMOVED -> Files.delete(content.resolve("0002.md"));
                case RENAMED -> test.move("content/0002.md", "content/0009.md");
                case SWAPPED -> {
                    // With their times, as `mv` leaves them.
                    test.move("content/0001.md", "content/plan/0001.md");
                    test.move("content/0002.md", "content/0001.md");
                    test.move("content/plan/0001.md", "content/0002.md");
                }
                case ADDED_BELOW -> test.write("content/plan/later/x.md", "---\ntitle: X\nstatus: draft\n---\n\n# X\n\nEvery morning.");
                case ADDED_IN_A_NEW_FOLDER -> test.write("content/new/x.md", "---\ntitle: X\nstatus: draft\n---\n\n# X\n\nEvery morning.");
                case CONFIGURATION -> test.write("pressroom.yaml", "exclude: ['0001.md']");
                case LINK -> {
                    test.move("content", "elsewhere");
                    Files.createSymbolicLink(content, Path.of("elsewhere"));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfAPlainFolderIsNoticed(Change change) throws IOException {
        indexed(request());
        change.make(this);
        assertFalse(isCurrent(request()));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfAWorkingTreeIsNoticed(Change change) throws IOException {
        site.commit("2024-03-01T10:00:00Z", AUTHOR);
        indexed(request());
        change.make(this);
        assertFalse(isCurrent(request()));
    }

    @ParameterizedTest
    @ValueSource(strings = {".gitignore", "content/.gitignore", ".git/info/exclude"})
    void whatIsIgnoredNowIsNoticed(String rules) throws IOException {
        write("content/0003.md", site.archiveText("content/0001.md").replace("0001", "0003"));
        git("init", "-q", "-b", "main");
        git("add", "content/0001.md", "content/0002.md");
        age(site.archive());
        assertEquals(3, search(request(), "morning").size());
        assertTrue(isCurrent(request()));

        write(rules, "0003.md");
        assertFalse(isCurrent(request()));
        assertEquals(2, search(request(), "morning").size());
    }

    @Test
    void whatIsTrackedNowIsNoticed() throws IOException {
        write("content/0003.md", site.archiveText("content/0001.md").replace("0001", "0003"));
        write(".gitignore", "0003.md");
        git("init", "-q", "-b", "main");
        indexed(request());

        git("add", "-f", "content/0003.md");
        assertFalse(isCurrent(request()));
        assertEquals(3, search(request(), "morning").size());
    }

    @Test
    void aCommitIsNoticed() throws IOException {
        site.commit("2024-03-01T10:00:00Z", AUTHOR);
        indexed(request());
        git("commit", "-q", "--allow-empty", "-m", "Nothing");
        assertFalse(isCurrent(request()));
    }

    @Test
    void aRepositoryThatComesIsNoticed() throws IOException {
        indexed(request());
        git("init", "-q");
        assertFalse(isCurrent(request()));
    }

    private ArchiveRequest at(@Nullable String ref) {
        return new ArchiveRequest(site.archive(), ref, null, null, null);
    }

    @Test
    void aBranchThatMovesIsNoticedAndFilesAreNot() throws IOException {
        site.commit("2024-03-01T10:00:00Z", AUTHOR);
        indexed(at("main"));
        site.with(Site.document("0003", "Third"));
        assertTrue(isCurrent(at("main")), "only the commit counts");

        site.commit("2024-03-02T10:00:00Z", AUTHOR);
        assertFalse(isCurrent(at("main")));
        assertEquals(3, search(at("main"), "morning").size());
    }

    @Test
    void aTagThatTakesABranchsNameIsNoticed() throws IOException {
        site.commit("2024-03-01T10:00:00Z", AUTHOR);
        git("branch", "-q", "final");
        site.with(Site.document("0003", "Third")).commit("2024-03-02T10:00:00Z", AUTHOR);
        indexed(at("final"));
        git("tag", "final", "main");
        assertFalse(isCurrent(at("final")));
        assertEquals(3, search(at("final"), "morning").size());
    }

    @Test
    void namesThatAreComputedAreAskedOfGitEachTime() throws IOException {
        site.commit("2024-03-01T10:00:00Z", AUTHOR).commit("2024-03-02T10:00:00Z", AUTHOR);
        age(site.archive());
        assertEquals(2, search(at("main~1"), "morning").size());
        assertFalse(isCurrent(at("main~1")));
    }

    @Test
    void aBareRepositorysHeadIsNoticed() throws IOException {
        site.commit("2024-03-01T10:00:00Z", AUTHOR);
        Path bare = site.home().resolve("bare.git");
        Site.git(site.home(), Map.of(), "clone", "-q", "--bare", site.archive().toString(), bare.toString());
        age(bare);
        ArchiveRequest request = ArchiveRequest.of(bare);
        search(request, "morning");
        assertTrue(isCurrent(request));

        site.with(Site.document("0003", "Third")).commit("2024-03-02T10:00:00Z", AUTHOR);
        Site.git(bare, Map.of(), "fetch", "-q", site.archive().toString(), "main:main");
        assertFalse(isCurrent(request));
        assertEquals(3, search(request, "morning").size());
    }

    @Test
    void anotherVersionFolderOrConfigurationIsAnotherQuestion() throws IOException {
        Path other = Files.writeString(site.home().resolve("other.yaml"), "site:\n  name: Other\n");
        age(site.home());
        indexed(request());
        assertTrue(IndexRecord.current(cache(), request(), "1.1", WORKERS).isEmpty());
        assertFalse(isCurrent(new ArchiveRequest(site.archive(), null, "content/plan", null, null)));
        ArchiveRequest configured = new ArchiveRequest(site.archive(), null, null, other, null);
        assertFalse(isCurrent(configured));

        search(configured, "morning");
        assertTrue(isCurrent(configured));
        Files.writeString(other, "exclude: ['0001.md']\n");
        assertFalse(isCurrent(configured));
        assertEquals(List.of("0002"), search(configured, "morning"));
    }

    @Test
    void ofWhatWasChangedAMomentAgoThereIsNoRecord() throws IOException {
        search(request(), "morning");
        assertFalse(isCurrent(request()));
    }

    @Test
    void filesThatAreNoDocumentsMayChange() throws IOException {
        indexed(request());
        List<Path> changed = new ArrayList<>(List.of(site.archive().resolve("content/plan/notes.txt")));
        changed.add(Files.writeString(site.archive().resolve("outside.txt"), "x"));
        for (Path file : changed) {
            Files.writeString(file, "Other text.");
            assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
        }
        assertTrue(isCurrent(request()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 40})
    void aDamagedRecordIsNone(int bytes) throws IOException {
        indexed(request());
        Path file = cache().resolve(IndexRecord.FILE);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, bytes));
        assertFalse(isCurrent(request()));
        assertEquals(2, search(request(), "morning").size());
    }

    @Test
    void anIndexThatIsGoneIsMadeAgain() throws IOException {
        indexed(request());
        try (Stream<Path> files = Files.list(cache().resolve(SearchSession.FOLDER))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertEquals(2, search(request(), "morning").size());
    }
}
