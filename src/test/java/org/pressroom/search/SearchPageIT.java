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
import java.util.Comparator;
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
        ideas.add(SampleIdea.of("refunds", "Refunds in <b>two</b> days").status("declined").team("Home Delivery")
            .problem("Refunds take three weeks, and nobody can say where the money is.")
            .question("Why not the neighbours?", "Neighbours & friends keep no parcels."));
        ideas.add(SampleIdea.of("lockers", "Lockers").status("approved").outcome("launched").team("Parcels & more")
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

    private Locator field() {
        return page.locator("#q");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator group(String name) {
        return page.locator("#search-facets details").filter(new Locator.FilterOptions().setHas(page.locator("summary", new Page.LocatorOptions().setHasText(name))));
    }

    /// The file that holds the values of a kind.
    private String fileOf(String kind) {
        return page.evaluate("kind => new PressroomSearch.Engine('search/').open().then(index => index.facets.get(kind))", kind) + ".js";
    }

    private List<String> requested() {
        List<String> files = new ArrayList<>();
        page.onRequest(request -> files.add(request.url().substring(request.url().lastIndexOf('/') + 1)));
        return files;
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
    void theWordsOfATitleAreMarked() {
        go("?q=refund+b");

        assertThat(hits().first().locator(".hit-title mark")).hasText(new String[] {"Refunds", "b", "b"});
        assertThat(hits().first().locator(".hit-title")).hasText("Refunds in <b>two</b> days");
    }

    @Test
    void aHitShowsAndOpensItsBestSection() {
        go("?q=neighbours");

        assertThat(hits().first().locator(".hit-section")).hasText("Why not the neighbours?");
        assertThat(hits().first().locator(".hit-snippet")).hasText("Neighbours & friends keep no parcels.");
        assertThat(hits().first().locator(".hit-snippet mark")).hasText("Neighbours");
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
        page.locator("#q").fill("-the");
        assertThat(status()).hasText("There is no word in this to search for. Add one.");
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
        button("Clear all").click();
        assertThat(status()).hasText("Search 42 ideas.");
        go("?status=declined");
        assertTrue(hits().count() > 1);
        page.getByLabel(Pattern.compile("Declined")).first().press("Space");
        assertThat(status()).hasText("Search 42 ideas.");
        assertThat(field()).isFocused();
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
    void homeAndEndLeadToTheFirstAndTheLastHitAndEscapeBack() {
        go("?status=approved");
        field().press("ArrowDown");
        page.keyboard().press("End");
        assertThat(hits().last().locator("a")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(button("Show more")).isFocused();
        page.keyboard().press("Home");
        assertThat(hits().first().locator("a")).isFocused();
        page.keyboard().press("Escape");
        assertThat(field()).isFocused();
        field().fill("refund");
        assertThat(page).hasURL(Pattern.compile(".*\\?q=refund&status=approved$"));
        page.keyboard().press("Escape");
        assertThat(field()).hasValue("");
        assertThat(field()).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*\\?status=approved$"));
    }

    @Test
    void typingReplacesAndEnterAddsToTheHistory() {
        go("?q=neighbours");
        assertThat(page).hasTitle("neighbours · Search");
        field().fill("refund");
        assertThat(page).hasURL(Pattern.compile(".*\\?q=refund$"));
        field().fill("parcel");
        field().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*\\?q=parcel$"));
        field().fill("waits");
        assertThat(page).hasURL(Pattern.compile(".*\\?q=waits$"));
        page.getByLabel(Pattern.compile("Approved 1")).check();
        assertThat(page).hasURL(Pattern.compile(".*\\?q=waits&status=approved$"));
        assertThat(page).hasTitle("waits · Approved · Search");

        for (String query : List.of("waits", "parcel", "neighbours")) {
            page.goBack();
            assertThat(page).hasURL(Pattern.compile(".*\\?q=" + query + "$"));
            assertThat(field()).hasValue(query);
            assertThat(page).hasTitle(query + " · Search");
        }
        page.goForward();
        assertThat(field()).hasValue("parcel");
        assertThat(hits().first().locator(".hit-snippet mark").first()).hasText(Pattern.compile("parcels?"));
        assertEquals(List.of(), console);
    }

    @Test
    void theNumberOfHitsIsSaidOnceSomebodyHasTyped() {
        go("");
        assertThat(status()).hasText("Search 42 ideas.");
        page.evaluate("""
            () => {
              window.said = [];
              const status = document.getElementById("search-status");
              new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
            }""");
        field().pressSequentially("refund", new Locator.PressSequentiallyOptions().setDelay(120));
        assertThat(status()).hasText("2 ideas.");
        assertEquals(List.of("2 ideas."), page.evaluate("said"));
        assertEquals(1, page.locator("[role=status], [aria-live]").count());
    }

    @Test
    void whatIsChosenStandsAsChipsThatTheKeyboardRemoves() {
        go("?q=refund&status=declined&status=approved&team=home-delivery");
        Locator chips = page.locator("#search-chips .chip");
        assertThat(chips).hasText(new String[] {"Remove Status: Declined", "Remove Status: Approved", "Remove Team: Home Delivery"});
        assertThat(hits()).hasCount(1);

        chips.nth(1).focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*\\?q=refund&status=declined&team=home-delivery$"));
        assertThat(button("Remove Team: Home Delivery")).isFocused();
        page.keyboard().press("Space");
        assertThat(button("Remove Status: Declined")).isFocused();
        settled();
        assertThat(page.getByLabel(Pattern.compile("Approved 1"))).not().isChecked();
        page.keyboard().press("Enter");
        assertThat(field()).isFocused();
        assertThat(page.locator("#search-chips")).isHidden();
        assertThat(status()).hasText("2 ideas.");
        page.goBack();
        assertThat(chips).hasCount(1);
        button("Clear all").click();
        assertThat(field()).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*\\?q=refund$"));
        assertEquals(List.of(), console);
    }

    @Test
    void aClosedGroupIsFetchedWhenItIsOpened() {
        List<String> files = requested();
        go("?q=refund");
        page.getByLabel(Pattern.compile("Declined 1")).check();
        assertThat(hits()).hasCount(1);
        List<String> closed = List.of(fileOf("team"), fileOf("owner"), fileOf("tag"));
        assertTrue(files.contains(fileOf("status")) && files.contains(fileOf("year")), files::toString);
        assertTrue(files.stream().noneMatch(closed::contains), files::toString);

        group("Team").locator("summary").click();
        Locator home = page.getByLabel(Pattern.compile("Home Delivery 1"));
        assertThat(home).isVisible();
        assertTrue(files.contains(closed.getFirst()), files::toString);
        assertTrue(closed.subList(1, 3).stream().noneMatch(files::contains), files::toString);
        home.focus();
        page.keyboard().press("Space");
        assertThat(button("Remove Team: Home Delivery")).isVisible();
        assertThat(home).isChecked();
        assertThat(home).isFocused();
        assertEquals(List.of(), console);
    }

    @Test
    void aClosedGroupIsFetchedWhenAValueOfItIsChosen() {
        List<String> files = requested();
        go("?q=refund&team=Parcels+%26+more");
        assertThat(button("Remove Team: Parcels & more")).isVisible();
        assertThat(hits()).hasCount(1);
        String team = fileOf("team");
        String owner = fileOf("owner");
        assertTrue(files.contains(team) && !files.contains(owner), files::toString);
    }

    @Test
    void aGroupWhoseFileIsMissingCanBeTriedAgain() {
        go("?q=refund");
        String team = ".*/search/" + fileOf("team");
        page.route(Pattern.compile(team), Route::abort);
        group("Team").locator("summary").click();
        assertThat(group("Team")).containsText("a file could not be loaded");
        assertThat(hits()).hasCount(2);
        page.unroute(Pattern.compile(team));
        group("Team").locator("button").click();
        assertThat(page.getByLabel(Pattern.compile("Home Delivery 1"))).isVisible();
    }

    @Test
    void aLongGroupShowsItsMostFrequentValuesFirst() {
        go("?status=approved&status=declined&status=draft&status=in-review");
        group("Tag").locator("summary").click();
        Locator tags = group("Tag").locator("label");
        assertThat(tags).hasCount(8);
        List<Integer> counts = group("Tag").locator(".number").allTextContents().stream().map(Integer::valueOf).toList();
        assertEquals(counts.stream().sorted(Comparator.reverseOrder()).toList(), counts);
        Locator toggle = group("Tag").locator("button");
        assertThat(toggle).hasText("Show all 9");
        toggle.press("Enter");
        assertThat(tags).hasCount(9);
        assertThat(toggle).hasText("Show fewer");
        assertThat(toggle).isFocused();
        toggle.press("Enter");
        assertThat(tags).hasCount(8);
    }

    @Test
    void whereNothingIsFoundTheFiltersMayBeWhy() {
        go("?q=refund&status=draft");
        assertThat(status()).hasText("No match in 42 ideas with Draft.");
        Locator help = page.locator("#search-help");
        assertThat(help).containsText("Try another word.");
        button("Remove the filters: 2 ideas").click();
        assertThat(status()).hasText("2 ideas.");
        assertThat(help).isHidden();
        go("?q=unheardof+nowhere&status=draft");
        assertThat(help).containsText("There is no match without the filters either.");
        assertThat(help).containsText("Try fewer or other words.");
        go("?q=unheardof");
        assertThat(help).isVisible();
        assertThat(page.locator("#search-filters")).isHidden();
    }

    @Test
    void aCorrectionIsSaidAndCanBeRefused() {
        go("?q=refnd&status=declined");
        assertThat(hits()).hasCount(1);
        assertThat(status()).hasText("No idea has “refnd”; showing ideas with “Refunds”. 1 idea. Search for “refnd” only");
        status().locator("a").click();
        assertThat(field()).hasValue("\"refnd\"");
        assertThat(page).hasURL(Pattern.compile(".*\\?q=%22refnd%22&status=declined$"));
        assertThat(status()).hasText("No match in 42 ideas with Declined.");
        assertEquals(List.of(), console);
    }

    @Test
    void recentSearchesAreOfferedBelowTheEmptyField() {
        go("");
        Locator recent = page.locator("#search-recent");
        assertThat(recent).isHidden();
        for (int i = 0; i < 9; i++) {
            field().fill("word" + i);
            field().press("Enter");
        }
        field().fill("neighbours");
        assertThat(hits()).hasCount(1);
        hits().first().locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*refunds.*"));
        go("");
        assertThat(recent.locator("a")).hasText(new String[] {"neighbours", "word8", "word7", "word6", "word5", "word4", "word3", "word2"});
        field().fill("refund");
        assertThat(hits()).hasCount(2);
        assertThat(recent).isHidden();
        field().press("Escape");
        recent.getByText("neighbours").click();
        assertThat(hits()).hasCount(1);
        assertThat(field()).isFocused();
        assertThat(field()).hasValue("neighbours");
        field().press("Escape");
        button("Clear recent searches").click();
        assertThat(recent).isHidden();
        assertThat(field()).isFocused();
        assertThat(status()).hasText("Recent searches cleared.");
        go("");
        assertThat(recent).isHidden();
        assertEquals(List.of(), console);
    }

    @Test
    void withoutStorageNothingIsKept() {
        page.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })");
        go("?q=refund");
        field().press("Enter");
        field().press("Escape");
        assertThat(status()).hasText("Search 42 ideas.");
        assertThat(page.locator("#search-recent")).isHidden();
        assertEquals(List.of(), console);
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
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/ideas/.*"));
        page.goBack();
        assertThat(hits()).hasCount(Math.min(20, total));
    }

    @Test
    void aMissingFileIsSaidAndCanBeTriedAgain() {
        page.route(Pattern.compile(".*/search/[a-z2-7]{8,9}\\.js"), route -> route.abort());
        go("?q=refund");

        assertThat(status()).containsText("The search is incomplete: a file could not be loaded.");
        page.unroute(Pattern.compile(".*/search/[a-z2-7]{8,9}\\.js"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again")).click();
        assertThat(hits()).hasCount(2);
    }

    @Test
    void aTruncatedFileIsSaid() {
        page.route(Pattern.compile(".*/search/[a-z2-7]{8,9}\\.js"), route -> {
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
        page.route(Pattern.compile(".*/search/[a-z2-7]{8,9}\\.js"), route -> {
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
        button("Remove Status: Declined").click();
        assertThat(hits()).hasCount(2);
        page.goBack();
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
