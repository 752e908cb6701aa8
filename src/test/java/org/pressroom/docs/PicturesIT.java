package org.pressroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.pressroom.SampleSite;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The pictures in the README, of the sample archive's site. `mvn verify -Dtest=none -Dit.test=PicturesIT -Dpressroom.pictures=write` takes them anew.
class PicturesIT {

    private static final Path FOLDER = Path.of("src/docs/pictures");
    private static final long BYTES = 300_000;

    /// @param ready what is there when the page is ready
    private record Shot(String name, String address, String ready, ColorScheme scheme) { }

    private static final List<Shot> SHOTS = List.of(
        new Shot("home-light.png", "index.html", "main", ColorScheme.LIGHT),
        new Shot("home-dark.png", "index.html", "main", ColorScheme.DARK),
        new Shot("idea-light.png", "ideas/0013.html", "main", ColorScheme.LIGHT),
        new Shot("idea-dark.png", "ideas/0013.html", "main", ColorScheme.DARK),
        new Shot("search-light.png", "search.html?q=second%20visit", "#results[aria-busy=false] > li", ColorScheme.LIGHT),
        new Shot("insights-dark.png", "insights.html", "main svg", ColorScheme.DARK));

    @Test
    void thePagesOfTheTourAreThere() throws IOException {
        boolean writing = "write".equals(System.getProperty("pressroom.pictures"));
        try (SiteServer server = SiteServer.of(SampleSite.folder(), "/")) {
            for (Shot shot : SHOTS) {
                Browsers.launch().quietly(new Browser.NewContextOptions().setViewportSize(1200, 800).setColorScheme(shot.scheme), page -> {
                    page.navigate(server.address() + shot.address);
                    page.waitForSelector(shot.ready);
                    if (writing) {
                        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(shot.name)));
                    }
                });
            }
        }
        Set<String> names = SHOTS.stream().map(Shot::name).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(names, files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
        assertEquals(names, Pattern.compile("src/docs/pictures/([a-z-]+\\.png)").matcher(Files.readString(Path.of("README.md"))).results()
            .map((MatchResult found) -> found.group(1)).collect(Collectors.toCollection(TreeSet::new)), "the README shows all of them");
        for (String name : names) {
            assertTrue(Files.size(FOLDER.resolve(name)) <= BYTES, name + " has " + Files.size(FOLDER.resolve(name)) + " bytes");
        }
    }
}
