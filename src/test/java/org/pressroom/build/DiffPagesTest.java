package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The revisions of an idea and the pages that show what each changed.
class DiffPagesTest {

    private static final String DRAFT = Site.document("0001", "Keys by post");
    private static final String WRITTEN = DRAFT.replace("lose a morning", "lose a whole morning").replace("*Keys come", "**Keys come").replace("the keys.*", "the keys.**");
    private static final String REVIEWED = WRITTEN.replace("status: draft", "status: in-review\nteam: Homes\nreviews: [{date: 2024-03-20, reviewers: [Jo Park], decision: revise}]");
    private static final String MARKED = REVIEWED.replace("registered post", "[*registered* post](https://post.example)");
    private static final String DECIDED = MARKED.replace("status: in-review", "status: declined\ndecision: {date: 2024-05-01, deciders: [Jo Park], reason: too-small}")
        .replace("[*registered* post]", "insured and [*registered* post]");

    private static Site site(String configuration) {
        return Site.of(configuration + DRAFT).commit("2024-03-01T10:00:00Z", "Ana Lima <ana@x.example>")
            .with(WRITTEN).commit("2024-03-05T10:00:00Z", "Bo & \"Co\" Ltd <b@x.example>")
            .with(REVIEWED).commit("2024-03-21T10:00:00Z", "Cy <c@x.example>")
            .with(MARKED).commit("2024-03-22T10:00:00Z", "Cy <c@x.example>")
            .with(DECIDED).commit("2024-05-02T10:00:00Z", "Cy <c@x.example>");
    }

    private static List<String> diffs(Site site) {
        return site.files().keySet().stream().filter(name -> name.startsWith("diff/")).toList();
    }

    private static Document page(Site site, String address) {
        return Jsoup.parse(site.page(address));
    }

    @Test
    void onlyRevisionsThatChangedTheTextHaveAPage() {
        try (Site site = site("")) {
            assertEquals(0, site.build("--fail-on", "error").code());
            assertEquals(List.of("diff/0001/2.html", "diff/0001/5.html", "diff/0001/review.html"), diffs(site));
            Document idea = page(site, "ideas/0001.html");
            assertEquals(List.of("5", "4", "3", "2", "1"), idea.select(".revisions > ol > li").eachAttr("value"));
            assertEquals(List.of("../diff/0001/5.html", "../diff/0001/2.html"), idea.select(".revisions li > a[aria-label]").eachAttr("href"));
            assertEquals(List.of("Declined", "In review", "Draft"), idea.select(".revisions .badge").eachText());
            assertEquals("../diff/0001/review.html", idea.select(".revisions > p > a").attr("href"));
        }
    }

    @Test
    void wordsThatCameAndWentAreMarkedAndTheRestIsFolded() {
        try (Site site = site("")) {
            site.build();
            Document second = page(site, "diff/0001/2.html");
            assertEquals(List.of("Added: whole"), second.select(".diff-text ins").eachText());
            assertEquals(List.of(), second.select("del").eachText());
            assertTrue(second.select(".diff details summary").eachText().getFirst().endsWith("paragraphs unchanged"), second.html());
            assertTrue(second.select(".diff details").text().contains("Because one lost parcel"));
            assertEquals("../../ideas/0001.html", second.select(".crumbs a").attr("href"));
            assertTrue(second.select(".page-header").text().contains("5 March 2024 · Bo & \"Co\" Ltd · commit "), second.select(".page-header").text());
            assertEquals("../../diff/0001/5.html", second.select("a[rel=next]").attr("href"));
            assertFalse(second.html().contains("style="));
        }
    }

    @Test
    void whatTheMetadataSayIsToldInWords() {
        try (Site site = site("")) {
            site.build();
            String fields = page(site, "diff/0001/5.html").select(".diff-fields dl").text();
            assertTrue(fields.contains("Status was In review, is now Declined"), fields);
            assertTrue(fields.contains("Decision is now 1 May 2024 · Jo Park · Too small"), fields);
            assertFalse(fields.contains("Team"), fields);
        }
    }

    @Test
    void theTextOfTheReviewIsComparedWithThatOfToday() {
        try (Site site = site("")) {
            // The decision is the last review; the document was changed after it.
            site.build();
            Document review = page(site, "diff/0001/review.html");
            assertEquals("Since the review of 1 May 2024", review.select("h1").text());
            assertTrue(review.select(".lead").text().contains("revision 4 of 5"), review.select(".lead").text());
            assertEquals(List.of("Added: insured and"), review.select(".diff-text ins").eachText());
            site.with(MARKED).commit("2024-05-03T10:00:00Z", "Cy <c@x.example>");
            site.build();
            assertEquals("The text has not changed since the review of 20 March 2024.", page(site, "ideas/0001.html").select(".revisions > p").text());
            assertFalse(diffs(site).contains("diff/0001/review.html"));
        }
    }

