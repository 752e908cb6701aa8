package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/// Former addresses lead to where a document is today.
class RedirectsTest {

    private static String document(String id, String extra) {
        return Site.document(id, "Keys by post").replace("-- content/" + id + ".md --\n", "").replace("status: draft", "status: draft\n" + extra);
    }

    private static String target(Site site, String address) {
        Document page = Jsoup.parse(site.page(address));
        String href = page.select("main a").attr("href");
        assertEquals("0; url=" + href, page.select("meta[http-equiv=refresh]").attr("content"));
        assertEquals(href, page.select("link[rel=canonical]").attr("href"));
        assertTrue(Files.exists(site.output().resolve(address).resolveSibling(href).normalize()), href);
        return href;
    }

    @Test
    void renamesChangedIdsAndAliasesLeadToTheDocument() {
        try (Site site = Site.of("-- content/old/keys.md --\n" + document("0007", "")).commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            site.remove("content/old/keys.md").with("-- content/new/keys.md --\n" + document("0042", "aliases: [wiki/Keys, \"ideas/0003.html\"]"))
                .commit("2024-03-02T10:00:00Z", "Ana <a@x>");
            CommandLineRun run = site.build();
            assertFalse(run.err().contains("arc-redirect-collision"), run.err());
            assertEquals("../ideas/0042.html", target(site, "r/0007.html"));
            assertEquals("../ideas/0042.html", target(site, "r/0003.html"));
            assertEquals("../ideas/0042.html", target(site, "old/keys.html"));
            assertEquals("../ideas/0042.html", target(site, "wiki/Keys.html"));
            assertEquals(List.of("/ideas/0003.html /ideas/0042.html 301", "/ideas/0007.html /ideas/0042.html 301", "/old/keys.html /ideas/0042.html 301",
                "/r/0003.html /ideas/0042.html 301", "/r/0007.html /ideas/0042.html 301", "/wiki/Keys.html /ideas/0042.html 301"),
                site.page("_redirects").lines().toList());
            assertTrue(site.page("redirects/nginx.map").contains("\"/ideas/0007.html\" \"/ideas/0042.html\";"));
            assertTrue(site.page("redirects/s3.json").contains("\"KeyPrefixEquals\" : \"ideas/0007.html\""));
        }
    }

    @Test
    void serversAreToldTheSitesPath() {
        try (Site site = Site.of("-- content/a.md --\n" + document("0042", "aliases: [wiki/keys]"))) {
            site.build("--base-url", "https://ideas.example.com/archive/");
            assertEquals("/archive/wiki/keys.html /archive/ideas/0042.html 301\n", site.page("_redirects"));
        }
    }

    @Test
    void whatCannotLeadAnywhereIsAFindingAndLeavesTheSite() {
        try (Site site = Site.of("-- content/a.md --\n" + document("0001", "aliases: [wiki/keys, \"../../etc/passwd\", \"status/draft.html\", \"a%2fb\", \"<b>\"]")
                + "-- content/b.md --\n" + document("0002", "aliases: [wiki/keys]"))) {
            CommandLineRun run = site.build();
            assertEquals(6, run.err().lines().filter(line -> line.contains("arc-redirect-collision")).count(), run.err());
            assertFalse(Files.exists(site.output().resolve("wiki")));
            assertFalse(Files.exists(site.output().resolve("_redirects")));
            assertTrue(site.page("status/draft.html").contains("0002"));
        }
    }

    @Test
    void anIdThatAnotherDocumentHasTodayIsItsOwn() {
        try (Site site = Site.of("-- content/a.md --\n" + document("0001", "")).commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            site.with("-- content/a.md --\n" + document("0002", "")).commit("2024-03-02T10:00:00Z", "Ana <a@x>");
            site.with("-- content/b.md --\n" + document("0001", "")).commit("2024-03-03T10:00:00Z", "Ana <a@x>");
            site.build();
            assertFalse(Files.exists(site.output().resolve("r/0001.html")));
        }
    }

    @Test
    void theCalendarHasReviewsAndDueDays() {
        try (Site site = Site.of("-- content/a.md --\n" + document("0001", "reviews: [{date: 2024-04-02, reviewers: [Bo], decision: revise}]")
                + "-- content/b.md --\n" + document("0002", "revisit: 2024-09-01\nprediction: {text: \"40 %\", by: 2025-Q2}").replace("status: draft", "status: deferred"))) {
            site.build();
            String calendar = site.page("dates.ics");
            assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && calendar.endsWith("END:VCALENDAR\r\n"), calendar);
            assertEquals(List.of("20240402", "20240901", "20250630"),
                calendar.lines().filter(line -> line.startsWith("DTSTART")).map(line -> line.substring(line.indexOf(':') + 1)).toList());
            assertTrue(calendar.contains("SUMMARY:Revisit: 0002 Keys by post\r\n"), calendar);
            assertTrue(calendar.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75));
        }
    }
}
