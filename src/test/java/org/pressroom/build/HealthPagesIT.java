package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.Site;
import org.pressroom.browser.Axe;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Archive health and the rules' pages in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthPagesIT {

    private static final List<String> PAGES = List.of("health.html", "health/page/2.html", "rules/meta-unknown-value.html",
        "rules/pr-problem-missing.html", "rules/arc-link-broken.html", "ideas/0002.html");

    private Site site;
    private Browsers browsers;
    private SiteServer server;

    @BeforeAll
    void build() {
        site = Site.of(HealthTest.archive() + Site.document("0009", "M".repeat(200))
            .replace("status: draft", "status: " + "x".repeat(300) + "\nauthors: [" + "N".repeat(200) + "]")
            + IntStream.range(10, 22).mapToObj(i -> Site.document("00" + i, "Many")
                .replace("### Solution\n", "### Solution\n\n" + ("[x](gone-" + (char) ('a' + i) + ".md)\n").repeat(180))).collect(Collectors.joining()));
        site.build("--base-url", "https://ideas.example.com/");
        browsers = Browsers.launch();
        server = SiteServer.of(site.output(), "/ideas/");
    }

    @AfterAll
    void stop() {
        server.close();
        browsers.close();
        site.close();
    }

    private BrowserContext context(int width, ColorScheme scheme, boolean javaScript) {
        return browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme)
            .setJavaScriptEnabled(javaScript));
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    void theyAreAccessibleQuietAndNoWiderThanTheirWindow(int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme, true)) {
            for (String address : PAGES) {
                Page page = context.newPage();
                List<String> console = new ArrayList<>();
                page.onConsoleMessage(m -> console.add(m.text()));
                page.onPageError(console::add);
                page.navigate(server.address() + address);
                int scroll = (Integer) page.evaluate("document.documentElement.scrollWidth");
                assertTrue(scroll <= width, address + " is " + scroll + " wide");
                // Two thousand alike findings tell no more than fifty.
                page.evaluate("document.querySelectorAll('.findings-list').forEach(l => [...l.children].slice(50).forEach(c => c.remove()))");
                assertEquals("", Axe.violations(page), address);
                assertEquals(List.of(), console, address);
                page.close();
            }
        }
    }

    @Test
    void withoutJavaScriptANoticeLeadsToItsFindingsAndFromThereToTheRule() {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT, false)) {
            Page page = context.newPage();
            page.navigate(server.address() + "ideas/0002.html");
            page.locator(".findings a").click();
            page.waitForURL("**/health.html#idea-0002");
            assertTrue(page.locator("#idea-0002").boundingBox().y < 900, "the document's findings are in view");
            page.locator("#idea-0002 a[href$='arc-link-broken.html']").click();
            page.waitForURL("**/rules/arc-link-broken.html");
            assertEquals("arc-link-broken", page.locator("h1").textContent());
            page.locator(".site-footer a[href$='health.html']").click();
            page.waitForURL("**/health.html");
        }
    }
}
