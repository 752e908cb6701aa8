package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pressroom.Site;
import org.pressroom.browser.Browsers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// `pressroom serve` with a real browser: what is saved is seen.
@Timeout(120)
class ServeIT {

    private static final String AUTHOR = "Ana <ana@example.com>";

    private final Site site = Site.of(Site.document("0001", "Keys by post")).with(Site.document("0002", "Locks that listen"))
        .with("-- pressroom.yaml --\nsite: {name: Ideas of ours}").commit("2024-03-01T10:00:00Z", AUTHOR);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final String address;
    private final Thread command;
    private final Browsers browsers = Browsers.launch();
    private final BrowserContext context = browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(900, 500));
    private final Page page = context.newPage();

    ServeIT() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = "http://localhost:" + port + "/";
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false,
            Map.of("PRESSROOM_CACHE", site.home().resolve("cache").toString()), site.home(), Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC));
        command = new Thread(() -> Main.run(terminal, "serve", "--port", String.valueOf(port), site.archive().toString()));
    }

    @BeforeEach
    void start() throws InterruptedException {
        command.start();
        while (!out.toString(StandardCharsets.UTF_8).contains("serving 2 ideas")) {
            assertTrue(command.isAlive(), () -> err.toString(StandardCharsets.UTF_8));
            Thread.sleep(50);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        context.close();
        command.interrupt();
        command.join();
        site.close();
    }

    /// Opens a page and waits until it listens for changes.
    private void open(Page page, String name) {
        page.navigate(address + name);
        listens(page);
    }

    private static void listens(Page page) {
        page.waitForSelector("html[data-pressroom-mark]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private void replace(String file, String old, String now) throws IOException {
        String text = site.archiveText(file);
        assertTrue(text.contains(old));
        Files.writeString(site.archive().resolve(file), text.replace(old, now));
    }

    @Test
    void aPageThatChangedIsLoadedAgainAtTheSamePlaceAndOthersAreNot() throws Exception {
        replace("content/0001.md", "#### What if the key is lost?", "Filler.\n\n".repeat(60) + "#### What if the key is lost?");
        Page other = context.newPage();
        open(page, "ideas/0001.html");
        page.getByText("Filler.").first().waitFor();
        open(other, "rules/pr-missing.html");
        other.evaluate("window.kept = true");
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        page.locator("details", new Page.LocatorOptions().setHasText("What if the key is lost?")).last().scrollIntoViewIfNeeded();
        page.evaluate("scrollBy(0, 100)");
        page.bringToFront();
        double before = top("What if the key is lost?");
        replace("content/0001.md", "# Keys by post", "# Keys by post");
        replace("content/0001.md", "Every week 140 tenants", "One more paragraph.\n\nAnother.\n\nEvery week 941 tenants");
        page.getByText("Every week 941 tenants").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        listens(page);
        assertEquals(before, top("What if the key is lost?"), 3, "the question that was read stays where it was");
        other.bringToFront();
        assertEquals(true, other.evaluate("window.kept === true"), "a page that did not change is not loaded again");
    }

    private double top(String question) {
        return ((Number) page.evaluate("q => Array.from(document.querySelectorAll('summary')).find(s => s.textContent.includes(q)).getBoundingClientRect().top", question)).doubleValue();
    }

    @Test
    void anErrorIsShownWithItsPlaceAndGoesWhenItIsFixed() throws Exception {
        open(page, "ideas.html");
        Locator problem = page.locator("pre.problem");
        assertEquals(0, problem.count());
        replace("content/0001.md", "status: draft", "status: drafd");
        problem.waitFor();
        assertTrue(problem.innerText().contains("content/0001.md:4:9: error:") && problem.innerText().contains("^^^^^") && problem.innerText().contains("fix: write `draft`"),
            problem.innerText());
        replace("content/0001.md", "status: drafd", "status: draft");
        problem.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.locator("button.count").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void aBrokenConfigurationOrTemplateKeepsTheLastSite() throws Exception {
        open(page, "index.html");
        for (List<String> broken : List.of(List.of("pressroom.yaml", "site: {name: Ideas of ours", "pressroom.yaml:"), List.of("templates/ideas.ftlh", "<#list x>", "templates/ideas.ftlh:"))) {
            site.with("-- " + broken.getFirst() + " --\n" + broken.get(1));
            page.getByText("The site could not be built").waitFor();
            assertTrue(page.locator("pre.problem").first().innerText().contains(broken.get(2)), page.locator("pre.problem").first().innerText());
            assertTrue(page.locator("a.brand").innerText().contains("Ideas of ours"));
            site.with("-- pressroom.yaml --\nsite: {name: Ideas of ours}");
            if (broken.getFirst().startsWith("templates")) {
                site.remove(broken.getFirst());
            }
            page.locator("section.errors").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    @Test
    void whatIsNotCommittedIsMarkedUntilItIs() throws Exception {
        open(page, "ideas.html");
        assertEquals(0, page.locator("a.pressroom-uncommitted").count());
        site.with(Site.document("0003", "Doors that wait"));
        Locator mark = page.locator("a.pressroom-uncommitted");
        mark.first().waitFor();
        assertEquals("Doors that wait", mark.last().innerText().strip());
        open(page, "ideas/0003.html");
        page.getByText("Not committed").waitFor();
        site.commit("2024-04-01T10:00:00Z", AUTHOR);
        page.getByText("Not committed").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void aPageThatIsNotThereYetComesAndADeletedOneGoes() throws Exception {
        page.navigate(address + "ideas/0009.html");
        listens(page);
        site.with(Site.document("0009", "Keys for cats"));
        page.locator("h1", new Page.LocatorOptions().setHasText("Keys for cats")).waitFor();
        listens(page);
        site.remove("content/0009.md");
        page.locator("h1", new Page.LocatorOptions().setHasText("Keys for cats")).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void severalBrowsersSeeAChangeAndNothingIsSaidOnTheConsole() throws Exception {
        StringBuilder console = new StringBuilder();
        try (BrowserContext second = browsers.browser().newContext()) {
            Page another = second.newPage();
            for (Page each : List.of(page, another)) {
                each.onConsoleMessage(message -> console.append(message.text()).append('\n'));
                open(each, "ideas.html");
            }
            replace("content/0002.md", "Locks that listen", "Locks that hear");
            for (Page each : List.of(page, another)) {
                each.getByText("Locks that hear").first().waitFor();
                listens(each);
            }
        }
        assertEquals("", console.toString());
    }
}
