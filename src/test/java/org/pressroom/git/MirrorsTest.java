package org.pressroom.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Copies of repositories that are elsewhere.
class MirrorsTest {

    private static Site elsewhere() {
        return Site.of("-- a.md --\n# A\n").commit("2024-03-01T10:00:00Z", "Ana <a@x>");
    }

    private static CloneAddress address(Site site) {
        return CloneAddress.of("file://" + site.archive()).orElseThrow();
    }

    private static String head(Path repository) {
        return Site.git(repository, Map.of(), "rev-parse", "HEAD").strip();
    }

    @Test
    void theLibraryBringsWhatTheProgramBrings() throws Exception {
        try (Site site = elsewhere()) {
            Site.git(site.archive(), Map.of(), "branch", "other");
            Site.git(site.archive(), Map.of(), "tag", "v1");
            Path mirror = new Mirrors(site.home().resolve("mirrors"), true).of(address(site)).folder();
            Path copy = site.home().resolve("copy.git");
            try (Repository repository = new FileRepositoryBuilder().setGitDir(copy.toFile()).setBare().build()) {
                repository.create(true);
                String head = Mirrors.fetchedByLibrary(address(site), repository);
                assertEquals("refs/heads/main", head);
                repository.updateRef(Constants.HEAD).link(head);
            }
            assertEquals(Site.git(mirror, Map.of(), "for-each-ref"), Site.git(copy, Map.of(), "for-each-ref"));
            assertEquals(head(site.archive()), head(mirror));
            assertEquals(head(mirror), head(copy));
        }
    }

    @Test
    void aRewrittenHistoryIsFollowedAndABranchThatIsGoneGoes() {
        try (Site site = elsewhere()) {
            Mirrors mirrors = new Mirrors(site.home().resolve("mirrors"), true);
            Site.git(site.archive(), Map.of(), "branch", "other");
            mirrors.of(address(site));
            Site.git(site.archive(), Map.of(), "commit", "-q", "--amend", "-m", "Other");
            Site.git(site.archive(), Map.of(), "branch", "-D", "other");
            Site.git(site.archive(), Map.of(), "branch", "-m", "trunk");
            String before = head(mirrors.asTheyAre().of(address(site)).folder());
            assertFalse(before.equals(head(site.archive())), "nothing is fetched");
            Path mirror = mirrors.of(address(site)).folder();
            assertEquals(head(site.archive()), head(mirror));
            assertEquals("refs/heads/trunk", Site.git(mirror, Map.of(), "for-each-ref", "--format=%(refname)").strip());
        }
    }

    @Test
    void twoAtOnceWaitForEachOther() throws Exception {
        try (Site site = elsewhere(); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Mirrors mirrors = new Mirrors(site.home().resolve("mirrors"), true);
            Callable<Mirrors.Mirror> one = () -> mirrors.of(address(site));
            for (Future<Mirrors.Mirror> mirror : threads.invokeAll(List.of(one, one, one, one))) {
                assertEquals(null, mirror.get().failure());
            }
        }
    }

    @Test
    void whatWasReachedStaysAndWhatWasNotIsSaid() throws IOException {
        try (Site site = elsewhere()) {
            Mirrors mirrors = new Mirrors(site.home().resolve("mirrors"), true);
            String head = head(mirrors.of(address(site)).folder());
            Files.move(site.archive(), site.home().resolve("gone"));
            Mirrors.Mirror last = mirrors.of(address(site));
            assertTrue(String.valueOf(last.failure()).contains("does not appear to be a git repository"), last.toString());
            assertEquals(head, head(last.folder()));
            CloneAddress nowhere = CloneAddress.of("file:///nowhere/x.git").orElseThrow();
            String said = String.valueOf(assertThrows(ArchiveException.class, () -> mirrors.of(nowhere)).getMessage());
            assertTrue(said.startsWith("cannot reach file:///nowhere/x.git: "), said);
            assertThrows(ArchiveException.class, () -> mirrors.of(nowhere), "a copy that was only begun is none");
        }
    }

    @Test
    void addressesAreShownWithoutSecrets() {
        CloneAddress address = CloneAddress.of("https://ann:s3cret@x.example/a.git?key=t0k3n").orElseThrow();
        assertEquals("https://x.example/a.git", address.toString());
        assertEquals("no https://x.example/a.git here", address.discreet("no https://ann:s3cret@x.example/a.git?key=t0k3n here"));
        assertEquals("at 'https://x.example/a.git' now", address.discreet("at 'https://x.example/a.git?key=t0k3n/' now"));
        assertTrue(CloneAddress.of("../ideas").isEmpty() && CloneAddress.of("C:\\ideas").isEmpty());
    }
}
