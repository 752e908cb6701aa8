package org.pressroom.build;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.browser.Axe;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The list of ideas in a real browser, filtered and sorted, from a server below a sub-path and from `file://`.
class IdeasPageIT {

    private static final int IDEAS = 130;
    private static final List<String> STATUSES = List.of("draft", "approved", "declined", "deferred");
    private static final List<String> TEAMS = List.of("Home", "R&D", "Parcels");
    private static final Pattern SHARDS = Pattern.compile(".*/search/[a-z2-7]{8,9}\\.js");

    @TempDir
    private static Path home;
    private static Path site;
    private static Browsers browsers;
    private static SiteServer server;

    private BrowserContext context;
    private Page page;
    private final List<String> console = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        Path archive = Files.createDirectories(home.resolve("archive/content"));
        for (int i = 0; i < IDEAS; i++) {
            Files.writeString(archive.resolve("%04d-idea.md".formatted(i + 1)), """
                ---
                id: "%04d"
                title: %s idea %d
                status: %s
                team: %s
                owner: %s
                created: 2024-%02d-%02d
                %s---
                # Idea

                A press release of its own, number %d.
                """.formatted(i, List.of("Zebra", "Éclair", "apple").get(i % 3), i, STATUSES.get(i % 4), TEAMS.get(i % 3),
                    i % 2 == 0 ? "Jo Park" : "Ana Núñez", 1 + i / 28, 1 + i % 28,
                    i % 4 == 0 ? "" : "decided: 2025-01-%02d\n".formatted(1 + i * 7 % 31), i));
        }
        site = home.resolve("site");
        CommandLineRun run = CommandLineRun.of(home, "build", "-o", site.toString(), "--as-of", "2026-06-01", home.resolve("archive").toString());
        assertTrue(Files.exists(site.resolve("ideas.html")), run.err());
        browsers = Browsers.launch();
        server = SiteServer.of(site, "/intranet/");
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        browsers.close();
    }

    @BeforeEach
    void openPage() {
        open(1280);
    }

    private void open(int width) {
        context = browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
        page = context.newPage();
        page.onConsoleMessage(message -> console.add(message.text()));
        page.onPageError(console::add);
        page.onRequest(request -> requests.add(request.url()));
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    private void go(String query) {
        page.navigate(server.address() + "ideas.html" + query);
    }

    private void shows(int total) {
        assertThat(page.locator("#ideas-list[aria-busy=false]")).hasAttribute("data-total", String.valueOf(total));
    }

    private void openFilters() {
        button("Filter").click();
        assertThat(page.getByLabel(Pattern.compile("Declined "))).isVisible();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator head(String column) {
        return page.locator("th[data-column=" + column + "]");
    }

    private List<String> cells(String of) {
        return page.locator(".ideas tbody " + of).allTextContents();
    }

    private List<String> ids() {
        return cells(".col-id");
    }

    private Locator status() {
        return page.locator("#ideas-status");
    }

    @Test
    void untilSomebodyFiltersNothingMoreIsLoaded() {
        go("");

        assertThat(button("Filter")).isVisible();
        assertEquals(50, ids().size());
        assertTrue(requests.size() <= 6, requests::toString);
        assertTrue(requests.stream().noneMatch(url -> url.contains("/search/")), requests::toString);
        assertEquals(List.of(), console);
    }

    @Test
    void filtersAreCombinedAndCountWithoutTheirOwnChoice() {
        go("");
        openFilters();
        page.getByLabel(Pattern.compile("Declined 32")).check();
        shows(32);
        assertThat(page.getByLabel(Pattern.compile("Approved 33"))).not().isChecked();
        page.getByLabel(Pattern.compile("Deferred 32")).check();
        shows(64);
        page.locator("#ideas-facets summary", new Page.LocatorOptions().setHasText("Team")).click();
        page.getByLabel(Pattern.compile("Home \\d")).check();
        int both = (int) IntStream.range(0, IDEAS).filter(i -> i % 4 >= 2 && i % 3 == 0).count();
        shows(both);

        assertThat(page).hasURL(Pattern.compile(".*\\?status=declined&status=deferred&team=Home$"));
        assertThat(page.locator(".chip")).hasText(new String[] {"Remove Status: Declined", "Remove Status: Deferred", "Remove Team: Home"});
        assertThat(status()).hasText(both + " of 130 ideas.");
        assertThat(page.getByLabel(Pattern.compile("Home \\d"))).isFocused();
        button("Remove Status: Declined").press("Enter");
        assertThat(button("Remove Status: Deferred")).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*\\?status=deferred&team=Home$"));
        button("Clear all").click();
        assertThat(page).hasURL(Pattern.compile(".*/ideas\\.html$"));
        assertThat(button("Filter")).isFocused();
        assertEquals(List.of(), console);
    }

    @Test
    void rowsLookAsTheBuildMakesThem() {
        go("");
        List<?> built = (List<?>) page.evaluate("[...document.querySelectorAll('.ideas tbody tr')].map(row => row.innerHTML.replace(/\\n/g, ''))");
        go("?sort=oldest");
        shows(IDEAS);
        page.getByLabel("Sort by").selectOption("newest");
        shows(50);
        go("?status=draft&status=approved&status=declined&status=deferred");
        shows(IDEAS);

        assertEquals(built, page.evaluate("[...document.querySelectorAll('.ideas tbody tr')].map(row => row.innerHTML)"));
    }

    @Test
    void headsSortBothWays() {
        go("");
        head("title").getByRole(AriaRole.BUTTON).click();
        shows(IDEAS);
        assertThat(head("title")).hasAttribute("aria-sort", "ascending");
        assertThat(head("title").getByRole(AriaRole.BUTTON)).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*\\?sort=title$"));
        assertEquals(List.of("apple idea 2", "apple idea 5", "apple idea 8", "apple idea 11"), cells(".col-title").subList(0, 4));
        page.keyboard().press("Enter");
        assertThat(head("title")).hasAttribute("aria-sort", "descending");
        assertThat(page).hasURL(Pattern.compile(".*\\?sort=title-desc$"));
        assertThat(page.locator(".ideas tbody .col-title").first()).hasText("Zebra idea 129");

        head("decided").getByRole(AriaRole.BUTTON).click();
        assertThat(head("decided")).hasAttribute("aria-sort", "descending");
        assertThat(head("title")).not().hasAttribute("aria-sort", Pattern.compile(".*"));
        assertThat(page.locator(".ideas tbody td:nth-last-child(2)").first()).hasText("2025-01-31");
        page.getByLabel("Sort by").selectOption("decided-asc");
        assertThat(page.locator(".ideas tbody td:nth-last-child(2)").first()).hasText("2025-01-01");
        List<String> days = cells("td:nth-last-child(2)");
        assertEquals(days.stream().sorted().toList(), days);
        page.getByLabel("Sort by").selectOption("oldest");
        assertThat(page.locator(".ideas tbody .col-id").first()).hasText("0000");
        assertThat(head("created")).hasAttribute("aria-sort", "ascending");
        List<String> created = cells("td:nth-last-child(3)");
        assertEquals(created.stream().sorted().toList(), created);
        assertEquals(List.of(), console);
    }

    @Test
    void theAddressHoldsAllAndTheBackButtonLeadsBack() {
        go("?status=approved&status=declined&sort=updated-asc&page=2");
        shows(65);
        assertEquals(15, ids().size());
        assertThat(status()).hasText("65 of 130 ideas. Page 2 of 2.");
        assertThat(page.getByLabel("Sort by")).hasValue("updated-asc");
        List<String> second = ids();
        page.reload();
        shows(65);
        assertEquals(second, ids());

        page.locator(".paging a[rel=prev]").press("Enter");
        assertThat(page.locator(".ideas tbody tr")).hasCount(50);
        assertThat(page.locator(".table-scroll")).isFocused();
        assertTrue(Collections.disjoint(second, ids()));
        button("Remove Status: Approved").click();
        shows(32);
        page.goBack();
        shows(65);
        page.goBack();
        assertThat(status()).hasText("65 of 130 ideas. Page 2 of 2.");
        assertEquals(second, ids());
        assertEquals(List.of(), console);
    }

    @Test
    void backToTheBeginningIsThePageAsBuilt() {
        go("");
        List<String> built = ids();
        openFilters();
        button("Filter").click();
        page.getByLabel("Sort by").selectOption("oldest");
        shows(IDEAS);
        page.goBack();
        assertThat(page.locator(".paging a[aria-current=page]")).hasText("1");
        assertEquals(built, ids());
        assertEquals(built.stream().sorted(Comparator.reverseOrder()).toList(), built);
    }

    @Test
    void oddAddressesAreHarmless() {
        go("?sort=nonsense&page=-3&colour=red");
        assertEquals(50, ids().size());
        go("?status=declined&page=99");
        shows(32);
        go("?status=DECLINED&sort=__proto__&page=1e9");
        shows(32);
        go("?status=%3Cb%3E&team=Home");
        assertThat(page.locator("#ideas-none")).containsText("No idea matches all of these filters: Status: <b>, Team: Home.");
        assertThat(page.locator(".table-scroll.ideas")).isHidden();
        page.locator("#ideas-none button").click();
        assertThat(page.locator(".ideas tbody tr")).hasCount(50);
        assertThat(button("Filter")).isFocused();
        assertEquals(List.of(), console);
    }

    @Test
    void aMissingFileIsSaidAndCanBeTriedAgain() {
        page.route(SHARDS, Route::abort);
        go("?status=declined");
        assertThat(status()).containsText("The list is incomplete: a file could not be loaded.");
        page.unroute(SHARDS);
        button("Try again").click();
        shows(32);
        assertThat(status()).hasText("32 of 130 ideas.");
    }

    @Test
    void aMissingScriptIsSaidAndCanBeTriedAgain() {
        Pattern script = Pattern.compile(".*/assets/search-engine\\..*");
        page.route(script, Route::abort);
        go("");
        button("Filter").click();
        assertThat(status()).containsText("a file could not be loaded");
        page.unroute(script);
        button("Try again").click();
        assertThat(page.getByLabel(Pattern.compile("Declined "))).isVisible();
    }

    @Test
    void worksFromAFolder() {
        page.navigate(site.resolve("ideas.html").toUri() + "?status=declined&team=R%26D&sort=title");
        int both = (int) IntStream.range(0, IDEAS).filter(i -> i % 4 == 2 && i % 3 == 1).count();
        shows(both);
        page.locator(".ideas tbody .col-title a").first().click();
        assertThat(page).hasURL(Pattern.compile("file:.*/ideas/\\d{4}\\.html$"));
        page.goBack();
        shows(both);
        page.locator(".ideas tbody td a[href*='team/']").first().click();
        assertThat(page.locator("h1")).containsText("R&D");
        assertEquals(List.of(), console);
    }

    @Test
    void speaksTheLanguageOfTheSite() throws Exception {
        Path german = Files.createDirectories(home.resolve("german"));
        for (int i = 1; i <= 60; i++) {
            Files.writeString(german.resolve("%04d.md".formatted(i)), "---\nid: \"%04d\"\ntitle: Idee %d\nstatus: %s\nteam: T%d\n---\n# Idee\n"
                .formatted(i, i, i % 6 == 0 ? "declined" : "draft", i % 9));
        }
        Files.writeString(german.resolve("pressroom.yaml"), "site:\n  language: de\n");
        Path built = home.resolve("german-site");
        CommandLineRun run = CommandLineRun.of(home, "build", "-o", built.toString(), "--as-of", "2026-06-01", german.toString());
        assertTrue(Files.exists(built.resolve("ideas.html")), run.err());

        page.navigate(built.resolve("ideas.html").toUri().toString());
        button("Filtern").click();
        page.getByLabel("Sortieren nach").selectOption(new SelectOption().setLabel("Titel, Z bis A"));
        assertThat(status()).hasText("60 von 60 Ideen. Seite 1 von 2.");
        assertThat(page.locator(".paging")).hasText("Seite 1 von 2Weiter");
        page.locator("#ideas-facets summary", new Page.LocatorOptions().setHasText("Team")).click();
        assertThat(button("Alle 9 zeigen")).isVisible();
        page.locator("#ideas-facets input[value=declined]").check();
        assertThat(status()).hasText("10 von 60 Ideen.");
        assertThat(page.locator(".chip")).hasText(Pattern.compile("Entfernen: Status: .*"));
        page.navigate(built.resolve("ideas.html").toUri() + "?status=declined&team=nobody");
        assertThat(page.locator("#ideas-none")).hasText(Pattern.compile("Keine Idee passt zu allen diesen Filtern: Status: .*, Team: nobody\\..*Alle entfernen"));
        assertEquals(List.of(), console);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void isAccessible(int width) {
        context.close();
        open(width);
        go("?status=declined&status=approved&sort=decided&page=2");
        shows(65);
        button("Filter").click();
        assertThat(page.getByLabel(Pattern.compile("Declined "))).isVisible();
        assertEquals("", Axe.violations(page));
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        go("?status=declined&status=nonsense&team=nobody");
        assertThat(page.locator("#ideas-none")).isVisible();
        assertEquals("", Axe.violations(page));
        assertEquals(List.of(), console);
    }
}
