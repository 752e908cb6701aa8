package org.pressroom.build;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.SampleSite;
import org.pressroom.browser.Axe;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.ProblemTransfer;
import org.pressroom.browser.SiteServer;
import org.pressroom.json.Json;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The page "Has it been tried?" of the sample archive's site, from a server below a sub-path and from a disk.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriedPageIT {

    private static final String PROBLEM = "customers wait at home all day because nobody can say when the technician comes";
    private static final String PARAGRAPH = PROBLEM + ". They take a day off work, sit beside a silent telephone, and half of them ring us to ask where "
        + "the van is. Our own people cannot tell either, since routes change every hour and nobody writes it down. When we miss the visit, the "
        + "household waits nine days for the next one, and a third of them buy a new machine from somebody else.";
    private static final String OTHER_PROBLEM = "an old neighbour cannot reach us by telephone on a Sunday, and her oven stays cold";
    private static final Pattern ANY = Pattern.compile(".*\\S.*", Pattern.DOTALL);

    private Path site;
    private Browsers browsers;
    private SiteServer server;

    @BeforeAll
    void build() {
        site = SampleSite.folder();
        browsers = Browsers.launch();
        server = SiteServer.of(site, "/team/archive/");
    }

    @AfterAll
    void stop() {
        server.close();
        browsers.close();
    }

    private void on(Consumer<Page> look) {
        browsers.quietly(new Browser.NewContextOptions(), look);
    }

    private void go(Page page, String problem) {
        page.navigate(server.address() + "tried.html" + (problem.isEmpty() ? "" : "?q=" + URLEncoder.encode(problem, StandardCharsets.UTF_8)));
        settled(page);
    }

    private static void settled(Page page) {
        assertThat(page.locator("#tried-status")).hasText(ANY);
        assertThat(page.locator("#results[aria-busy=false]")).hasCount(1);
    }

    private static Locator hits(Page page) {
        return page.locator("ol#results > li");
    }

    private static Locator status(Page page) {
        return page.locator("#tried-status");
    }

    private static Locator field(Page page) {
        return page.locator("#q");
    }

    private static List<String> requested(Page page) {
        List<String> files = new ArrayList<>();
        page.onRequest(request -> files.add(request.url()));
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void aProblemFindsTheFiveNearestInOrder(String from) {
        on(page -> {
            page.navigate((from.equals("http") ? server.address() : site.toUri()) + "tried.html?q=" + PROBLEM.replace(" ", "+"));
            assertThat(hits(page)).hasCount(5);
            assertThat(page.locator("#results")).hasAttribute("data-verdict", Pattern.compile("likely|possible|none"));
            assertThat(page.locator("#results")).hasAttribute("aria-busy", "false");
            assertThat(field(page)).hasValue(PROBLEM);
            assertThat(status(page)).containsText("42 ideas");
            List<Double> scores = hits(page).all().stream().map(hit -> Double.valueOf(hit.getAttribute("data-score"))).toList();
            assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
            for (Locator hit : hits(page).all()) {
                String id = hit.getAttribute("data-id");
                assertThat(hit.locator(".hit-title a")).hasAttribute("href", "ideas/" + id + ".html");
                assertThat(hit.locator(".hit-facts .id")).hasText(id);
                assertThat(hit.locator(".hit-problem")).hasText(ANY);
                assertThat(hit.locator(".badge.kind-status bdi")).hasText(ANY);
            }
            assertTrue(page.locator(".hit-problem mark").count() > 0);
            hits(page).first().locator("a").click();
            assertThat(page).hasURL(Pattern.compile(".*/ideas/\\d+\\.html$"));
        });
    }

    @Test
    void anIdeasOwnProblemFindsItAndTellsWhatBecameOfIt() {
        on(page -> {
            go(page, "A person with a broken washing machine is asked to keep a day free and told between eight and six.");
            Locator hit = page.locator("ol#results > li[data-id='0001']");
            assertThat(hit.locator(".badge.kind-status")).hasText("Approved");
            assertThat(hit.locator(".badge.kind-outcome")).hasText("Launched");
            assertThat(hit.locator(".hit-facts")).containsText("decided 2016");
            assertThat(hit.locator(".hit-reason")).containsText("Approved for Sheffield and Rotherham first");
            assertThat(hit.locator(".hit-problem mark").first()).hasText(ANY);
        });
    }

    /// One of the sample whose problem is longer than the files of this page tell.
    @Test
    void fromAServerALongProblemIsToldInWhole() throws Exception {
        Map<?, ?> idea = (Map<?, ?>) Objects.requireNonNull(Json.read(Files.readString(site.resolve("api/0038.json"))));
        String whole = String.valueOf(idea.get("problem"));
        String beginning = whole.substring(0, 500);
        on(page -> {
            go(page, beginning);
            Locator told = page.locator("ol#results > li[data-id='0038'] .hit-problem");
            told.scrollIntoViewIfNeeded();
            assertThat(told).hasText(whole);
            page.navigate(site.toUri() + "tried.html?q=" + URLEncoder.encode(beginning, StandardCharsets.UTF_8));
            assertThat(told).hasText(Pattern.compile(".{600,}…"));
        });
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.route("**/api/*", Route::abort);
            go(page, beginning);
            assertThat(page.locator("ol#results > li[data-id='0038'] .hit-problem")).hasText(Pattern.compile(".{600,}…"));
        }
    }

    @Test
    void answersFollowTheTypingAndTheAddressKeepsTheText() {
        on(page -> {
            go(page, "");
            assertThat(status(page)).hasText("42 ideas to compare with.");
            field(page).pressSequentially("parts are missing");
            assertThat(page).hasURL(Pattern.compile(".*/tried\\.html\\?q=parts\\+are\\+missing$"));
            assertThat(hits(page)).hasCount(5);
            field(page).fill("");
            assertThat(status(page)).hasText("42 ideas to compare with.");
            assertThat(page).hasURL(Pattern.compile(".*/tried\\.html$"));
            assertThat(hits(page)).hasCount(0);
            field(page).fill("the van is late ".repeat(2_000));
            assertThat(page).hasURL(Pattern.compile(".*\\?q=the\\+van.*"));
            assertTrue(page.url().length() < 3_000, page.url());
            assertEquals("{}", page.evaluate("JSON.stringify(localStorage)"));
        });
    }

    @Test
    void anyTextHasAnAnswerOrASentence() {
        on(page -> {
            go(page, "");
            for (String text : List.of("?!", "{} => []; //", "x".repeat(100_000), "鍵", "\uD83D\uDE80")) {
                field(page).fill(text);
                assertThat(page.locator("#results[aria-busy=false]:not([data-verdict])")).hasCount(1);
                assertThat(status(page).locator("a")).hasAttribute("href", Pattern.compile("search\\.html\\?q=.+"));
                field(page).fill("refund");
                assertThat(page.locator("#results[aria-busy=false][data-verdict]")).hasCount(1);
            }
            for (String text : List.of("if (order == null) { return refund(order); }", "<p class=\"late\">Refunds &amp; returns</p>", "refund")) {
                field(page).fill("");
                assertThat(hits(page)).hasCount(0);
                field(page).fill(text);
                assertThat(hits(page)).hasCount(5);
            }
            page.evaluate("() => { const q = document.getElementById('q'); q.value = 'refund \\uD800 order \\uDC00'; q.form.requestSubmit(); }");
            assertThat(page).hasURL(Pattern.compile(".*\\?q=refund.*order.*"));
            assertThat(page.locator("#results[aria-busy=false][data-verdict]")).hasCount(1);
        });
    }

    @Test
    void aLongTextIsSaidToBeCut() {
        on(page -> {
            go(page, "");
            field(page).fill(page.evaluate("async () => (await (await fetch('raw/0001.md')).text()).slice(0, 100000)").toString());
            assertThat(status(page)).containsText(Pattern.compile("only its first \\d+ words are compared"));
            assertThat(hits(page)).hasCount(5);
        });
    }

    @Test
    void anotherLanguageIsToldAndLedToTheSearch() {
        on(page -> {
            go(page, "Kunden warten den ganzen Tag und niemand ist sicher, ob die Technikerin kommt");
            assertThat(status(page)).containsText("problems are compared in English only");
            assertThat(hits(page)).hasCount(0);
            status(page).locator("a").click();
            assertThat(page).hasURL(Pattern.compile(".*/search\\.html\\?q=Kunden.*"));
        });
    }

    @Test
    void eachFileIsFetchedOnceAndOnlyWhatIsNeeded() {
        on(page -> {
            List<String> files = requested(page);
            go(page, "");
            assertEquals(List.of("root.js"), tried(files));
            assertTrue(files.size() <= 6, files::toString);
            go(page, PROBLEM);
            files.clear();
            field(page).fill(PROBLEM + " and waits");
            assertThat(page).hasURL(Pattern.compile(".*waits$"));
            settled(page);
            field(page).fill(PROBLEM);
            assertThat(page).hasURL(Pattern.compile(".*comes$"));
            settled(page);
            List<String> fetched = tried(files);
            assertEquals(fetched.size(), new HashSet<>(fetched).size(), fetched::toString);
            assertTrue(fetched.size() <= 6, fetched::toString);
        });
    }

    /// Compressed, as a host sends them, with the whole problems of what is shown; most of it is alike in every archive. The first
    /// question pays for a table in few files, and the next ones find most of it there.
    @Test
    void aQuestionTakesFewBytes() throws Exception {
        try (SiteServer host = SiteServer.distant(site, "/", 0)) {
            ProblemTransfer sentence = ProblemTransfer.of(browsers, host.address(), PROBLEM);
            assertTrue(sentence.bytes() < 330_000, sentence::toString);
            assertTrue(sentence.words() > 0, sentence::toString);
            ProblemTransfer paragraph = ProblemTransfer.of(browsers, host.address(), PARAGRAPH);
            assertTrue(paragraph.bytes() < 700_000, paragraph::toString);
            ProblemTransfer next = ProblemTransfer.of(browsers, host.address(), PARAGRAPH, OTHER_PROBLEM);
            assertTrue(next.bytes() < 200_000, next::toString);
        }
    }

    private static List<String> tried(List<String> files) {
        return files.stream().filter(file -> file.contains("/tried/")).map(file -> file.substring(file.lastIndexOf('/') + 1)).toList();
    }

    @ParameterizedTest
    @CsvSource({"root, missing, a file could not be loaded", "root, damaged, a file is damaged", "root, old, built for another version",
        "*-*, missing, a file could not be loaded", "*-*, damaged, a file is damaged"})
    void aFileThatIsNoUseIsSaidAndCanBeTriedAgain(String file, String how, String said) {
        try (BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.route("**/tried/" + file + ".js*", route -> {
                String name = route.request().url().replaceAll(".*/|\\.js.*", "");
                if (how.equals("missing")) {
                    route.abort();
                } else {
                    route.fulfill(new Route.FulfillOptions().setContentType("text/javascript")
                        .setBody("S(\"" + name + "\",\"" + (how.equals("old") ? "800GAA==" : "????") + "\")"));
                }
            });
            go(page, PROBLEM);
            assertThat(status(page)).containsText(said);
            assertThat(hits(page)).hasCount(0);
            page.unrouteAll();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again")).click();
            assertThat(hits(page)).hasCount(5);
            assertThat(field(page)).isFocused();
        }
    }

    @Test
    void aSiteThatWasBuiltAnewIsReadAnew() {
        on(page -> {
            List<String> files = requested(page);
            go(page, "");
            page.route("**/tried/root.js?*", Route::resume);
            files.clear();
            List<String> failed = new ArrayList<>();
            page.route("**/tried/*-*.js", route -> {
                if (failed.isEmpty()) {
                    failed.add(route.request().url());
                    route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBody(""));
                } else {
                    route.resume();
                }
            });
            field(page).fill(PROBLEM);
            assertThat(hits(page)).hasCount(5);
            assertTrue(tried(files).stream().anyMatch(name -> name.startsWith("root.js?")), files::toString);
        });
    }

    @Test
    void theKeyboardLeadsFromTheTextToAHitAndBack() {
        on(page -> {
            go(page, "");
            page.keyboard().press("/");
            assertThat(field(page)).isFocused();
            page.keyboard().type("the part is missing");
            page.keyboard().press("Control+Enter");
            assertThat(hits(page)).hasCount(5);
            page.keyboard().press("ArrowDown");
            assertThat(hits(page).first().locator("a")).isFocused();
            page.keyboard().press("ArrowDown");
            assertThat(hits(page).nth(1).locator("a")).isFocused();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowUp");
            assertThat(field(page)).isFocused();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Escape");
            assertThat(field(page)).isFocused();
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, NONE", "1280, DARK, NONE", "320, LIGHT, NONE", "320, DARK, NONE", "1280, LIGHT, ACTIVE"})
    void everyStateIsAccessibleAndNoWiderThanItsWindow(int width, ColorScheme scheme, ForcedColors colours) {
        browsers.quietly(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme).setForcedColors(colours), page -> {
            for (String text : List.of("", PROBLEM, "Kunden warten den ganzen Tag und niemand ist da", "?")) {
                go(page, text);
                assertEquals("", Axe.violations(page), text);
                assertTrue((Integer) page.evaluate("document.documentElement.scrollWidth") <= width, text);
            }
            page.navigate(server.address() + "index.html");
            assertEquals("", Axe.violations(page));
            assertTrue((Integer) page.evaluate("document.documentElement.scrollWidth") <= width);
        });
    }

    @Test
    void onAWideWindowTheTextStandsBesideTheProblems() {
        browsers.quietly(new Browser.NewContextOptions().setViewportSize(1280, 900), page -> {
            go(page, PROBLEM);
            assertThat(hits(page)).hasCount(5);
            assertTrue(field(page).boundingBox().x + field(page).boundingBox().width < page.locator(".hit-problem").first().boundingBox().x);
            page.mouse().wheel(0, 700);
            assertTrue(field(page).boundingBox().y >= 0, "the text stays in view");
        });
    }

    @Test
    void theFrontPageTheMenuAndTheSearchLeadHere() {
        for (String start : List.of(server.address(), site.toUri().toString())) {
            on(page -> {
                page.navigate(start + "index.html");
                page.locator("form.box textarea").fill("parts are missing\non the van");
                page.locator("form.box button").click();
                assertThat(page).hasURL(Pattern.compile(".*/tried\\.html\\?q=parts.*"));
                assertThat(hits(page)).hasCount(5);
                page.navigate(start + "ideas/0003.html");
                page.locator(".site-header nav a[href$='tried.html']").click();
                assertThat(page.locator(".site-header nav a[aria-current=page]")).hasAttribute("href", "tried.html");
                page.navigate(start + "search.html?q=zeppelin+airship");
                page.locator("#search-help a[href*='tried.html']").click();
                assertThat(field(page)).hasValue("zeppelin airship");
            });
        }
    }

    @Test
    void withoutScriptsThePageTellsHowToAsk() {
        browsers.quietly(new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            page.navigate(server.address() + "tried.html");
            assertThat(page.locator("noscript .empty")).containsText("pressroom similar --file problem.txt");
            assertThat(page.locator("noscript a[href='ideas.html']")).isVisible();
            assertFalse(page.locator("noscript a[href='team.html']").isHidden());
        });
    }
}
