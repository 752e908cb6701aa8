package org.pressroom.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The real browser of this machine, without a window. Used by one thread, and started once: whoever has it next finds none of the
/// pages, cookies and caches that were there.
///
/// Taken from `PRESSROOM_CHROMIUM` (a path), else the first of `chromium`, `chromium-browser`, `google-chrome` and
/// `google-chrome-stable` on the `PATH`. Nothing is downloaded.
public final class Browsers implements AutoCloseable {

    private static final List<String> NAMES =
        List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /// What Playwright switches off by an option that can be given once only; then the lists below the address bar, for which each page,
    /// though nobody sees a window, has a process that takes as much as the page itself.
    private static final List<String> OFF = List.of(
        "AvoidUnnecessaryBeforeUnloadCheckSync", "BoundaryEventDispatchTracksNodeRemoval", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider",
        "GlobalMediaControls", "HttpsUpgrades", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "Translate", "AutoDeElevate",
        "RenderDocument", "OptimizationHints",
        "WebUIOmniboxPopup", "WebUIOmniboxAimPopup");

    private static @Nullable Browsers running;

    private final Browser browser;

    private Browsers(Browser browser) {
        this.browser = browser;
    }

    /// Starts it, unless it runs. It ends with this process.
    ///
    /// @throws IllegalStateException when there is none on this machine
    public static Browsers launch() {
        Browsers found = running;
        if (found == null || !found.browser.isConnected()) {
            found = start();
            running = found;
        }
        return found;
    }

    private static Browsers start() {
        Path executable = executable();
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Browsers(playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-features=" + String.join(",", OFF)))));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    private static Path executable() {
        String named = System.getenv("PRESSROOM_CHROMIUM");
        if (named != null && !named.isBlank()) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new IllegalStateException("PRESSROOM_CHROMIUM names no program: " + named);
            }
            return Path.of(named);
        }
        for (String name : NAMES) {
            Path found = onPath(name);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("browser tests need Chromium or Chrome: none of " + NAMES
            + " is on the PATH; install one (Debian: apt-get install chromium) or set PRESSROOM_CHROMIUM to its path");
    }

    private static @Nullable Path onPath(String name) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
            Path candidate = Path.of(folder, name);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    public Browser browser() {
        return browser;
    }

    /// Looks at a page in a context of its own. Nothing may be said on its console.
    public void quietly(Browser.NewContextOptions options, Consumer<Page> look) {
        List<String> console = new ArrayList<>();
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            page.onConsoleMessage(m -> console.add(page.url() + ": " + m.text()));
            page.onPageError(e -> console.add(page.url() + ": " + e));
            look.accept(page);
        }
        assertEquals(List.of(), console);
    }

    /// Closes all pages.
    @Override
    public void close() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }
}
