package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Board, timeline, insights, stale, people and glossary, as they are baked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewPagesTest {

    @TempDir
    private static Path temp;

    private BakedSite site;

    /// Today is 2026-11-23.
    @BeforeAll
    void bake() throws Exception {
        ArchiveFixture archive = new ArchiveFixture()
            .idea("a", "title: Approved in ten days", "status: approved", "outcome: launched", "result: met", "created: 2020-01-01",
                "authors: [Ana Lima]", "sponsor: Jo Park",
                "reviews: [{date: 2020-01-05, reviewers: [Mo Reed], decision: revise}]",
                "decision: {date: 2020-01-11, deciders: [Jo Park, Mo Reed]}", "launched: 2021-05-06")
            .idea("b", "title: Superseded after thirty", "status: superseded", "created: 2020-02-01", "authors: [ana  lima]",
                "prediction: {text: \"40 %\", by: 2021}", "decision: {date: 2020-03-02, deciders: [Jo Park]}")
            .idea("c", "title: Declined after twenty", "status: declined", "created: 2020-02-01", "authors: [Ana Lima <ana@example.org>]",
                "decision: {date: 2020-02-21, deciders: [Jo Park], reason: too-small}")
            .idea("d", "title: Deferred until last week", "status: deferred", "created: 2022-02-01", "authors: [Mo Reed]",
                "revisit: 2026-11-16", "decision: {date: 2022-02-03, deciders: [Jo Park]}")
            .idea("e", "title: Waits in review", "status: in-review", "created: 2026-08-01", "authors: [\"<Eve & Co\"]")
            .idea("f", "title: Draft of last month", "status: draft", "created: 2026-10-23", "authors: [Ana Lima]");
        for (int i = 0; i < 25; i++) {
            archive.idea("w" + i, "title: Withdrawn " + i, "status: withdrawn", "created: 2019-06-" + (i < 9 ? "0" : "") + (i + 1));
        }
        site = archive.bake(Files.createDirectory(temp.resolve("site")));
    }

    private List<String> texts(String address, String selector) throws Exception {
        return site.page(address).select(selector).eachText();
    }

    @Test
    void theBoardHasAColumnForEachStatusWithItsLatestTwenty() throws Exception {
        Document board = site.page("board.html");

        assertEquals(List.of("Draft", "In review", "Approved", "Declined", "Deferred", "Withdrawn", "Superseded"),
            board.select(".column h2 .badge").eachText());
        Element withdrawn = board.select(".column").get(5);
        assertEquals(20, withdrawn.select("li").size());
        assertEquals("Withdrawn 24", withdrawn.select("li .what").eachText().getFirst());
        assertEquals("status/withdrawn.html", withdrawn.select("> p a").attr("href"));
        assertEquals("5 more", withdrawn.select("> p a").text());
        assertEquals("Too small", board.select(".column").get(3).select("li .quiet").eachText().getLast());
    }

    @Test
    void theTimelineTellsEverythingLatestFirst() throws Exception {
        assertEquals(List.of("Written Draft of last month", "Written Waits in review", "Deferred Deferred until last week",
            "Written Deferred until last week"), texts("timeline.html", ".timeline li").stream().limit(4)
            .map(t -> t.replaceFirst("^\\S+ ", "").replaceFirst(" [a-z]( · .*)?$", "")).toList());
        assertEquals(List.of("October 2026", "August 2026", "February 2022"), texts("timeline.html", ".timeline h2").subList(0, 3));
    }

    @Test
    void aDecisionOfAReviewsDayIsToldOnce() throws Exception {
        assertEquals(List.of("Written", "Reviewed: Revise", "Approved", "Launched"), texts("ideas/a.html", ".history strong"));
        assertEquals(List.of("Written", "Approved"), texts("ideas/b.html", ".history strong"));
    }

    @Test
    void aYearOfTheTimelineLeadsToWhereItBegins() throws Exception {
        for (Element year : site.page("timeline.html").select(".years a")) {
            String[] link = year.attr("href").split("#");
            assertTrue(site.page(link[0]).select("#" + link[1] + " > h2").text().endsWith(year.text()), year.attr("href"));
        }
        assertEquals(List.of("2026", "2022", "2021", "2020", "2019"), texts("timeline.html", ".years a").stream().distinct()
            .filter(y -> !y.equals("2023")).toList());
    }

    @Test
    void insightsCountDecisionsByTheirYear() throws Exception {
        assertEquals("Year,Approved,Declined,Deferred\r\n2020,2,1,0\r\n2021,0,0,0\r\n2022,0,0,1\r\n", site.text("insights/decisions-by-year.csv"));
        assertEquals("Year,Approval rate,n\r\n2020,67,3\r\n2022,0,1\r\n", site.text("insights/approval-rate.csv"));
        assertEquals("Year,Days to a decision,n\r\n2020,20,3\r\n2022,2,1\r\n", site.text("insights/days-to-decision.csv"));
        assertEquals("Reason,Ideas\r\nToo small,1\r\n", site.text("insights/reasons.csv"));
        assertEquals(List.of("31", "4", "50% n = 4", "10 days n = 4"), texts("insights.html", ".figures dd"));
    }

    @Test
    void aChartSaysWhatItsTableAndItsFileSay() throws Exception {
        Document page = site.page("insights.html");
        for (Element section : page.select(".charts section:has(.chart)")) {
            String csv = site.text(section.select("a[download]").attr("href"));
            List<String> table = section.select("table tr").stream()
                .map(row -> String.join(",", row.select("th, td").eachText())).toList();
            List<String> file = csv.lines().toList();
            assertEquals(file.size(), table.size(), csv);
            for (int i = 1; i < file.size(); i++) {
                String year = file.get(i).split(",")[0];
                assertTrue(table.get(i).startsWith(year + ","), table.get(i));
                assertEquals(1, section.select("svg g").stream().filter(g -> g.select("text.axis").eachText().contains(year)).count());
            }
        }
        Element bars = page.select(".charts section").get(1).select("svg g").get(0);
        assertEquals(List.of("2020, Approved: 2", "2020, Declined: 1"), bars.select("title").eachText());
        List<Integer> heights = bars.select("rect").stream().map(r -> Integer.parseInt(r.attr("height"))).toList();
        assertEquals(2.0, (double) heights.getFirst() / heights.getLast(), 0.05);
    }

    @Test
    void whatWaitsIsToldWithItsReason() throws Exception {
        Document stale = site.page("stale.html");

        assertEquals(List.of("Due for another look 1", "To be measured 1", "Waiting for the next step 1"), stale.select("main h2").eachText());
        assertEquals(List.of("Deferred until last week", "Superseded after thirty", "Waits in review"),
            stale.select("tbody th").eachText());
        assertEquals(List.of("2026-11-16 7 days", "2021-12-31 1,788 days", "2026-08-01 114 days"), stale.select(".since").eachText());
        assertEquals(3, site.page("index.html").select(".asides section:has(a[href=stale.html]) li").size());
    }

    @Test
    void aPersonIsOneHoweverTheNameIsSpelled() throws Exception {
        assertEquals(List.of("<Eve & Co", "Ana Lima", "Jo Park", "Mo Reed"), texts("people.html", "tbody th"));
        Element jo = site.page("people.html").select("tbody tr").get(2);
        assertEquals(List.of("4", "", "1", "", "4", ""), jo.select("td.align-right").eachText().isEmpty() ? List.of()
            : jo.select("td.align-right").stream().map(Element::text).toList());
        assertEquals(List.of("Draft of last month", "Declined after twenty", "Superseded after thirty", "Approved in ten days"),
            texts("person/ana-lima.html", "tbody th"));
        assertEquals(List.of("Owner, Decider", "Decider"), texts("person/jo-park.html", ".reason").stream().distinct().sorted(
            Comparator.reverseOrder()).toList());
        for (String page : site.pages()) {
            assertFalse(site.text(page).contains("ana@example.org"), page);
        }
    }

    @Test
    void namesOnAnIdeaLeadToThePeople() throws Exception {
        assertTrue(site.page("ideas/a.html").select(".decision a").eachAttr("href").contains("../person/jo-park.html"));
        assertTrue(site.page("ideas/a.html").select(".about a").eachAttr("href").contains("../person/ana-lima.html"));
    }

    @Test
    void theGlossarySaysWhatMayFollow() throws Exception {
        Element draft = site.page("glossary.html").select("table.glossary tbody tr").get(0);

        assertEquals("Draft Still being written, and not yet up for review. In review, Withdrawn 1", draft.text());
        assertEquals("status/draft.html", draft.select("a").attr("href"));
    }

    @Test
    void anEmptyArchiveHasNoPagesThatWouldBeEmpty() throws Exception {
        BakedSite empty = new ArchiveFixture().bake(Files.createDirectory(temp.resolve("empty")));

        for (String page : List.of("board.html", "timeline.html", "insights.html", "people.html")) {
            assertFalse(Files.exists(temp.resolve("empty").resolve(page)), page);
        }
        assertFalse(empty.page("stale.html").select(".empty").text().isBlank());
        assertEquals("Year\r\n", empty.text("insights/ideas-by-year.csv"));
    }

    @Test
    void whatASpreadsheetWouldCalculateIsATextInCsv() {
        assertEquals("'=1+1,\"a \"\"b\"\", c\",-3\r\n", Csv.of(List.of(List.of("=1+1", "a \"b\", c", "-3"))));
        assertEquals("'＝1+1,'＋1,'－1,'＠a,' =1,\"a;'=1+1\",\"b\t'+1\",\"c\n'-1\",\"'\t'=1\",a-b\r\n",
            Csv.of(List.of(List.of("＝1+1", "＋1", "－1", "＠a", " =1", "a;=1+1", "b\t+1", "c\n-1", "\t=1", "a-b"))));
    }
}
