package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.util.List;

/// The site of an archive that says little about its ideas shows what there is, and no empty places.
class PlainArchiveTest {

    private static final String TEXTS = "-- content/lamp.md --\n# A lamp\n\nThat finds its place.\n-- content/key.md --\n# A key\n\nBy post.\n";

    private static List<String> texts(Document page, String selector) {
        return page.select(selector).eachText();
    }

    @Test
    void whatNobodySaidIsLeftOut() {
        try (Site site = Site.of(TEXTS)) {
            site.build();
            Document home = Jsoup.parse(site.page("index.html"));

            assertEquals(List.of("Newest"), texts(home, ".home h2"));
            assertEquals(List.of("A lamp", "A key"), texts(home, ".stories .what"));
            assertEquals(List.of("Ideas", "Has it been tried?"), texts(home, ".site-header li"));
            assertEquals(List.of("ID", "Title"), texts(Jsoup.parse(site.page("ideas.html")), "thead th"));
            for (String page : List.of("board.html", "timeline.html", "insights.html", "people.html", "status.html")) {
                assertFalse(site.files().containsKey(page), page);
            }
            assertTrue(site.files().containsKey("stale.html"), "what waits comes and goes with the days, so its page stays");
        }
    }

    @Test
    void whereNothingWasDecidedTheNewestAndTheLatelyChangedLead() {
        String dated = TEXTS.replace("# A lamp", "---\nstatus: draft\ncreated: 2024-03-01\nauthors: [Ana]\n---\n# A lamp").replace("# A key", "---\nstatus: in-review\n---\n# A key");
        try (Site site = Site.of("-- content/old.md --\n---\nstatus: draft\n---\n# Old\n\nText.\n").commit("2023-01-01T10:00:00Z", "Bo <bo@example.org>").with(dated).commit("2024-04-01T10:00:00Z", "Bo <bo@example.org>")
                .with("-- content/old.md --\n---\nstatus: draft\n---\n# Old\n\nAnother text.\n").commit("2024-05-06T10:00:00Z", "Bo <bo@example.org>")) {
            site.build();
            Document home = Jsoup.parse(site.page("index.html"));

            assertEquals(List.of("By status", "Newest", "Lately changed", "Waiting"), texts(home, ".home h2"));
            assertEquals(List.of("A key", "A lamp", "Old"), texts(home, ".stories .what"));
            assertEquals(List.of("1 April 2024 In review", "1 March 2024 Draft", "1 January 2023 Draft"), texts(home, ".stories .when"));
            assertEquals(List.of("Old 6 May 2024", "A lamp 1 April 2024"), texts(home, ".asides section:first-of-type .notes li"));
            Document ideas = Jsoup.parse(site.page("ideas.html"));
            assertEquals(List.of("ID", "Title", "Status", "Owner", "Created", "Updated"), texts(ideas, "thead th"));
            assertEquals(List.of("2024-04-01", "2024-03-01", "2023-01-01"), texts(ideas, "tbody td:nth-child(5)"));
            assertTrue(texts(home, ".site-header li").containsAll(List.of("Board", "Timeline", "Insights", "People")), home.text());
        }
    }
}
