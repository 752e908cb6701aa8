package org.pressroom.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The search page in a real browser, from a server below a sub-path and from `file://`.
class SearchPageIT {

    @TempDir
    private static Path folder;
    private static Browsers browsers;
    private static SearchSite site;
    private static SiteServer server;

    private BrowserContext context;
    private Page page;
    private final List<String> console = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        browsers = Browsers.launch();
        List<SampleIdea> ideas = new ArrayList<>(new SampleArchive(3, 900).ideas(40, 200));
        ideas.add(SampleIdea.of("refunds", "Refunds in <b>two</b> days").status("declined")
            .problem("Refunds take three weeks, and nobody can say where the money is.")
            .question("Why not the neighbours?", "Neighbours & friends keep no parcels."));
        ideas.add(SampleIdea.of("lockers", "Lockers").status("approved").outcome("launched")
            .problem("A refund waits until the parcel is back."));
        site = SearchSite.of(ideas, folder);
        server = SiteServer.of(site.folder(), "/team/archive/");
    }

    @AfterAll
    static void close() throws IOException {
        site.close();
        server.close();
        browsers.close();
    }

    @BeforeEach
    void openPage() {
        context = browsers.browser().newContext();
        page = context.newPage();
        page.onConsoleMessage(message -> console.add(message.text()));
        page.onPageError(console::add);
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    private void go(String query) {
        page.navigate(server.address() + "search.html" + query);
        settled();
    }

    private void settled() {
        assertThat(page.locator("#results[aria-busy=false][data-total]")).hasCount(1);
    }

    private Locator hits() {
        return page.locator("ol#results > li");
    }

    private Locator status() {
        return page.locator("#search-status");
    }

    @Test
    void theAddressSaysWhatIsLookedFor() {
        go("?q=refund");

        assertThat(hits()).hasCount(2);
        assertThat(page.locator("#q")).hasValue("refund");
        assertThat(page.locator("#results")).hasAttribute("data-total", "2");
        assertThat(status()).hasText("2 ideas.");
        assertThat(hits().first()).hasAttribute("data-id", "refunds");
        assertThat(hits().first()).hasAttribute("data-score", Pattern.compile("\\d+\\.\\d+"));
        assertThat(hits().first().locator("a")).hasText("Refunds in <b>two</b> days");
        assertThat(hits().first().locator(".pill.status-declined")).hasText("Declined");
        assertEquals(List.of(), console);
    }

    @Test
    void aHitShowsAndOpensItsBestSection() {
        go("?q=neighbours");

        assertThat(hits().first().locator(".hit-section")).hasText("Why not the neighbours?");
        assertThat(hits().first().locator(".hit-snippet")).hasText("Neighbours & friends keep no parcels.");
        assertThat(hits().first().locator("mark")).hasText("Neighbours");
        hits().first().locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*/team/archive/ideas/refunds\\.html#q-2$"));
    }

    @Test
    void resultsFollowTheTyping() {
        go("");
        assertThat(status()).hasText("Search 42 ideas.");
        page.locator("#q").pressSequentially("refund");

        assertThat(hits()).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*\\?q=refund$"));
        page.locator("#q").fill("unheardof");
        assertThat(status()).hasText("No match in 42 ideas.");
        assertThat(hits()).hasCount(0);
        page.locator("#q").fill("the");
        assertThat(status()).hasText("Too common to look for. Add another word.");
        assertEquals(List.of(), console);
    }

    @Test
    void facetsNarrowAndTheBackButtonWidens() {
        go("?q=refund");
        Locator declined = page.getByLabel(Pattern.compile("Declined 1"));
        declined.check();

        assertThat(hits()).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*\\?q=refund&status=declined$"));
        assertThat(page.getByLabel(Pattern.compile("Approved 1"))).not().isChecked();
        assertThat(page.getByLabel(Pattern.compile("Declined 1"))).isFocused();
        page.getByLabel(Pattern.compile("Approved 1")).check();
        assertThat(hits()).hasCount(2);
        page.goBack();
        page.goBack();
        assertThat(page).hasURL(Pattern.compile(".*\\?q=refund$"));
        assertThat(hits()).hasCount(2);
        assertThat(page.getByLabel(Pattern.compile("Declined 1"))).not().isChecked();
        assertEquals(List.of(), console);
    }

    @Test
    void anAddressMayHoldFacets() {
        go("?q=&status=declined&outcome=nonsense");
        assertThat(status()).hasText("No match in 42 ideas with Declined, Nonsense.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear filters")).click();
        assertThat(status()).hasText("Search 42 ideas.");
        go("?status=declined");
        assertTrue(hits().count() > 1);
        assertEquals(List.of(), console);
    }

    @Test
    void theKeyboardLeadsFromTheFieldToAHit() {
        go("");
        page.locator("#q").focus();
        page.keyboard().type("refund");
        assertThat(hits()).hasCount(2);
        page.keyboard().press("ArrowDown");
        assertThat(hits().first().locator("a")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/ideas/refunds\\.html.*"));
    }

    @Test
    void moreIsShownOnDemand() {
        go("?status=approved");
        int total = Integer.parseInt(page.locator("#results").getAttribute("data-total"));
        assertTrue(total > 10, total + " ideas");
        assertThat(hits()).hasCount(10);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show more")).click();
        assertThat(hits()).hasCount(Math.min(20, total));
        assertThat(hits().nth(10).locator("a")).isFocused();
    }

    @Test
    void aMissingFileIsSaidAndCanBeTriedAgain() {
        page.route(Pattern.compile(".*/search/[a-z2-7]{8}\\.js"), route -> route.abort());
        go("?q=refund");

        assertThat(status()).containsText("The search is incomplete: a file could not be loaded.");
        page.unroute(Pattern.compile(".*/search/[a-z2-7]{8}\\.js"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again")).click();
        assertThat(hits()).hasCount(2);
    }

    @Test
    void aTruncatedFileIsSaid() {
        page.route(Pattern.compile(".*/search/[a-z2-7]{8}\\.js"), route -> {
            String text = route.fetch().text();
            route.fulfill(new Route.FulfillOptions().setContentType("text/javascript")
                .setBody(text.substring(0, text.length() - 20) + "\")\n"));
        });
        go("?q=refund");

        assertThat(status()).containsText("The search is incomplete: a file is damaged.");
    }

    @Test
    void aRootThatHasGoneStaleIsLoadedOnceMore() {
        go("");
        List<String> roots = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("root.js")) {
                roots.add(request.url());
            }
        });
        boolean[] first = {true};
        page.route(Pattern.compile(".*/search/[a-z2-7]{8}\\.js"), route -> {
            if (first[0]) {
                first[0] = false;
                route.abort();
            } else {
                route.resume();
            }
        });
        page.locator("#q").fill("refund");

        assertThat(hits()).hasCount(2);
        assertEquals(1, roots.size());
        assertTrue(roots.getFirst().contains("root.js?"), roots.getFirst());
    }

    @Test
    void worksFromAFolder() {
        page.navigate(site.folder().resolve("search.html").toUri() + "?q=refund&status=declined");
        settled();

        assertThat(hits()).hasCount(1);
        page.locator("#q").fill("parcels");
        assertThat(status()).hasText("1 idea.");
        assertThat(page).hasURL(Pattern.compile("file:.*\\?q=parcels&status=declined$"));
        hits().first().locator("a").click();
        assertThat(page).hasURL(Pattern.compile("file:.*/ideas/refunds\\.html#.*"));
        assertEquals(List.of(), console);
    }

    @Test
    void oddQueriesLeaveThePageWhole() {
        for (String query : List.of("<script>alert(1)</script>", "((((", "%00%ED%A0%80", "\"", "-", "*", "[a-",
                "%F0%9F%9A%80",
                "w".repeat(4000), "refund%20".repeat(1000))) {
            go("?q=" + query);
            assertThat(status()).not().isEmpty();
        }
        assertEquals(List.of(), console);
    }

    @Test
    void anEmptyArchiveSaysSo(@TempDir Path here) throws Exception {
        try (SearchSite empty = SearchSite.of(List.of(), here); SiteServer http = SiteServer.of(empty.folder(), "/")) {
            page.navigate(http.address() + "search.html");
            settled();
            assertThat(status()).hasText("There are no ideas yet.");
            page.navigate(http.address() + "search.html?q=any");
            settled();
            assertThat(status()).hasText("No match in 0 ideas.");
            assertEquals(List.of(), console);
        }
    }
}
