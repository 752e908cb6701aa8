package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.rules.Rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The pages on which a site tells what is wrong in its archive.
class HealthTest {

    /// One document without faults, two of one owner with some, and one that can't be read.
    static String archive() {
        return Site.document("0001", "Keys by post")
            + faulty("0002", "Locks by post").replace("### Solution\n", "### Solution\n\nSee [the shop](gone.md) & <b>TBD</b>.\n")
            + faulty("0003", "Doors by post")
            + "-- content/broken.md --\n\0\n";
    }

    private static String faulty(String id, String title) {
        return Site.document(id, title).replace("status: draft", "status: drft\nauthors: [Ann Lee]\nteam: Doors");
    }

    private static Document page(Site site, String address) {
        return Jsoup.parse(site.page(address));
    }

    @Test
    void findingsAreToldByRuleOwnerAndDocument() {
        try (Site site = Site.of(archive())) {
            site.build();
            Document health = page(site, "health.html");
            assertEquals("Archive health", health.select("h1").text());
            assertTrue(health.select(".lead").text().matches("The checks found 4 errors, .* in 4 documents\\."), health.select(".lead").text());
            Element rule = health.select("#by-rule ~ .table-scroll tr:has(a[href=rules/meta-unknown-value.html])").first();
            assertNotNull(rule);
            assertTrue(rule.text().matches("meta-unknown-value .* Error 2 2"), rule.text());
            assertTrue(health.select("#by-owner ~ .table-scroll tr:has(a[href=owner/ann-lee.html])").text().startsWith("Ann Lee "));
            assertEquals(List.of("Keys by post", "Locks by post", "Doors by post", "content/broken.md"), health.select("section.file h3").eachText());
            Element broken = health.select("#idea-0002 li:contains(gone.md)").first();
            assertNotNull(broken);
            assertEquals("Error the link gone.md is broken: there is no file content/gone.md", broken.select(".what").text());
            assertEquals("gone.md", broken.select(".what code").text());
            assertEquals("rules/arc-link-broken.html", broken.select("a").attr("href"));
        }
    }

    @Test
    void aFaultyDocumentsNoticeLeadsToItsFindings() {
        try (Site site = Site.of(archive())) {
            site.build();
            Element notice = page(site, "ideas/0002.html").select(".findings a").first();
            assertNotNull(notice);
            assertTrue(notice.text().matches("The checks found 2 errors.* in this document\\."), notice.text());
            assertEquals("../health.html#idea-0002", notice.attr("href"));
            assertNotNull(page(site, "health.html").getElementById("idea-0002"));
            assertTrue(page(site, "ideas/0001.html").select(".findings").isEmpty(), "infos alone are no reason for a notice");
        }
    }

    @Test
    void everyRuleHasAPageThatExplainsItAndShowsWhatItFound() {
        try (Site site = Site.of(archive())) {
            site.build();
            for (String rule : Rules.ids()) {
                Document page = page(site, "rules/" + rule + ".html");
                assertEquals(rule, page.select("h1").text());
                assertTrue(page.select("h2").eachText().containsAll(List.of("Why", "Bad", "Good", "Switch off")), rule);
                assertFalse(page.select("pre").isEmpty(), rule);
                page.select("pre, code").remove();
                assertFalse(page.text().contains("## ") || page.text().contains("```"), rule);
            }
            Document page = page(site, "rules/meta-unknown-value.html");
            assertEquals(List.of("Locks by post", "Doors by post"), page.select("section.file h3").eachText());
            assertEquals("../ideas/0002.html", page.select("section.file h3 a").attr("href"));
            assertTrue(page(site, "rules/pr-missing.html").text().contains("No findings in this archive."));
            assertEquals(Rules.ids().size(), page(site, "health.html").select("a[href^=rules/]").eachAttr("href").stream().distinct().count());
        }
    }

    @Test
    void aHealthyArchiveSaysSo() {
        try (Site site = Site.of("-- pressroom.yaml --\nseverities: {life-stale: off, pr-leader-quote-missing: off, pr-call-to-action-missing: off, pr-dateline-missing: off, faq-shorter-than-press-release: off}\n"
                + Site.document("0001", "Keys by post"))) {
            site.build();
            assertEquals("The checks found no problems.", page(site, "health.html").select(".lead").text());
            assertEquals("health.html", page(site, "index.html").select(".site-footer a:contains(Archive health)").attr("href"));
        }
    }

    @Test
    void whatTheBaselineKnowsIsShownAsKnown() {
        try (Site site = Site.of(archive() + "-- pressroom.yaml --\nbaseline: known.json\n")) {
            assertEquals(0, site.check("--write-baseline").code());
            assertEquals(0, site.build("--fail-on", "info").code());
            Document health = page(site, "health.html");
            assertTrue(health.select(".lead").text().endsWith("of them are in the baseline and do not count."), health.select(".lead").text());
            assertFalse(health.select("li:contains(drft):contains(known)").isEmpty());
        }
    }

    @Test
    void nothingIsToldOfRestrictedDocumentsAndNoMailAddress() {
        try (Site site = Site.of(archive() + faulty("0077", "Zebrafinch").replace("status: drft", "status: zebrafinch\nvisibility: restricted")
                + faulty("0004", "Mail").replace("status: drft", "status: \"Ann <ann@zebrafinch.example>\"")
                + "-- pressroom.yaml --\nbaseline: known.json\n-- known.json --\n{\"version\": 1, \"findings\": [\n"
                + "{\"rule\":\"meta-unknown-value\",\"file\":\"content/0077.md\",\"message\":\"zebrafinch\",\"fingerprint\":\"00\",\"count\":1}]}\n")) {
            site.build();
            site.files().forEach((address, text) -> {
                assertFalse(address.contains("0077"), address);
                assertFalse(address.endsWith(".html") && address.startsWith("health") && text.toLowerCase(Locale.ROOT).contains("zebrafinch"), address);
                assertFalse(address.startsWith("rules/") && text.toLowerCase(Locale.ROOT).contains("zebrafinch"), address);
            });
            assertTrue(page(site, "health.html").select("#idea-0004").text().contains("is not a status"));
        }
    }

    @Test
    void moreThanTwoThousandFindingsTakeFurtherPages() {
        String many = IntStream.range(10, 22).mapToObj(i -> faulty("0001-" + i, "Many").replace("### Solution\n", "### Solution\n\n" + ("[x](gone-" + (char) ('a' + i) + ".md)\n").repeat(180)))
            .collect(Collectors.joining());
        try (Site site = Site.of(archive() + many)) {
            site.build();
            Document first = page(site, "health.html");
            assertEquals(2_000, first.select("section.file .findings-list li").size());
            assertEquals("health/page/2.html", first.select("a[rel=next]").attr("href"));
            Document second = page(site, "health/page/2.html");
            assertEquals("Archive health, page 2", second.select("h1").text());
            assertTrue(second.select("section.file h3 a").attr("href").startsWith("../../ideas/0001-"), second.select("section.file h3 a")::toString);
            assertEquals("../health/page/2.html#idea-0002", page(site, "ideas/0002.html").select(".findings a").attr("href"));
            assertNotNull(second.getElementById("idea-0002"));
            assertEquals(100, page(site, "rules/arc-link-broken.html").select(".findings-list li").size());
            assertFalse(site.files().containsKey("health/page/3.html"));
        }
    }
}
