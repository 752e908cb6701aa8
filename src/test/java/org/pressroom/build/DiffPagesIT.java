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
import org.pressroom.browser.HtmlValidator;
import org.pressroom.browser.SiteServer;

import java.util.ArrayList;
import java.util.List;

/// Revisions and what they changed in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiffPagesIT {

    private static final List<String> PAGES =
        List.of("diff/0001/2.html", "diff/0001/9.html", "diff/0001/review.html", "ideas/0001.html", "insights.html");

    private Site site;
    private Browsers browsers;
    private SiteServer server;

    @BeforeAll
    void build() {
        String draft = Site.document("0001", "Keys by post");
        site = Site.of("-- pressroom.yaml --\nsource-url: https://git.example.com/{ref}/{path}\n" + draft).commit("2024-03-01T10:00:00Z", "Ana Lima <a@x>");
        String later = draft.replace("status: draft", "status: in-review\nreviews: [{date: 2024-03-05, reviewers: [Jo Park], decision: revise}]");
        for (int n = 2; n <= 8; n++) {
            site.with(later.replace("a morning", "morning number " + n).replace("### Solution\n", "### Solution\n\n- one\n- two " + n + "\n\n| a | b |\n|---|---|\n| 1 | " + n + " |\n\n```\ncode " + n + "\n```\n"))
                .commit("2024-03-0" + n + "T10:00:00Z", "Bo Reed <b@x>");
        }
        site.with(later.replace("status: in-review", "status: approved\noutcome: planned\ndecision: {date: 2024-03-07, deciders: [" + "N".repeat(200) + "]}")
            .replace("a morning", "x".repeat(300))).commit("2024-03-09T10:00:00Z", "Bo Reed <b@x>");
        site.build();
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
                page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
                int scroll = (Integer) page.evaluate("document.documentElement.scrollWidth");
                assertTrue(scroll <= width, address + " is " + scroll + " wide");
                assertEquals("", Axe.violations(page), address);
                assertEquals(List.of(), console, address);
                page.close();
            }
        }
    }

    @Test
    void theyAreValidHtml() throws Exception {
        HtmlValidator.assertValid(site.output(), PAGES, site.home());
    }

    @Test
    void withoutJavaScriptTheListLeadsToWhatChangedAndBack() {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT, false)) {
            Page page = context.newPage();
            page.navigate(server.address() + "ideas/0001.html");
            assertEquals(false, page.locator(".revisions li[value='2']").isVisible());
            page.locator(".revisions summary").click();
            page.locator(".revisions li[value='2'] a[aria-label]").click();
            page.waitForURL("**/diff/0001/2.html");
            assertTrue(page.locator("del").first().evaluate("e => getComputedStyle(e).textDecorationLine").toString().contains("line-through"));
            assertTrue(page.locator("ins").first().evaluate("e => getComputedStyle(e).textDecorationLine").toString().contains("underline"));
            page.locator(".diff summary").first().click();
            assertTrue(page.locator(".diff details[open] p").first().isVisible());
            page.locator("a[rel=next]").click();
            page.waitForURL("**/diff/0001/3.html");
            page.locator(".crumbs a").click();
            page.waitForURL("**/ideas/0001.html");
        }
    }
}
