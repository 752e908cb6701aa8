package org.pressroom.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.WatchedPlaces;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Real files, watched by the system and, as where the system has no more handles, by looking again.
@Timeout(60)
class ArchiveWatchTest {

    private static ArchiveWatch watch(Site site, boolean handles, List<String> remarks) {
        return ArchiveWatch.of(() -> WatchedPlaces.of(ArchiveRequest.of(site.archive())), remarks::add, () -> {
            if (!handles) {
                throw new IOException("User limit of inotify watches reached");
            }
            return FileSystems.getDefault().newWatchService();
        });
    }

    private static ArchiveWatch watch(Site site, boolean handles) {
        return watch(site, handles, new ArrayList<>());
    }

    /// What changed until a file is among it.
    private static Set<String> until(Site site, ArchiveWatch watch, String file) throws InterruptedException, IOException {
        Path root = site.archive().toRealPath();
        Set<String> all = new TreeSet<>();
        while (!all.contains(file)) {
            SortedSet<Path> changed = watch.next();
            assertTrue(!changed.isEmpty());
            changed.forEach(path -> all.add(root.relativize(path).toString()));
        }
        return all;
    }

    private static Site site() {
        return Site.of(Site.document("0001", "Keys by post")).with("-- content/deep/er/0002.md --\n# Two\n-- templates/x.txt --\nx");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filesThatChangeComeAndGo(boolean handles) throws Exception {
        try (Site site = site(); ArchiveWatch watch = watch(site, handles)) {
            site.with("-- content/0001.md --\nother");
            assertEquals(Set.of("content/0001.md"), until(site, watch, "content/0001.md"));
            site.with("-- content/deep/er/0002.md --\n# Another");
            until(site, watch, "content/deep/er/0002.md");
            site.with("-- content/deep/0003.md --\n# Three");
            until(site, watch, "content/deep/0003.md");
            site.remove("content/deep/0003.md");
            until(site, watch, "content/deep/0003.md");
            site.with("-- pressroom.yaml --\nsite: {name: X}");
            until(site, watch, "pressroom.yaml");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void foldersThatComeAreWatchedToo(boolean handles) throws Exception {
        try (Site site = site(); ArchiveWatch watch = watch(site, handles)) {
            site.with("-- content/new/folder/0004.md --\n# Four");
            until(site, watch, "content/new");
            // What came with the folder may have come before anybody watched it; what comes later is seen.
            Thread.sleep(200);
            site.with("-- content/new/folder/0005.md --\n# Five");
            until(site, watch, "content/new/folder/0005.md");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hiddenFilesAreNotSeenButCommitsAre(boolean handles) throws Exception {
        try (Site site = site().commit("2024-03-01T10:00:00Z", "Ana <ana@example.com>"); ArchiveWatch watch = watch(site, handles)) {
            site.with("-- content/.0001.md.swp --\nx");
            Site.git(site.archive(), java.util.Map.of(), "status");
            site.with("-- content/0001.md --\nother");
            assertEquals(Set.of("content/0001.md"), until(site, watch, "content/0001.md"));
            site.commit("2024-03-02T10:00:00Z", "Ana <ana@example.com>");
            Set<String> changed = until(site, watch, ".git/refs/heads/main");
            assertTrue(changed.stream().allMatch(name -> name.startsWith(".git/")), changed.toString());
            site.with("-- .gitignore --\n*.txt");
            until(site, watch, ".gitignore");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aThousandFilesAtOnceAreFewChanges(boolean handles) throws Exception {
        try (Site site = site(); ArchiveWatch watch = watch(site, handles)) {
            Path folder = site.archive().toRealPath().resolve("content");
            Set<Path> wanted = new TreeSet<>();
            for (int i = 0; i < 1000; i++) {
                wanted.add(Files.writeString(folder.resolve("n" + i + ".md"), "# " + i));
            }
            int calls = 0;
            while (!wanted.isEmpty()) {
                SortedSet<Path> changed = watch.next();
                calls++;
                wanted.removeIf(file -> changed.contains(file) || changed.contains(folder));
            }
            assertTrue(calls <= 100, calls + " calls");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutHandlesASentenceSaysSo(boolean handles) {
        List<String> remarks = new ArrayList<>();
        try (Site site = site(); ArchiveWatch watch = watch(site, handles, remarks)) {
            assertEquals(handles ? EventWatch.class : PollingWatch.class, watch.getClass());
            assertEquals(handles ? 0 : 1, remarks.size());
            assertTrue(handles || remarks.getFirst().contains("User limit of inotify watches reached") && remarks.getFirst().contains("every 1000 ms"), remarks.toString());
        }
    }
}
