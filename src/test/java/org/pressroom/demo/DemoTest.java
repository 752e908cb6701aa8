package org.pressroom.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.ArchiveStatistics;
import org.pressroom.catalog.Entry;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.history.Transition;
import org.pressroom.parallel.Workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The sample archive as a repository, and the site that is made of its history.
class DemoTest {

    private static String git(Path folder, String... arguments) {
        return Site.git(folder, Map.of(), arguments).strip();
    }

    @Test
    void itIsTheSameEachTimeAndEndsWithTheSample() throws IOException {
        try (Site site = Site.of("")) {
            Path one = site.home().resolve("one");
            Path other = site.home().resolve("other");
            CommandLineRun run = site.run("demo", one.toString());
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().contains("pressroom build " + one), run.out());
            assertEquals("", site.run("demo", "--quiet", other.toString()).out());
            assertEquals(git(one, "rev-parse", "HEAD"), git(other, "rev-parse", "HEAD"));
            assertEquals("", git(one, "status", "--porcelain"));
            git(one, "fsck", "--strict");
            for (Map.Entry<String, byte[]> file : Sample.files().entrySet()) {
                assertArrayEquals(file.getValue(), Files.readAllBytes(one.resolve(file.getKey())), file.getKey());
            }
        }
    }

    @Test
    void itsHistoryHasWhatHistoriesHave() {
        try (Site site = Site.of("")) {
            Path demo = site.home().resolve("demo");
            site.run("demo", demo.toString());
            List<String> days = git(demo, "log", "--first-parent", "--reverse", "--format=%ad", "--date=iso-strict").lines().toList();
            assertEquals(days.stream().sorted().toList(), days);
            assertTrue(days.getFirst().startsWith("2016-") && days.getLast().startsWith("2026-"), days.toString());
            assertEquals(1, git(demo, "log", "--merges", "--format=%H").lines().count());
            assertTrue(git(demo, "log", "-M", "--diff-filter=R", "--format=%H").lines().count() > 3);
            assertTrue(git(demo, "log", "--format=%(trailers:key=Co-authored-by)").contains("Co-authored-by: Beth Armitage <"));
            assertTrue(git(demo, "log", "--format=%an").contains("marek"));
            assertFalse(git(demo, "log", "--use-mailmap", "--format=%aN").contains("marek"));
        }
    }

    @Test
    void itsSiteTellsEachStatusWithItsDayAndAuthor() throws IOException {
        try (Site site = Site.of("")) {
            Path demo = site.home().resolve("demo");
            site.run("demo", demo.toString());
            CommandLineRun run = site.run("build", "--as-of", "2026-12-01", "-o", site.output().toString(), demo.toString());
            assertEquals(0, run.code(), run.out() + run.err());
            Map<String, List<String>> laidDown = laidDown(demo);
            assertEquals(42, laidDown.size());
            try (ArchiveSession session = ArchiveSession.open(ArchiveRequest.of(demo))) {
                ArchiveStatistics read = ArchiveStatistics.of(session, null, "", Workers.onAllCores(), LocalDate.of(2026, 12, 1), new ArrayList<>());
                read.catalog().entries().forEach(entry -> assertEquals(laidDown.get(entry.id().value()), told(entry), entry.address()));
            }
            assertTrue(site.page("timeline.html").contains("person/"));
            assertTrue(site.files().containsKey("drafts/0004-repair-cafe-in-a-box.html"), "a redirect");
        }
    }

    /// By id: each status with its day and author, as the subjects of the commits name them.
    private static Map<String, List<String>> laidDown(Path demo) {
        Map<String, List<String>> statuses = new TreeMap<>();
        for (String line : git(demo, "log", "--first-parent", "--reverse", "--use-mailmap", "--date=short", "--format=%ad|%aN|%s").lines().toList()) {
            String[] fields = line.split("\\|");
            if (!fields[2].matches("\\d{4}: .*")) {
                continue;
            }
            String done = fields[2].substring(6);
            String status = done.equals("first draft") ? "draft" : done.endsWith("ready for review") ? "in-review"
                : done.equals("superseded") || done.equals("withdrawn") ? done : done.matches("(?:merge, )?(?:review|decision): .*") ? done.substring(done.lastIndexOf(' ') + 1) : "";
            List<String> known = statuses.computeIfAbsent(fields[2].substring(0, 4), _ -> new ArrayList<>());
            if (!status.isEmpty() && (known.isEmpty() || !known.getLast().contains(" " + status + " "))) {
                known.add(fields[0] + " " + status + " " + fields[1]);
            }
        }
        return statuses;
    }

    private static List<String> told(Entry entry) {
        List<String> told = new ArrayList<>();
        String last = "";
        for (Transition change : Objects.requireNonNull(entry.facts().history()).timeline()) {
            String status = String.valueOf(change.status());
            if (!status.equals(last)) {
                told.add(change.day() + " " + status + " " + change.author());
            }
            last = status;
        }
        return told;
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        try (Site site = Site.of("-- a.txt --\nmine")) {
            CommandLineRun run = site.run("demo", site.archive().toString());
            assertEquals(3, run.code());
            assertTrue(run.err().contains("is not empty; name a folder that is empty or does not exist yet"), run.err());
            CommandLineRun file = site.run("demo", site.archive().resolve("a.txt").toString());
            assertTrue(file.err().contains("is a file"), file.err());
            assertEquals(List.of("a.txt"), List.of(Objects.requireNonNull(site.archive().toFile().list())));
        }
    }
}
