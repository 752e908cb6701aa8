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

/// Markdown with HTML, alerts, tables and diagrams in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GithubMarkdownIT {

    private static final List<String> PAGES = List.of("ideas/0001.html", "slides/0001.html");
    private static final String HARD = """

        ### What does it cost in all?

        <details open>
        <summary><b>Figures</b> for <kbd>three</kbd> towns</summary>

        > [!NOTE]
        > Seen in March, see [below](#deep-inside) and [again](#what-does-it-cost-in-all).

        > [!TIP]
        > A

        > [!IMPORTANT]
        > B

        > [!WARNING]
        > C

        > [!CAUTION]
        > D

        Costs in euros:
        | Year | Sum |
        |:----:|----:|
        | 2024 | `a\\|b` |

        ```mermaid
        graph TD; A-->B
        ```

        </details>

        #### Deep inside

        <table><tr><td id="cell" align="center">

        - list

        </td></tr></table>

        <p align="center">Middle <a name="named"></a>H<sub>2</sub>O<br><ins>new</ins></p>

        <h4 align="right">In HTML</h4>

        One[^1] and again[^1], ~gone~ :rocket:

        [^1]: A note.
        """;

    private Site site;
    private Browsers browsers;
    private SiteServer server;

    @BeforeAll
    void build() {
        site = Site.of(Site.document("0001", "Keys by post") + HARD);
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

    private BrowserContext context(int width, ColorScheme scheme) {
        return browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    void itIsAccessibleQuietAndNoWiderThanTheWindow(int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme)) {
            Page page = context.newPage();
            List<String> console = new ArrayList<>();
            page.onConsoleMessage(m -> console.add(m.text()));
            page.onPageError(console::add);
            page.navigate(server.address() + PAGES.getFirst());
            page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
            int scroll = (Integer) page.evaluate("document.documentElement.scrollWidth");
            assertTrue(scroll <= width, scroll + " wide");
            assertEquals("", Axe.violations(page));
            assertEquals(List.of(), console);
            assertEquals(5, page.locator(".alert-title:visible").count());
        }
    }

    @Test
    void itIsValidHtml() throws Exception {
        HtmlValidator.assertValid(site.output(), PAGES, site.home());
    }

    @ParameterizedTest
    @CsvSource({"deep-inside", "what-does-it-cost-in-all", "q-what-does-it-cost-in-all", "cell", "named", "in-html"})
    void aFragmentInsideAnAnswerOpensIt(String fragment) {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(server.address() + "ideas/0001.html#" + fragment);
            page.waitForFunction("document.getElementById('q-what-does-it-cost-in-all').open");
        }
    }
}
