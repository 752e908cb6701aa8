package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.util.List;

/// Pages of the archive's own, which are no documents.
class OwnPagesTest {

    private static final String PAGES = """
        -- pages/b-how-we-decide.md --
        # How we decide

        Every [idea](../content/0001-keys.md) is read aloud. <script>alert(1)</script> ![Our room](room.png)

        ## Who decides

        See [the people](a-people.md#owners), [above](#how) and [who](#who-decides).
        -- pages/a-people.md --
        # People

        ## Owners

        Ada owns the keys.
        -- pages/room.png --
        no picture at all
        -- pages/README.md --
        # Not a page
        """;

    private static Document page(Site site, String address) {
        return Jsoup.parse(site.page(address));
    }

    @Test
    void pagesAreMadeListedAndLinked() {
        try (Site site = Site.of(SiteBuildTest.KEYS + PAGES)) {
            site.build();
            Document page = page(site, "pages/b-how-we-decide.html");
            assertEquals("How we decide", page.select("h1").text());
            assertEquals("How we decide · Pressroom", page.title());
            assertEquals(List.of("How we decide", "Who decides"), page.select("main :is(h1, h2, h3)").eachText());
            assertEquals("../ideas/0001.html", page.select("main a:contains(idea)").attr("href"));
            assertEquals("../pages/a-people.html#owners", page.select("main a:contains(the people)").attr("href"));
            assertEquals("../files/pages/room.png", page.select("main img").attr("src"));
            assertTrue(site.files().containsKey("files/pages/room.png"));
            assertEquals(0, page.select("main script").size());
            assertEquals("Every idea is read aloud.", page.select("meta[name=description]").attr("content"));
            assertEquals(List.of("People", "How we decide"), page(site, "index.html").select("footer li a[href^=pages/]").eachText());
            assertFalse(site.files().containsKey("pages/readme.html") || site.files().containsKey("pages/README.html"));
            assertFalse(site.page("ideas.json").contains("read aloud") || site.page("ideas.html").contains("read aloud"));
        }
    }

    @Test
    void onlyWhatCantBeReadOrFollowedIsFound() {
        try (Site site = Site.of(SiteBuildTest.KEYS + PAGES)) {
            List<String> found = site.check("--format", "json").findings().stream().filter(f -> String.valueOf(f.get("file")).startsWith("pages/"))
                .map(f -> f.get("rule") + " " + f.get("line")).toList();
            assertEquals(List.of("text-unsafe-html 3", "arc-link-broken 7"), found);
        }
    }

    @Test
    void aDocumentMayLinkToAPage() {
        try (Site site = Site.of(SiteBuildTest.KEYS + PAGES + Site.document("0002", "Locks").replace("# Locks", "# Locks\n\nSee [people](../pages/a-people.md)."))) {
            site.build();
            assertEquals("../pages/a-people.html", page(site, "ideas/0002.html").select("main a:contains(people)").attr("href"));
        }
    }

    @Test
    void aRestrictedPageLeavesNoTrace() {
        String secret = "-- pages/zebrafinch.md --\n---\nvisibility: restricted\n---\n\n# Zebrafinch\n\n[x](zebrafinch-nowhere.md)\n";
        String page = "-- pages/a.md --\n# A\n\nSee [zebrafinch](zebrafinch.md).\n";
        try (Site site = Site.of(SiteBuildTest.KEYS + secret + page)) {
            assertEquals(0, site.build().code());
            site.files().forEach((address, text) -> assertFalse((address + text).toLowerCase(java.util.Locale.ROOT).contains("zebrafinch"), address));
            assertTrue(page(site, "pages/a.html").text().contains("restricted document"));
        }
    }

    @Test
    void inTheRootThePagesFolderHoldsNoDocumentsUnlessItIsTheContentFolder() {
        String document = Site.document("0002", "Locks").replace("content/", "ideas/");
        try (Site site = Site.of(document + PAGES)) {
            site.build();
            assertTrue(site.files().containsKey("ideas/0002.html") && site.files().containsKey("pages/a-people.html"));
            assertEquals(1, page(site, "ideas.html").select("tbody tr").size());
            site.with("-- pressroom.yaml --\ncontent: pages");
            site.build();
            assertFalse(site.files().containsKey("pages/a-people.html"));
            assertEquals(2, page(site, "ideas.html").select("tbody tr").size());
        }
    }
}
