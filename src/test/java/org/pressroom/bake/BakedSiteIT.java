package org.pressroom.bake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.browser.Axe;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.HtmlValidator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// The baked site in Chromium: accessible, quiet, light, and whole in narrow windows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BakedSiteIT {

    private static final List<String> PAGES = List.of("index.html", "ideas.html", "ideas/0001.html", "ideas/0004.html", "slides/0001.html", "slides/0004.html",
        "status.html", "status/declined.html", "tag.html", "search.html", "tried.html", "404.html", "board.html", "timeline.html",
        "insights.html", "stale.html", "people.html", "person/jo-park.html", "glossary.html");

    @TempDir
    private static Path temp;

    private Path site;
    private HttpServer server;
    private Browsers browsers;
    private Browser browser;

    @BeforeAll
    void bakeAndServe() throws Exception {
        site = Files.createDirectory(temp.resolve("archive"));
        archive().bake(site);
        server = SimpleFileServer.createFileServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            temp.toRealPath(), SimpleFileServer.OutputLevel.NONE);
        server.start();
        browsers = Browsers.launch();
        browser = browsers.browser();
    }

    @AfterAll
    void stop() {
        browsers.close();
        server.stop(0);
    }

    private static ArchiveFixture archive() throws IOException {
        Path assets = Files.createDirectory(temp.resolve("assets"));
        for (String name : List.of("search-engine.js", "search-page.js", "tried-encoder.js", "tried-page.js")) {
            Files.writeString(assets.resolve(name), "\"use strict\";\n");
        }
        return new ArchiveFixture()
            .with("ideas/0001-mailbox.md", """
                ---
                id: "0001"
                title: Melinda, the smart mailbox
                status: superseded
                outcome: launched
                result: mixed
                authors: [Ana Lima]
                sponsor: Jo Park
                team: Home Delivery
                customer: People who are never at home
                tags: [delivery, hardware]
                created: 2019-03-04
                launched: 2020-06-30
                criteria: {big-idea: yes, ours-to-do: yes, plan: unsure}
                reviews: [{date: 2019-04-01, reviewers: [Jo Park], decision: revise, notes: "Who pays?"}]
                decision: {date: 2019-05-02, deciders: [Mo Reed, Jo Park], text: "Worth trying in one city."}
                prediction: {text: "40 % signed for", by: 2021-06}
                actual: 31 % after 14 months
                discussion: "https://talk.example.org/1"
                ---

                # Melinda, the smart mailbox

                *A box that signs for you.*

                SEATTLE, 1 June 2020

                **The problem:** Parcels are left outside, see [nothing](gone.md) and [lockers](0002-locker.md).[^1]

                **The solution:** A box, with `code`.

                **Customer quote:** "I sleep better," said Pat.

                ```sh
                open --box
                ```

                [^1]: As counted in 2019.

                ## Internal FAQ

                ### What does it cost?

                | a | b |
                |---|---:|
                | 1 | 2 |

                ### What could fail?

                - [x] The lock
                - [ ] The lid

                ## Customer FAQ

                ### Is it **safe**?

                Yes.
                """)
            .idea("0002", "title: Lockers", "status: declined", "team: Home Delivery", "authors: [Jo Park]",
                "tags: [delivery]", "supersedes: ['0001']", "created: 2019-06-01",
                "decision: {date: 2019-09-10, deciders: [Mo Reed], reason: too-small}")
            .idea("0003", "title: Waits", "status: in-review", "created: 2020-01-01", "authors: [Ana Lima]")
            .idea("0004", "title: '" + "Unbreakable".repeat(450) + "'", "status: approved", "outcome: building",
                "team: '" + "T".repeat(300) + "'", "tags: ['" + "t".repeat(300) + "', \"\\u202etag\"]",
                "created: 2021-01-01", "authors: ['" + "N".repeat(300) + "']", "summary: '" + "S".repeat(299) + "'",
                "decision: {date: 2021-02-03, deciders: ['" + "D".repeat(300) + "'], text: '" + "d".repeat(3000) + "'}")
            .searchable()
            .theme(null, assets);
    }

    private String url(String address) {
        return "http://localhost:" + server.getAddress().getPort() + "/archive/" + address;
    }

    private BrowserContext context(int width, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "800, LIGHT", "320, DARK"})
    void everyPageKindIsAccessibleAndQuiet(int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme)) {
            for (String address : PAGES) {
                Page page = context.newPage();
                List<String> console = new ArrayList<>();
                page.onConsoleMessage(m -> console.add(m.text()));
                page.onPageError(console::add);
                page.navigate(url(address));
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                assertEquals("", Axe.violations(page), address);
                assertEquals(List.of(), console, address);
                page.close();
            }
        }
    }

    /// axe is a script itself, so only the site's own are kept away.
    @Test
    void everyPageKindIsAccessibleWithoutItsScripts() {
        try (BrowserContext context = context(1280, ColorScheme.DARK)) {
            context.route("**/*.js", Route::abort);
            Page page = context.newPage();
            for (String address : PAGES) {
                page.navigate(url(address));
                assertEquals("", Axe.violations(page), address);
                assertTrue(page.locator("main h1").isVisible(), address);
            }
        }
    }

    @Test
    void everyPageKindIsValidHtml() throws Exception {
        HtmlValidator.assertValid(site, PAGES, temp);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1280})
    void noPageIsWiderThanItsWindow(int width) {
        try (BrowserContext context = context(width, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            for (String address : PAGES) {
                page.navigate(url(address));
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                int scroll = (Integer) page.evaluate("document.documentElement.scrollWidth");
                assertTrue(scroll <= width, address + " is " + scroll + " wide: " + page.evaluate("""
                    w => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w + 1
                      && !e.closest('.table-scroll, .chart, .board')).slice(0, 5)
                      .map(e => e.outerHTML.slice(0, 90)).join('\\n')""", width));
            }
        }
    }

    @Test
    void aFragmentOpensItsQuestion() {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(url("ideas/0001.html#q-what-could-fail"));
            assertTrue((Boolean) page.locator("#q-what-could-fail").evaluate("d => d.open"));
            assertFalse((Boolean) page.locator("#q-what-does-it-cost").evaluate("d => d.open"));
            page.locator("a.permalink[href='#q-what-does-it-cost']").click();
            assertThat(page.locator("#q-what-does-it-cost")).hasAttribute("open", "");
        }
    }

    @Test
    void slashLeadsToTheSearchFieldUntilItIsSwitchedOff() {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(url("ideas/0001.html"));
            page.keyboard().press("/");
            assertEquals("~q", page.evaluate("document.activeElement.id"));
            page.locator(".keys").click();
            page.navigate(url("ideas.html"));
            page.keyboard().press("/");
            assertEquals("BODY", page.evaluate("document.activeElement.tagName"));
        }
    }

    @Test
    void theSearchFieldLeadsToTheSearchPageAlsoFromAFolder() {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
            for (String start : List.of(url("ideas/0001.html"), site.resolve("ideas/0001.html").toUri().toString())) {
                Page page = context.newPage();
                page.navigate(start);
                page.locator(".search-field").fill("left outside");
                page.keyboard().press("Enter");
                page.waitForURL("**/search.html?q=left+outside");
                assertEquals(1, page.locator("form#search-form input#q[name=q]").count());
            }
        }
    }

    @Test
    void paperShowsEveryAnswerAndTheRail() {
        try (BrowserContext context = context(700, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(url("ideas/0001.html"));
            assertFalse(page.getByText("As counted in 2019.").isHidden());
            assertFalse(page.locator("#q-is-it-safe .answer p").isVisible());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertTrue(page.locator("#q-is-it-safe .answer p").isVisible());
            assertTrue(page.locator(".about dl").first().isVisible());
            assertFalse(page.locator(".site-header").isVisible());
        }
    }

    @Test
    void theFirstViewIsLight() throws Exception {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
            for (String address : List.of("index.html", "ideas.html", "ideas/0001.html", "slides/0001.html", "status/declined.html")) {
                Page page = context.newPage();
                List<String> requests = new ArrayList<>();
                page.onRequest(r -> requests.add(r.url()));
                page.navigate(url(address));
                assertTrue(requests.size() <= 6, requests::toString);
                assertTrue(requests.stream().allMatch(r -> r.startsWith(url(""))), requests::toString);
                assertTrue(zipped(site.resolve(address)) < 30_000, address);
                page.close();
            }
        }
        int styles = 0;
        try (var assets = Files.list(site.resolve("assets"))) {
            for (Path asset : assets.toList()) {
                String name = asset.getFileName().toString();
                int budget = name.endsWith(".css") ? 12_000 : 8_000;
                styles += name.endsWith(".css") ? zipped(asset) : 0;
                assertTrue(name.startsWith("search-") || zipped(asset) < budget, name + ": " + zipped(asset));
            }
        }
        assertTrue(styles < 12_000, "style sheets: " + styles);
    }

    private static int zipped(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            Files.copy(file, zip);
        }
        return bytes.size();
    }
}
