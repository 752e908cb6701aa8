package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What servers are to say with the files of a site.
class SecurityHeadersTest {

    private static final List<String> ALWAYS = List.of("Content-Type", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options",
        "Cross-Origin-Resource-Policy", "Cross-Origin-Opener-Policy", "Content-Security-Policy");

    @Test
    void everyFileHasATypeThatIsNotToBeGuessed() {
        for (String address : List.of("index.html", "search/root.js", "files/x.PDF", "files/x.unheard-of", "raw/1.md", "_redirects", "assets/site.a.css")) {
            Map<String, String> headers = SecurityHeaders.of(address);
            assertEquals(ALWAYS, List.copyOf(headers.keySet()), address);
            assertEquals("nosniff", headers.get("X-Content-Type-Options"));
            assertTrue(String.valueOf(headers.get("Content-Security-Policy")).contains("frame-ancestors 'none'"), address);
        }
        assertEquals("application/octet-stream", SecurityHeaders.of("files/x.unheard-of").get("Content-Type"));
        assertEquals("application/octet-stream", SecurityHeaders.of("a.b/c").get("Content-Type"));
        assertEquals("text/plain; charset=utf-8", SecurityHeaders.of("raw/1.md").get("Content-Type"));
    }

    @Test
    void filesOfTheArchiveRunNothing() {
        for (String address : List.of("files/x.svg", "files/a/b.json", "raw/1.md")) {
            String policy = String.valueOf(SecurityHeaders.of(address).get("Content-Security-Policy"));
            assertTrue(policy.startsWith("default-src 'none'; ") && !policy.contains("script-src"), address);
        }
        assertFalse(MediaTypes.isAttached("html") || MediaTypes.isAttached("js") || MediaTypes.isAttached("xml") || MediaTypes.isAttached("svgz") || MediaTypes.isAttached(""));
    }

    @Test
    void theFileForHostsSaysTheSameBelowTheSitesPath() {
        String file = SecurityHeaders.file("/ideas/");
        assertEquals(List.of("/ideas/*", "/ideas/files/*", "/ideas/raw/*"), file.lines().filter(line -> line.startsWith("/")).toList());
        SecurityHeaders.of("files/x.png").forEach((name, value) -> assertTrue(name.equals("Content-Type") || file.contains("  " + name + ": " + value + "\n"), name));
        SecurityHeaders.of("index.html").forEach((name, value) -> assertTrue(name.equals("Content-Type") || file.contains("  " + name + ": " + value + "\n"), name));
    }

    @Test
    void theExamplesForServersSayTheSame() throws Exception {
        String examples = Files.readString(Path.of("src/docs/how-to/publish-nginx.md"));
        for (String address : List.of("index.html", "files/x.png")) {
            SecurityHeaders.of(address).forEach((name, value) -> {
                if (name.equals("Content-Security-Policy")) {
                    assertTrue(examples.contains(" \"" + value + "\";"), "nginx: " + value);
                } else if (!name.equals("Content-Type")) {
                    assertTrue(examples.contains("add_header " + name + " \"" + value + "\" always;"), "nginx: " + name);
                }
                assertTrue(name.equals("Content-Type") || examples.contains("Header always set " + name + " \"" + value + "\""), "Apache: " + name);
            });
        }
    }
}
