package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.SampleSite;
import org.pressroom.SiteLinks;
import org.pressroom.browser.Axe;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.parallel.Workers;
import org.pressroom.search.SearchHit;
import org.pressroom.search.SearchRequest;
import org.pressroom.search.SearchResult;
import org.pressroom.search.Searcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The sample archive's own site, built by the program and used in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleSiteIT {

    private static final int QUERIES = 240;
    private static final String BELOW = "/intranet/ideas/";

    @TempDir
    private static Path home;

    private Path site;
    private Browsers browsers;
    private SiteServer server;
    private final Set<String> console = new LinkedHashSet<>();
    private Page page;

    @BeforeAll
    void build() {
        site = SampleSite.folder();
        browsers = Browsers.launch();
        server = SiteServer.of(site, BELOW);
        BrowserContext context = browsers.browser().newContext();
        page = context.newPage();
        page.onConsoleMessage(m -> console.add(page.url() + ": " + m.text()));
        page.onPageError(e -> console.add(page.url() + ": " + e));
        page.onRequest(request -> {
            if (!request.url().startsWith(server.address()) && !request.url().startsWith("file:") && !request.url().startsWith("blob:")) {
                console.add(page.url() + " asks another host: " + request.url());
            }
        });
    }

    @AfterAll
    void stop() {
        server.close();
        browsers.close();
    }

    @Test
    void theSampleHasNoErrorsAndNoWarnings() {
        CommandLineRun check = CommandLineRun.of(home, "check", "--fail-on", "warning", ".");
        assertEquals(0, check.code(), check.out());
    }

    @Test
    void theSearchPageGivesLucenesTopTenWithLucenesScores() {
        try (SearchSession session =
                SearchSession.open(ArchiveRequest.of(Path.of(".")), null, "test", new Workers(2))) {
            Searcher searcher = new Searcher(session.index());
            page.navigate(server.address() + "search.html");
            int answered = 0;
            for (String query : queries()) {
                SearchResult expected;
                try {
                    expected = searcher.search(SearchRequest.of(query, 10));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                page.navigate(server.address() + "search.html?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
                page.waitForSelector("#results[aria-busy=false][data-total]",
                    new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
                assertEquals(String.valueOf(expected.total()), page.getAttribute("#results", "data-total"), query);
                List<String> wanted = new ArrayList<>();
                for (SearchHit hit : expected.hits()) {
                    wanted.add(hit.id() + " " + Float.floatToIntBits(hit.score()));
                }
                List<String> found = new ArrayList<>();
                for (ElementHandle hit : page.querySelectorAll("#results > li")) {
                    if (found.size() < wanted.size()) {
                        found.add(hit.getAttribute("data-id") + " "
                            + Float.floatToIntBits(Float.parseFloat(hit.getAttribute("data-score"))));
                    }
                }
                assertEquals(wanted, found, query);
                answered += wanted.isEmpty() ? 0 : 1;
            }
            assertTrue(answered > QUERIES * 3 / 4, "only " + answered + " queries had an answer");
        }
        assertEquals(Set.of(), console);
    }

    /// Words, pairs and runs of words of the sample's own pages, and some that it does not have.
    private List<String> queries() {
        List<String> texts = new ArrayList<>();
        for (Path file : SiteLinks.pages(site.resolve("ideas"))) {
            texts.add(SiteLinks.parse(file).select("main").text());
        }
        Random random = new Random(20260601);
        List<String> queries = new ArrayList<>(List.of("the", "C++", "zzz nothing", "washing machine", "鍵", "団地の鍵",
            "Reparaturbonus", "Kühlschrank", "3.5", "customer's", "status:declined price", "0013"));
        while (queries.size() < QUERIES) {
            String[] words = texts.get(random.nextInt(texts.size())).split("\\s+");
            StringBuilder query = new StringBuilder();
            int count = 1 + random.nextInt(4);
            int at = random.nextInt(words.length);
            for (int i = 0; i < count; i++) {
                query.append(i == 0 ? "" : " ").append(words[random.nextBoolean() ? random.nextInt(words.length) : (at + i) % words.length]);
            }
            String asked = query.toString();
            queries.add(asked.length() > 120 ? asked.substring(0, 120) : asked);
        }
        return queries;
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "ideas.html", "ideas/0003.html", "ideas/0012.html", "ideas/0023.html", "ideas/0030.html",
        "ideas/0034.html", "slides/0012.html", "slides/0030.html", "status/declined.html", "tag.html", "board.html", "timeline.html", "insights.html",
        "people.html", "glossary.html", "health.html", "rules/pr-problem-missing.html", "404.html", "search.html?q=fridge", "tried.html?q=the+fridge+is+warm"})
    void aPageIsAccessibleAndQuiet(String address) {
        page.navigate(server.address() + address);
        if (address.contains("?q=")) {
            page.waitForSelector("#results[aria-busy=false] > li");
        }
        page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })");
        assertEquals("", Axe.violations(page), address);
        assertEquals(Set.of(), console);
    }

    @Test
    void searchAnswersFromADisk() {
        page.navigate(site.resolve("search.html").toUri() + "?q=fridge");
        page.waitForSelector("#results[aria-busy=false] > li");
        String link = page.getAttribute("#results > li a", "href");
        page.navigate(site.toUri().resolve(link).toString());
        assertTrue(page.title().length() > 3, page.url());
        assertEquals(Set.of(), console);
    }

    /// Every link of every page leads to a file of the site, and every fragment to an element there.
    @Test
    void everyLinkLeadsSomewhere() {
        assertEquals(Set.of(), SiteLinks.broken(site));
    }
}
