package org.pressroom.build;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.SampleSite;
import org.pressroom.browser.Axe;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The search page of the sample archive's site with its own markup and style, in all its states.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPageLookIT {

    private Path site;
    private Browsers browsers;
    private SiteServer server;

    @BeforeAll
    void build() {
        site = SampleSite.folder();
        browsers = Browsers.launch();
        server = SiteServer.of(site, "/intranet/");
    }

    @AfterAll
    void stop() {
        server.close();
        browsers.close();
    }

    private void go(Page page, String query) {
        page.navigate(server.address() + "search.html" + query);
        assertThat(page.locator("#results[aria-busy=false][data-total]")).hasCount(1);
    }

    /// The page's states, each with what shows that it is reached.
    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("?q=fridge", "#results > li");
        states.put("?q=fridge&status=approved&status=declined&year=2023", "#search-chips .chip");
        states.put("?q=zeppelin+airship&status=declined", "#search-help li");
        states.put("", "#search-recent a");
        return states;
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, NONE", "320, DARK, NONE", "1280, LIGHT, ACTIVE"})
    void everyStateIsAccessibleAndNoWiderThanItsWindow(int width, ColorScheme scheme, ForcedColors colours) {
        browsers.quietly(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme).setForcedColors(colours), page -> {
            go(page, "?q=washing+machine");
            page.locator("#q").press("Enter");
            states().forEach((query, sign) -> {
                go(page, query);
                assertThat(page.locator(sign).first()).isVisible();
                page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })");
                if (page.locator("#search-filters").isVisible()) {
                    assertThat(page.locator("#search-facets details .options:empty")).hasCount(0);
                }
                assertEquals("", Axe.violations(page), query);
                assertTrue((Integer) page.evaluate("document.documentElement.scrollWidth") <= width, query);
            });
        });
    }

    @Test
    void slashLeadsToTheFieldAlsoFromAFilter() {
        browsers.quietly(new Browser.NewContextOptions(), page -> {
            go(page, "?q=fridge");
            page.locator("#search-facets input").first().focus();
            page.keyboard().press("/");
            assertThat(page.locator("#q")).isFocused();
            assertThat(page.locator("#q")).hasValue("fridge");
        });
    }

    @Test
    void theFieldOfAnyPageLeadsToTheAnswer() {
        for (String start : List.of(server.address() + "ideas/0003.html", site.resolve("ideas/0003.html").toUri().toString())) {
            browsers.quietly(new Browser.NewContextOptions(), page -> {
                List<String> roots = new ArrayList<>();
                page.onRequest(request -> {
                    if (request.url().endsWith("search/root.js")) {
                        roots.add(request.url());
                    }
                });
                page.navigate(start);
                assertEquals(List.of(), roots);
                page.locator(".search-field").fill("fridge");
                page.keyboard().press("Enter");
                assertThat(page).hasURL(Pattern.compile(".*/search\\.html\\?q=fridge$"));
                assertThat(page.locator("#results > li").first()).isVisible();
                assertTrue(!roots.isEmpty());
            });
        }
    }

    @Test
    void theFirstViewTakesSixRequests() {
        browsers.quietly(new Browser.NewContextOptions(), page -> {
            List<String> files = new ArrayList<>();
            page.onRequest(request -> files.add(request.url()));
            go(page, "");
            assertTrue(files.size() <= 6, files::toString);
        });
    }

    @Test
    void onANarrowWindowTheFiltersAreClosedAndTheHitsStandFirst() {
        browsers.quietly(new Browser.NewContextOptions().setViewportSize(320, 640), page -> {
            go(page, "?q=fridge");
            assertThat(page.locator("#search-facets")).isHidden();
            Locator filters = page.locator("#search-filters > summary");
            filters.press("Enter");
            assertThat(page.locator("#search-facets fieldset").first()).isVisible();
        });
    }

    @Test
    void withoutScriptsThePageLeadsToTheLists() {
        browsers.quietly(new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            page.navigate(server.address() + "search.html?q=fridge");
            assertEquals(List.of("ideas.html", "status.html", "outcome.html", "result.html", "year.html", "team.html", "owner.html",
                "tag.html"), page.locator(".empty a:visible").all().stream().map(a -> a.getAttribute("href")).toList());
            page.locator("a[href='team.html']:visible").click();
            assertThat(page).hasURL(Pattern.compile(".*/team\\.html$"));
        });
    }
}
