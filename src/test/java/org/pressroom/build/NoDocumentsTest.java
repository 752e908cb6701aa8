package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// An archive in which nothing is found any more is more often a mistake than a wish.
class NoDocumentsTest {

    private static void assertLeftAlone(Site site, String words) {
        SortedMap<String, String> before = site.files();
        CommandLineRun build = site.build();
        assertEquals(3, build.code(), build.out());
        assertTrue(build.err().contains("there are no documents in ") && build.err().contains(words), build.err());
        assertTrue(build.err().contains("With --allow-empty that is not an error, and empties the site in " + site.output() + ", which has 1 idea and was left as it is"), build.err());
        assertEquals(before, site.files());
        CommandLineRun check = site.check();
        assertEquals(3, check.code(), check.out());
        assertTrue(check.err().contains("there are no documents in ") && check.err().contains(words), check.err());
    }

    private static Site built() {
        Site site = Site.of(document("0001", "Keys by post") + "-- pressroom.yaml --\n");
        assertEquals(0, site.build().code());
        return site;
    }

    @Test
    void theOldSiteStaysUntilSomebodySaysThatItShallGo() {
        try (Site site = built().remove("content/0001.md")) {
            assertLeftAlone(site, "not a README");
            CommandLineRun emptied = site.build("--allow-empty");
            assertEquals(0, emptied.code(), emptied.err());
            assertTrue(emptied.err().contains("there are no documents in "), emptied.err());
            assertFalse(site.files().containsKey("ideas/0001.html"));
            assertEquals(0, site.build("--allow-empty").code());
            assertEquals(0, site.check("--allow-empty").code());
        }
    }

    /// In an empty repository, one without a commit, an empty folder, and one with other files, whatever was built before.
    @Test
    void buildAndCheckSayTheSame() {
        try (Site site = Site.of("-- README.md --\n# Ideas\n")) {
            for (String state : List.of("folder", "commit", "empty commit")) {
                CommandLineRun build = site.build();
                CommandLineRun check = site.check();
                assertEquals(3, build.code(), state + build.out());
                assertEquals(3, check.code(), state + check.out());
                assertTrue(build.err().contains("With --allow-empty that is not an error"), build.err());
                assertEquals(build.err(), check.err(), state);
                assertEquals(0, site.build("--allow-empty").code());
                assertEquals(0, site.check("--allow-empty").code());
                if (state.equals("commit")) {
                    site.remove("README.md");
                }
                site.commit("2024-03-01T10:00:00Z", "Ana <a@x>");
            }
        }
    }

    @Test
    void documentsOfAnotherKindAreCounted() {
        try (Site site = built().remove("content/0001.md").with("-- content/pep-1.rst --\na\n-- content/pep-2.rst --\nb\n-- content/_note.md --\nc\n")) {
            assertLeftAlone(site, "there are 2 .rst files, which Pressroom does not read");
        }
    }

    @Test
    void whatTheConfigurationLeavesOutIsCounted() {
        try (Site site = built().with("-- pressroom.yaml --\nexclude: ['**']\n")) {
            assertLeftAlone(site, "`exclude` in pressroom.yaml leaves out 1 file");
        }
    }

    @Test
    void whatIsNotCheckedOutIsNamed() {
        try (Site site = built().with("-- README.md --\n# Ideas\n").commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            Site.git(site.archive(), Map.of(), "sparse-checkout", "set", "--cone");
            assertLeftAlone(site, "content/0001.md is not checked out: run `git sparse-checkout add content`");
            Site.git(site.archive(), Map.of(), "sparse-checkout", "add", "content");
            assertEquals(0, site.check().code());
        }
    }
}
