package org.pressroom.bake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.browser.Browsers;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reader does with the sample's ideas: slides, paper, lists to go on in, keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdeaPageIT {

    @TempDir
    private static Path temp;

    private Path site;
    private BakedSite baked;
    private HttpServer server;
    private Browsers browsers;

    @BeforeAll
    void bakeAndServe() throws Exception {
        site = Files.createDirectory(temp.resolve("site"));
        baked = new ArchiveFixture().folder(Path.of("content")).bake(site);
        server = SimpleFileServer.createFileServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            temp.toRealPath(), SimpleFileServer.OutputLevel.NONE);
        server.start();
        browsers = Browsers.launch();
    }

    @AfterAll
    void stop() {
        browsers.close();
        server.stop(0);
    }

    private String url(String address) {
        return "http://localhost:" + server.getAddress().getPort() + "/site/" + address;
    }

    private BrowserContext context(int width, int height, boolean scripts) {
        return browsers.browser().newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setJavaScriptEnabled(scripts));
    }

    private static int pages(byte[] pdf) {
        Matcher page = Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        int count = 0;
        while (page.find()) {
            count++;
        }
        return count;
    }

    private static byte[] paper(Page page, String format) {
        return page.pdf(new Page.PdfOptions().setFormat(format).setPreferCSSPageSize(true));
    }

    private static String hash(Page page) {
        return String.valueOf(page.evaluate("location.hash"));
    }

    @Test
    void keysLeadThroughTheSlides() {
        try (BrowserContext context = context(1280, 800, true)) {
            Page page = context.newPage();
            page.navigate(url("slides/0013.html"));
            int count = page.locator(".slide").count();
            for (String key : List.of("ArrowRight", "PageDown", "Space")) {
                page.keyboard().press(key);
            }
            page.waitForURL("**/*#4");
            page.keyboard().press("ArrowLeft");
            page.waitForURL("**/*#3");
            page.keyboard().press("End");
            page.waitForURL("**/*#" + count);
            page.keyboard().press("Home");
            page.waitForURL("**/*#1");
            page.locator(".step[data-step='1']").click();
            page.waitForURL("**/*#2");
            page.keyboard().press("Escape");
            page.waitForURL("**/ideas/0013.html");
        }
    }

    @Test
    void aLongSlideIsReadToItsEndBeforeTheNext() {
        try (BrowserContext context = context(320, 400, true)) {
            Page page = context.newPage();
            page.navigate(url("slides/0013.html#2"));
            page.keyboard().press("ArrowDown");
            page.waitForTimeout(300);
            assertEquals("#2", hash(page));
            for (int i = 0; i < 20 && hash(page).equals("#2"); i++) {
                page.keyboard().press("ArrowDown");
                page.waitForTimeout(50);
            }
            assertEquals("#3", hash(page));
        }
    }

    @Test
    void slidesAreWholeWithoutScripts() {
        try (BrowserContext context = context(1280, 800, false)) {
            Page page = context.newPage();
            page.navigate(url("slides/0013.html#3"));
            double top = page.locator("[id='3']").boundingBox().y;
            assertTrue(top > 0 && top < 100, "slide 3 stands at " + top);
            assertFalse(page.locator(".steps").isVisible());
        }
    }

    @Test
    void everySlideIsAPageOfPaperAtLeast() {
        try (BrowserContext context = context(1280, 800, true)) {
            Page page = context.newPage();
            for (String address : List.of("slides/0013.html", "slides/0030.html")) {
                page.navigate(url(address));
                int slides = page.locator(".slide").count();
                byte[] pdf = paper(page, "A4");
                int pages = pages(pdf);
                assertTrue(pages >= slides && pages <= slides + 2, address + ": " + pages + " pages of " + slides + " slides");
                Matcher box = Pattern.compile("/MediaBox \\[0 0 ([\\d.]+) ([\\d.]+)]").matcher(new String(pdf, StandardCharsets.ISO_8859_1));
                assertTrue(box.find() && Double.parseDouble(box.group(1)) > Double.parseDouble(box.group(2)), "not landscape");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "Letter"})
    void thePressReleaseAloneIsOneSheet(String format) {
        Map<String, Integer> longer = new TreeMap<>();
        int sheets = 0;
        try (BrowserContext context = context(900, 900, false)) {
            Page page = context.newPage();
            for (String address : baked.pages()) {
                if (address.startsWith("ideas/")) {
                    page.navigate(url(address));
                    if (page.locator(".one-page").count() == 1) {
                        page.navigate(url(address + "#~one-page"));
                        int pages = pages(paper(page, format));
                        sheets++;
                        if (pages != 1) {
                            longer.put(address, pages);
                        }
                    }
                }
            }
        }
        assertTrue(sheets > 35, "only " + sheets + " have a press release");
        assertEquals(Map.of(), longer);
    }

    @Test
    void theOneSheetShowsStatusDecisionAndReleaseOnly() {
        try (BrowserContext context = context(700, 900, false)) {
            Page page = context.newPage();
            page.navigate(url("ideas/0013.html#~one-page"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String shown : List.of("h1", ".idea-header .badge", ".decision", ".part-problem", ".part-call-to-action")) {
                assertTrue(page.locator(shown).first().isVisible(), shown);
            }
            for (String hidden : List.of(".faq", ".about", ".history", ".forms", ".promise", ".site-header")) {
                assertFalse(page.locator(hidden).first().isVisible(), hidden);
            }
            page.navigate(url("ideas/0012.html"));
            assertTrue(page.locator(".faq").first().isVisible());
        }
    }

    @Test
    void anIdeaLeadsOnInTheListThatItsReaderCameFrom() {
        try (BrowserContext context = context(1280, 800, true)) {
            Page page = context.newPage();
            page.navigate(url("ideas/0013.html"));
            assertEquals(0, page.locator(".neighbours .place").count());
            page.navigate(url("status/declined.html"));
            List<String> titles = page.locator(".ideas tbody th a").allInnerTexts();
            page.locator(".ideas tbody th a").nth(1).click();
            assertEquals("2 of " + titles.size() + " in Status: Declined", page.locator(".neighbours .place").innerText());
            assertEquals(titles.get(0), page.locator(".neighbours .earlier a").innerText());
            assertEquals(titles.get(2), page.locator(".neighbours .later a").innerText());
            page.keyboard().press("j");
            assertThat(page.locator("h1").first()).hasText(titles.get(2));
            // The heading is there before the script that listens for keys.
            page.waitForLoadState();
            page.keyboard().press("k");
            assertThat(page.locator("h1").first()).hasText(titles.get(1));
            page.locator(".neighbours .place a").click();
            page.waitForURL("**/status/declined.html");
            page.navigate(url("ideas/0001.html"));
            assertTrue(page.locator(".neighbours .later").innerText().startsWith("Later"));
        }
    }

    @Test
    void whatAnotherPageLeftInTheStoreIsNoLink() {
        try (BrowserContext context = context(1280, 800, true)) {
            Page page = context.newPage();
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            for (String left : List.of("{", "null", "[]", "{\"items\":[]}", "{\"items\":[[\"/site/ideas/0013.html\",\"a\"],[\"//evil.example/\",\"<b>x</b>\"]]}",
                    "{\"items\":[[\"javascript:alert(1)\",\"a\"],[\"/site/ideas/0013.html\",\"a\"]],\"label\":\"<b>\",\"href\":\"javascript:alert(1)\"}")) {
                page.navigate(url("ideas/0013.html"));
                page.evaluate("left => sessionStorage.setItem('list', left)", left);
                page.reload();
                assertEquals(0, page.locator(".neighbours a[href*=evil], .neighbours a[href^=javascript], .neighbours b").count(), left);
            }
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void aQuestionMarkTellsTheKeysUntilTheyAreSwitchedOff() {
        try (BrowserContext context = context(1280, 800, true)) {
            Page page = context.newPage();
            page.navigate(url("ideas/0013.html"));
            page.keyboard().press("?");
            assertTrue(page.locator(".help").isVisible());
            page.keyboard().press("j");
            assertTrue(page.url().endsWith("0013.html"));
            page.keyboard().press("Escape");
            assertFalse(page.locator(".help").isVisible());
            page.keyboard().press("j");
            page.waitForURL("**/ideas/0014.html");
            page.locator(".keys").click();
            page.keyboard().press("k");
            page.keyboard().press("?");
            assertFalse(page.locator(".help").isVisible());
            assertTrue(page.url().endsWith("0014.html"));
        }
    }

    @Test
    void theContentsFollowTheReader() {
        try (BrowserContext context = context(1360, 800, true)) {
            Page page = context.newPage();
            page.navigate(url("ideas/0013.html"));
            assertEquals(0, page.locator(".contents [aria-current]").count());
            page.navigate(url("ideas/0013.html#solution"));
            assertThat(page.locator(".contents [aria-current]")).hasAttribute("href", "#solution");
            page.keyboard().press("End");
            assertThat(page.locator(".contents [aria-current]")).hasText("Internal FAQ");
            assertEquals(1, page.locator(".contents [aria-current]").count());
        }
    }

    @Test
    void allAnswersOpenAndCloseTogether() {
        try (BrowserContext context = context(1280, 800, true)) {
            Page page = context.newPage();
            page.navigate(url("ideas/0013.html"));
            int questions = page.locator(".question details").count();
            page.locator(".open-all").click();
            assertEquals(questions, page.locator(".question details[open]").count());
            page.locator(".open-all").click();
            assertEquals(0, page.locator(".question details[open]").count());
        }
    }
}
