package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

class SiteBuildTest {

    static final String KEYS = """
        -- content/0001-keys.md --
        ---
        id: "0001"
        title: Keys by post
        status: draft
        created: 2024-03-01
        ---

        # Keys by post

        *Keys come to the tenant, not the tenant to the keys.*

        ## Press release

        *Leeds, 1 June 2027*

        ### Problem

        Every week 140 tenants lose a morning to fetch a key from an office.

        ### Solution

        The key arrives by registered post the day before the move.

        ### Customer quote

        "I unpacked instead of queueing," said Dora Lane, a tenant in Leeds.

        ## FAQ

        ### External FAQ

        #### What if the key is lost?

        The lock is changed the same day, at our cost.

        ### Internal FAQ

        #### Why would this fail?

        Because one lost parcel in a thousand costs more than the other 999 save.
        """;

    @Test
    void makesAPageForEachDocumentAndListsIt() {
        try (Site site = Site.of(KEYS)) {
            CommandLineRun run = site.build("--format", "json");
            assertEquals(0, run.code(), run.err());
            String page = site.page("ideas/0001.html");
            assertTrue(page.contains("Every week 140 tenants"), page);
            assertTrue(site.page("index.html").contains("Keys by post"));
            assertTrue(site.page("ideas.html").contains("ideas/0001.html"));
            assertTrue(site.page("status/draft.html").contains("Keys by post"));
        }
    }

    @Test
    void anUnchangedArchiveChangesNoFile() {
        try (Site site = Site.of(KEYS)) {
            assertTrue(site.build().out().contains("0 deleted"));
            CommandLineRun again = site.build("--format", "json");
            assertTrue(again.out().contains("\"changed\" : 0"), again.out());
            assertFalse(again.out().contains("\"documents\" : 0"), again.out());
        }
    }
}
