package org.pressroom.build;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.browser.Axe;
import org.pressroom.browser.Browsers;
import org.pressroom.serve.PreviewServer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The page 404 in a real browser, at the addresses of a server that shows it for whatever it lacks.
class NotFoundPageIT {

    private static final String ARCHIVE = Site.document("0042", "Keys <b>by</b> post")
        .replace("status: draft", "status: draft\naliases: [\"ideas/Ä 7.html\"]");

    private final List<String> console = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private Browsers browsers;
    private Page page;

    @BeforeEach
    void open() {
        browsers = Browsers.launch();
        page = browsers.browser().newPage();
        page.onConsoleMessage(message -> console.add(message.text()));
        page.onPageError(console::add);
        page.onRequest(request -> requests.add(request.url()));
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    private void go(String address) {
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void aFormerAddressLeadsToTheIdea() throws IOException {
        try (Site site = Site.of(ARCHIVE)) {
            site.build("--base-url", "http://localhost/");
            try (PreviewServer server = PreviewServer.start(site.output(), 0)) {
                go(server.address() + "old/ideas/%C3%84%207.html?from=mail#top");
                assertThat(page.locator("#missing-moved")).hasText("This idea has moved: Keys <b>by</b> post");
                assertEquals("", Axe.violations(page));
                page.locator("#missing-moved a").click();
                assertThat(page).hasURL(server.address() + "ideas/0042.html");
                assertEquals(List.of("Failed to load resource: the server responded with a status of 404 (Not Found)"), console);

                go(server.address() + "ideas/8888.html");
                assertThat(page.locator("#missing-moved")).isHidden();
                page.locator("main").getByText("Search ideas").click();
                assertThat(page).hasURL(server.address() + "search.html");
                go(server.address() + "ideas/%FF");
                assertThat(page.locator("h1")).hasText("Not found");
                assertThat(page.locator("#missing-moved")).isHidden();
            }
        }
    }

    @Test
    void nobodyIsAskedWhereNothingHasMovedNorFromAFolder() throws IOException {
        try (Site site = Site.of(ARCHIVE)) {
            site.build("--base-url", "http://localhost/");
            go(site.output().resolve("404.html").toUri() + "");
            assertThat(page.locator("#missing-moved")).isHidden();
            site.build();
            assertFalse(site.page("404.html").contains("missing-moved"));
        }
        try (Site site = Site.of(Site.document("0042", "Keys by post"))) {
            site.build("--base-url", "http://localhost/");
            try (PreviewServer server = PreviewServer.start(site.output(), 0)) {
                go(server.address() + "ideas/0007.html");
                assertThat(page.locator("h1")).hasText("Not found");
            }
        }
        assertEquals(List.of(), requests.stream().filter(url -> url.contains("/r/")).toList());
    }
}
