package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whether a real browser runs what an archive brought along, should somebody get an element into a page. The server knows
/// nothing of headers.
class PolicyIT {

    private static final String HIT = "window.hit = (window.hit || 0) + 1; document.title = 'hit'; parent.document.title = 'hit';\n";
    private static final List<String> ATTACKS = List.of(
        "<script src=\"ROOTfiles/x.txt\"></script>", "<script src='ROOTfiles/x.json' defer></script>", "<script>HIT</script>", "<img src=x onerror=\"HIT\">",
        "<svg onload=\"HIT\"></svg>", "<iframe srcdoc=\"<script src='ROOTfiles/x.txt'></script>\"></iframe>", "<iframe src=\"javascript:HIT\"></iframe>",
        "<script nonce=\"\" src=\"ROOTfiles/x.txt\"></script>", "<script nonce=\"OTHER\">HIT</script>", "<script type=module src=\"ROOTfiles/x.txt\"></script>",
        "<object data=\"ROOTfiles/x.txt\"></object>", "<link rel=stylesheet href=\"ROOTfiles/x.txt\">", "<base href=\"ROOTfiles/\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src *\">", "<a id=go href=\"javascript:HIT\">go</a>");

    @Test
    void nothingOfTheArchiveRunsFromAServerOrADisk() throws IOException {
        try (Site site = Site.of(Site.document("0001", "Keys by post").replace("### Solution\n", "### Solution\n\n[a](x.txt) [b](x.json)\n")
                + "-- content/x.txt --\n" + HIT + "-- content/x.json --\n" + HIT)) {
            site.build();
            assertTrue(site.files().keySet().containsAll(List.of("files/x.txt", "files/x.json")));
            String search = site.page("search.html");
            String other = search.substring(search.indexOf("nonce=\"") + 7, search.indexOf("nonce=\"") + 31);
            for (String address : List.of("ideas/0001.html", "search.html")) {
                String root = address.contains("/") ? "../" : "";
                StringBuilder attacks = new StringBuilder();
                ATTACKS.forEach(attack -> attacks.append(attack.replace("ROOT", root).replace("HIT", HIT.strip()).replace("OTHER", address.equals("search.html") ? "x" : other)));
                Path file = site.output().resolve(address);
                Files.writeString(file, Files.readString(file).replace("</main>", attacks + "</main>"));
            }
            try (SiteServer server = SiteServer.of(site.output(), "/below/")) {
                for (String start : List.of(server.address(), site.output().toUri().toString())) {
                    assertNothingRan(start + "ideas/0001.html");
                    assertNothingRan(start + "search.html?q=key");
                }
            }
        }
    }

    private static void assertNothingRan(String address) {
        try (Page page = Browsers.launch().browser().newPage()) {
            List<String> refused = new ArrayList<>();
            page.onConsoleMessage(message -> refused.add(message.text()));
            page.navigate(address);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.locator("#go").evaluate("link => link.click()");
            // Ours run: the one that switches keys off shows its button, and the search answers.
            page.locator("footer button.keys").waitFor();
            if (address.contains("search.html")) {
                page.locator("#results > li").first().waitFor();
            }
            assertEquals(Boolean.TRUE, page.evaluate("window.hit === undefined && document.title !== 'hit'"), address);
            assertTrue(refused.stream().filter(text -> text.contains("Content Security Policy")).count() >= 8, refused.toString());
        }
    }
}
