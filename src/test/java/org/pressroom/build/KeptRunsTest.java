package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// In an archive of more documents than a run has, records of documents that stay are kept while others change.
class KeptRunsTest {

    private static final int IDEAS = 900;

    private static String idea(int number, String text) {
        return """
            -- content/%04d.md --
            ---
            id: "%04d"
            title: Idea %d
            created: 20%02d-03-%02d
            ---
            # Idea %d

            Every morning somebody looks for key number %d. %s

            """.formatted(number, number, number, 10 + number / 90, 1 + number % 28, number, number, text);
    }

    @Test
    void recordsStayWhileOtherDocumentsChange() throws IOException {
        StringBuilder ideas = new StringBuilder();
        for (int i = 0; i < IDEAS; i++) {
            ideas.append(idea(i * 2, "Nobody finds it."));
        }
        try (Site site = Site.of(ideas.toString())) {
            built(site);
            site.with(idea(700, "It hangs behind the door."));
            changed(site);
            site.with(idea(901, "A new one in the middle."));
            changed(site);
            Files.delete(site.archive().resolve("content/0300.md"));
            changed(site);
        }
    }

    private static void built(Site site) {
        CommandLineRun run = site.build("--verify");
        assertTrue(run.code() <= 1, run.err());
    }

    /// What goes on is what a clean build makes, and records of documents far from the changed one are the files that were there.
    private static void changed(Site site) throws IOException {
        Map<String, String> before = site.files();
        built(site);
        Map<String, String> after = site.files();
        Path clean = site.home().resolve("clean");
        CommandLineRun run = CommandLineRun.of(site.home().resolve("other"), "build", "-o", clean.toString(), "--as-of", "2026-06-01", site.archive().toString());
        assertTrue(run.code() <= 1, run.err());
        assertEquals(Site.filesOf(clean), after);
        List<String> records = after.keySet().stream().filter(address -> address.matches("search/[a-z2-7]{9}\\.js")).toList();
        long other = records.stream().filter(address -> !before.containsKey(address)).count();
        assertTrue(other < records.size(), "all " + other + " files of records changed");
    }
}