    @Test
    void theyAreBounded() {
        try (Site site = site("-- pressroom.yaml --\ndiffs: {revisions: 1}\n")) {
            site.build();
            assertEquals(List.of("diff/0001/5.html", "diff/0001/review.html"), diffs(site));
            site.with("-- pressroom.yaml --\ndiffs: {revisions: 0}\n");
            site.build();
            assertEquals(List.of(), diffs(site));
            assertEquals(5, page(site, "ideas/0001.html").select(".revisions > ol > li").size());
            site.with("-- pressroom.yaml --\ndiffs: {pages: 1}\n");
            site.build();
            assertEquals(List.of("diff/0001/5.html"), diffs(site));
        }
    }

    @Test
    void whatIsTooLongIsNotComparedButCanBeRead() {
        try (Site site = site("-- pressroom.yaml --\ndiffs: {words: 20}\nsource-url: https://git.example/{ref}/{path}\n")) {
            site.build();
            Document second = page(site, "diff/0001/2.html");
            assertEquals("This revision is too long to compare: one of the two texts has more than 20 words.", second.select(".notice").text());
            String commit = Site.git(site.archive(), Map.of(), "rev-list", "--max-parents=0", "HEAD").strip();
            assertTrue(second.select(".diff-sources a").eachAttr("href").contains("https://git.example/" + commit + "/content/0001.md"), second.html());
            assertFalse(second.text().contains("whole morning"));
        }
    }

    @Test
    void aPlainFolderHasNone() {
        try (Site site = Site.of(DRAFT)) {
            site.build();
            assertEquals(List.of(), diffs(site));
            assertTrue(page(site, "ideas/0001.html").select(".revisions").isEmpty());
        }
    }

    @Test
    void whatAuthorsWroteStaysText() {
        try (Site site = Site.of(DRAFT).commit("2024-03-01T10:00:00Z", "Ana <a@x>")
                .with(DRAFT.replace("a morning", "a `<script>alert(1)</script>` &amp; \u202emorning")).commit("2024-03-02T10:00:00Z", "&lt;b&gt; <b@x>")) {
            site.build();
            Document second = page(site, "diff/0001/2.html");
            assertTrue(second.select("main script").isEmpty());
            assertTrue(second.select(".page-header").text().contains("&lt;b&gt"), second.select(".page-header").html());
            assertTrue(second.select(".diff ins").text().contains("<script>alert(1)</script> &"), second.select(".diff").html());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3"})
    void theSameBytesComeOutAgain(String threads) {
        try (Site site = site("")) {
            site.build("--clean", "--threads", "2");
            SortedMap<String, String> first = site.files();
            site.build("--clean", "--threads", threads);
            assertEquals(first, site.files());
        }
    }

    @Test
    void theStatusIsDrawnAndToldToPrograms() {
        try (Site site = site("")) {
            site.build();
            Document idea = page(site, "ideas/0001.html");
            String words = idea.select(".track svg").attr("aria-label");
            assertEquals("Status over time: Draft (1 March 2024) → In review (21 March 2024) → Declined (2 May 2024)", words);
            assertEquals(2, idea.select(".track .mark").size());
            String json = site.page("api/0001.json").replaceAll("\\s+", "");
            assertTrue(json.contains("\"timeline\":[{\"date\":\"2024-03-01\",\"status\":\"draft\",\"outcome\":null,\"author\":\"AnaLima\",\"commit\":\""), json);
            assertEquals("Status,Days in each status,n\r\nDraft,20,1\r\nIn review,42,1\r\n", site.page("insights/days-in-status.csv"));
            assertTrue(page(site, "insights.html").select("h2").eachText().contains("Days in each status"));
        }
    }

    @Test
    void withoutGitTheMetadataTellTheTimeline() {
        try (Site site = Site.of(DECIDED)) {
            site.build();
            String json = site.page("api/0001.json").replaceAll("\\s+", "");
            assertTrue(json.contains("\"timeline\":[{\"date\":\"2024-03-20\",\"status\":\"revise\",\"outcome\":null,\"author\":null,\"commit\":null},"
                + "{\"date\":\"2024-05-01\",\"status\":\"declined\",\"outcome\":null,\"author\":null,\"commit\":null}]"), json);
        }
    }
}
