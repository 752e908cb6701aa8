package org.pressroom.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.pressroom.ChildProcess;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.files.Faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// A publication that ends at any of its steps leaves each page whole, old or new, and touches nothing that is not its own; the next
/// one gives the whole new site.
@Isolated("lets the steps of every publication fail")
class InterruptedPublicationTest {

    private static final int POINTS_AT_LEAST = 100;
    private static final int HALTS = 6;
    private static final String MINE = "mine";

    @TempDir
    private Path home;

    private Path output() {
        return home.resolve("site");
    }

    /// Of two sites: some files stay, some change, some come and go, a file becomes a folder.
    static SortedMap<String, String> files(boolean fresh) {
        SortedMap<String, String> files = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            files.put("same/" + i + ".html", "same");
            files.put("ideas/" + i + ".html", fresh ? "new" : "old");
            files.put((fresh ? "new/" : "old/") + "deep/" + i + ".html", "one");
            files.put("assets/script." + (fresh ? "0a0a0a0a" : "0b0b0b0b") + i + ".js", "hashed");
        }
        files.put(fresh ? "back/a.html" : "back", "turned");
        files.put("index.html", fresh ? "new" : "old");
        files.put("search/root.js", fresh ? "new" : "old");
        return files;
    }

    static void publish(Path output, boolean fresh) throws IOException {
        try (Publisher publisher = Publisher.open(output)) {
            SortedMap<String, String> files = files(fresh);
            for (Map.Entry<String, String> file : files.entrySet()) {
                publisher.staging().write(file.getKey(), file.getValue());
            }
            publisher.publish();
        }
    }

    /// The old site, with files of the user's in it and beside it.
    private void start() throws IOException {
        if (Files.exists(output())) {
            org.pressroom.files.SafeFolder.at(home).remove("site");
        }
        publish(output(), false);
        Files.writeString(output().resolve("CNAME"), MINE);
        Files.writeString(output().resolve("old/deep/notes.txt"), MINE);
        Files.writeString(home.resolve("outside"), MINE);
    }

    private void assertWholeThenRepaired(String when) throws IOException {
        SortedMap<String, String> old = files(false);
        SortedMap<String, String> fresh = files(true);
        SortedMap<String, String> found = Site.filesOf(output());
        assertEquals(MINE, found.remove("CNAME"), when);
        assertEquals(MINE, found.remove("old/deep/notes.txt"), when);
        found.forEach((address, text) -> assertTrue(text.equals(old.get(address)) || text.equals(fresh.get(address)), when + ": " + address));
        assertTrue(found.containsKey("index.html") && found.containsKey("search/root.js"), when);
        assertEquals(MINE, Files.readString(home.resolve("outside")), when);
        publish(output(), true);
        SortedMap<String, String> repaired = new TreeMap<>(fresh);
        repaired.put("CNAME", MINE);
        repaired.put("old/deep/notes.txt", MINE);
        assertEquals(repaired, Site.filesOf(output()), when);
        try (var own = Files.list(output().resolve(".pressroom"))) {
            assertEquals(java.util.List.of("lock", "manifest.json"), own.map(file -> file.getFileName().toString()).sorted().toList(), when);
        }
    }

    private int steps() throws IOException {
        start();
        try (Faults counted = Faults.none()) {
            publish(output(), true);
            return counted.steps();
        }
    }

    @Test
    void failsAtAnyStep() throws IOException {
        int steps = steps();
        assertTrue(steps >= POINTS_AT_LEAST, steps + " steps");
        for (int step = 1; step <= steps; step++) {
            start();
            try (Faults faults = Faults.failingFrom(step)) {
                assertThrows(Exception.class, () -> publish(output(), true));
                assertTrue(faults.steps() >= step);
            }
            assertWholeThenRepaired("step " + step);
        }
    }

    @Test
    void isKilledAtAnyStep() throws Exception {
        int steps = steps();
        for (int i = 1; i <= HALTS; i++) {
            // The second half of the steps, where the live site changes.
            int step = steps / 2 + i * steps / (2 * HALTS + 2);
            start();
            Process child = ChildProcess.start(home, ChildProcess.command(home, Halted.class.getName(), output().toString(), Integer.toString(step)));
            assertEquals(Faults.HALTED, child.waitFor(), () -> read(home.resolve("printed")));
            assertWholeThenRepaired("killed at step " + step);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return Objects.toString(e);
        }
    }

    /// Another process that publishes until it is at a step.
    static final class Halted {

        private Halted() { }

        public static void main(String[] arguments) throws IOException {
            try (Faults faults = Faults.haltingAt(Integer.parseInt(arguments[1]))) {
                publish(Path.of(arguments[0]), true);
                throw new IllegalStateException("only " + faults.steps() + " steps");
            }
        }
    }

    /// A whole build, at points spread over all that it writes: cache, temporary folder, staging, site.
    @Test
    void aBuildThatFailsAnywhereLeavesTheOldSiteOrPartOfTheNew() throws IOException {
        try (Site site = Site.of(document("0001", "Keys by post") + document("0002", "Locks by post"))) {
            assertEquals(0, site.build().code());
            SortedMap<String, String> old = site.files();
            // What a site has already is not written again, so steps are counted where the old site is.
            Path copy = site.home().resolve("copy");
            String[] build = {"build", "-o", copy.toString(), "--as-of", "2026-06-01", site.archive().toString()};
            assertEquals(0, site.run(build).code());
            site.with(document("0001", "Keys by courier") + document("0003", "Doors by post")).remove("content/0002.md");
            int steps;
            try (Faults counted = Faults.none()) {
                assertEquals(0, site.run(build).code());
                steps = counted.steps();
            }
            SortedMap<String, String> fresh = Site.filesOf(copy);
            for (int i = 1; i <= 12; i++) {
                CommandLineRun run;
                try (Faults faults = Faults.failingFrom(Math.max(1, steps * i / 13))) {
                    run = site.build();
                    assertTrue(faults.steps() > 0);
                }
                assertEquals(3, run.code(), run.out());
                assertTrue(!run.err().contains("\tat "), run.err());
                site.files().forEach((address, text) -> assertTrue(text.equals(old.get(address)) || text.equals(fresh.get(address)), address));
            }
            assertEquals(0, site.build().code());
            assertEquals(fresh, site.files());
        }
    }
}
