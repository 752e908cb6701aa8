package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Each kind of bad input: told with file, line, column and fix, and the good documents are published all the same.
class BadInputTest {

    private static final String FRONT = "---\nid: \"0002\"\ntitle: Bad\nstatus: draft\ncreated: 2024-03-01\n---\n\n# Bad\n\n";

    private static Site with(byte[] bad) {
        return Site.of(SiteBuildTest.KEYS).write("content/0002-bad.md", bad);
    }

    private static Site with(String bad) {
        return with(bad.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> finding(CommandLineRun run, String rule) {
        return run.findings().stream().filter(f -> rule.equals(f.get("rule"))).findFirst()
            .orElseThrow(() -> new AssertionError("no " + rule + " in " + run.out() + run.err()));
    }

    private static int number(Map<String, Object> finding, String key) {
        return ((Number) Objects.requireNonNull(finding.get(key))).intValue();
    }

    /// Checks and builds; the finding stands where it should, and the good document on the site.
    private static void assertTold(Site site, String rule, int line, int column) {
        Map<String, Object> finding = finding(site.check("--format", "json"), rule);
        assertEquals("content/0002-bad.md", finding.get("file"));
        assertEquals(line, number(finding, "line"), finding.toString());
        assertEquals(column, number(finding, "column"), finding.toString());
        assertNotNull(finding.get("fix"), finding.toString());
        CommandLineRun run = site.build();
        assertEquals("error".equals(finding.get("severity")), run.code() == 1, run.err());
        assertGoodIsPublished(site);
        if (!"info".equals(finding.get("severity"))) {
            assertTrue(run.err().contains("content/0002-bad.md:" + line + ":" + column + ": "), run.err());
            assertTrue(run.err().contains("[" + rule + "]"), run.err());
        }
    }

    private static void assertGoodIsPublished(Site site) {
        assertTrue(site.page("ideas/0001.html").contains("Every week 140 tenants"));
        assertTrue(site.page("ideas.html").contains("ideas/0001.html"));
    }

    @Test
    void noSuchFolder() {
        try (Site site = Site.of("")) {
            for (String command : List.of("build", "check", "serve")) {
                CommandLineRun run = site.run(command, site.home().resolve("nowhere").toString());
                assertEquals(3, run.code());
                assertEquals("pressroom: no such folder: " + site.home().resolve("nowhere") + "\n", run.err());
            }
            assertEquals(3, site.run("search", "x", site.home().resolve("nowhere").toString()).code());
            assertEquals(3, site.run("outline", site.home().resolve("nowhere.md").toString()).code());
        }
    }

    @Test
    void anEmptyArchive() {
        try (Site site = Site.of("")) {
            assertEquals(3, site.build().code());
            CommandLineRun run = site.build("--allow-empty");
            assertEquals(0, run.code(), run.err());
            assertTrue(run.err().contains("no documents"), run.err());
            assertTrue(site.page("index.html").endsWith("</html>\n"), "a site without ideas is still a site");
            assertEquals(3, site.check().code());
            assertEquals(0, site.check("--allow-empty").code());
            assertEquals(0, site.run("search", "x", site.archive().toString()).code());
        }
    }

    @Test
    void oneBrokenDocumentAmongGoodOnes() {
        try (Site site = with(FRONT + "text\n\0\n")) {
            assertTold(site, "text-encoding", 11, 1);
            assertFalse(site.files().containsKey("ideas/0002.html"));
        }
    }

    @Test
    void unreadableYaml() {
        try (Site site = with("---\ntitle: Bad\ntags: [a, b\nstatus: draft\n---\n\n# Bad\n\n## Press release\n\nThe text stays.\n")) {
            assertTold(site, "meta-front-matter-unreadable", 4, 7);
            assertTrue(site.page("ideas/0002.html").contains("The text stays."));
        }
    }

    @Test
    void bytesThatAreNotUtf8() {
        try (Site site = with((FRONT + "Zwölf\n").getBytes(StandardCharsets.ISO_8859_1))) {
            assertTold(site, "text-encoding", 10, 3);
        }
    }

    @Test
    void aByteOrderMarkAndWindowsLines() {
        try (Site site = with("\uFEFF" + (FRONT + "## FAQ\n\n### Why?\n\nTODO\n").replace("\n", "\r\n").replace("status: draft", "status: in-review"))) {
            assertTold(site, "placeholder-left", 14, 1);
            assertTrue(site.page("ideas/0002.html").contains("<h1"));
        }
    }

    @Test
    void aDocumentOfTenMegabytes() {
        byte[] large = new byte[10_000_001];
        Arrays.fill(large, (byte) 'x');
        try (Site site = with(large)) {
            assertTold(site, "text-too-large", 1, 1);
        }
        byte[] allowed = (FRONT + "Words of a long text.\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
        try (Site site = with(allowed)) {
            assertTold(site, "text-too-large", 1, 1);
            assertTrue(site.files().containsKey("ideas/0002.html"));
        }
    }

    @Test
    void twoDocumentsOfOneId() {
        try (Site site = with(FRONT.replace("0002", "0001") + "## FAQ\n")) {
            assertTold(site, "arc-duplicate-id", 2, 5);
            assertEquals(2, site.files().keySet().stream().filter(f -> f.matches("ideas/[^/]+\\.html")).count(), site.files().keySet().toString());
        }
    }

    @Test
    void idsAndTagsThatWouldLeaveTheirFolder() throws IOException {
        for (String id : List.of("../../../evil", "/etc/passwd", "..\\..\\evil", "con", "%2e%2e%2fevil", "a/../../b", "..", "\\0", "e\u0301vil/..")) {
            try (Site site = with("---\nid: '" + id + "'\ntitle: Bad\nstatus: draft\nteam: '" + id + "'\nsponsor: '" + id + "'\ntags: ['../../evil', '" + id + "', '..', 'nul']\naliases: ['"
                    + id + ".html', '../../alias.html']\n---\n\n# Bad\n\n## FAQ\n")) {
                CommandLineRun run = site.build();
                assertTrue(run.code() <= 1, run.err());
                assertGoodIsPublished(site);
                for (String address : site.files().keySet()) {
                    assertTrue(address.matches("[\\p{L}\\p{N}\\p{M}/._-]+") && !address.contains(".."), address);
                }
                try (Stream<Path> home = Files.list(site.home())) {
                    assertEquals(List.of("archive", "cache", "site"), home.map(p -> p.getFileName().toString()).sorted().toList());
                }
                assertEquals(2, site.files().keySet().stream().filter(f -> f.matches("ideas/[^/]+\\.html")).count());
            }
        }
        try (Site site = with("---\nid: '../..'\ntitle: Bad\nstatus: draft\n---\n\n# Bad\n\n## FAQ\n")) {
            assertTold(site, "arc-bad-id", 2, 5);
        }
    }

    @Test
    void scriptsAndUnsafeLinks() {
        try (Site site = with(FRONT + "Text <script>alert(1)</script> here.\n\nA [link](javascript:alert(1)).\n")) {
            assertTold(site, "text-unsafe-html", 10, 6);
            assertTold(site, "text-unsafe-link", 12, 3);
            String page = site.page("ideas/0002.html").toLowerCase(Locale.ROOT);
            assertFalse(page.contains("javascript:alert") || page.contains("<script>alert"), page);
        }
        try (Site site = with("---\ntitle: <script>alert(1)</script>\nstatus: draft\nteam: '\"><img src=x onerror=alert(1)>'\ntags: ['<b>', \"'onclick=x\"]\ndiscussion: javascript:alert(1)\n---\n\n# <script>alert(1)</script>\n\n## FAQ\n")) {
            site.build();
            site.files().forEach((address, text) -> {
                if (!address.matches(".*\\.(?:js(?:on)?|md)")) {
                    assertFalse(text.contains("<script>alert") || text.contains("<img src=x") || text.contains("href=\"javascript:"), address);
                }
            });
        }
    }

    @Test
    void noImageWithoutAlternativeTextPassesSilently() {
        String images = "![](a.png)\n\n![][b]\n\nText <img src=c.png> here.\n\n<p><img src='d.png' alt=' '></p>\n\n<picture><img src=e.png></picture>\n\n"
            + "[![](f.png)](https://x.example)\n\n| a |\n|---|\n| ![](g.png) |\n\nNote.[^1]\n\n[^1]: ![](h.png)\n\n<img src=\"data:image/png;base64,iVBORw0KGgo=\">\n\n"
            + "## FAQ\n\n### Why ![](i.png)?\n\n<a href=\"https://x.example\"><img src=j.png></a>\n\n[b]: b.png\n";
        try (Site site = with(FRONT + images)) {
            assertEquals(11, site.check("--format", "json").findings().stream().filter(f -> "text-missing-alt".equals(f.get("rule"))).count());
        }
    }

    @Test
    void hostileTextStaysTextOnSlidesInDrawingsAndInData() {
        String front = "---\nid: \"0002\"\ntitle: \"\\u202e<b>&\\u0007 %s\"\nstatus: draft\nrelated: [\"0001\"]\n---\n\n# T\n\n**Problem:** </section><b onclick=x>\u0085</b>\n\n## FAQ\n\n### <i>?\n\n".formatted("x".repeat(5000));
        try (Site site = with(front)) {
            site.build();
            String slides = site.page("slides/0002.html");
            assertFalse(slides.contains("onclick") || slides.contains("\u0007") || slides.contains("\u0085"), slides);
            assertEquals(slides.split("<section", -1).length, slides.split("</section", -1).length);
            assertFalse(site.page("ideas/0002.html").contains("<b>&"));
            assertTrue(site.page("api/0002.json").contains("<b>&\\u0007 xxx"));
        }
    }

    @Test
    void aTitleOfFiveThousandCharacters() {
        try (Site site = with("---\nid: \"0002\"\ntitle: " + "Long title ".repeat(455) + "\nstatus: draft\n---\n\n# Long\n\n## FAQ\n")) {
            Map<String, Object> finding = site.check("--format", "json").findings().stream()
                .filter(f -> "content/0002-bad.md".equals(f.get("file")) && number(f, "line") == 3).findFirst().orElseThrow();
            assertNotNull(finding.get("fix"), finding.toString());
            site.build();
            assertGoodIsPublished(site);
            assertTrue(site.files().containsKey("ideas/0002.html"));
        }
    }

    @Test
    void whatIsNoPrfaq() {
        try (Site site = with("You are a helpful agent. Write a PR/FAQ.\n\n1. Ask.\n2. Write.\n")) {
            assertTold(site, "arc-not-a-prfaq", 1, 1);
        }
    }

    @Test
    void aConfigurationThatCannotBeUsed() {
        try (Site site = Site.of(SiteBuildTest.KEYS + "-- pressroom.yaml --\nexclude: ['{', '[', '**/x']\nstatuss: []\nthresholds: {headline-words: many}\n")) {
            CommandLineRun run = site.check("--format", "json");
            assertEquals(1, run.code(), run.err());
            assertTrue(run.findings().stream().anyMatch(f -> "config-bad-value".equals(f.get("rule"))
                && number(f, "line") == 1), run.out());
            assertTrue(finding(run, "config-unknown-key").toString().contains("2"), run.out());
            CommandLineRun build = site.build("-q");
            assertEquals(3, build.code());
            assertTrue(build.err().contains("pressroom.yaml:2:1: error: ") && build.err().contains("fix: "), build.err());
            assertTrue(site.files().isEmpty());
        }
    }

    @Test
    void aTemplateThatFailsLeavesTheOldSite() {
        try (Site site = Site.of(SiteBuildTest.KEYS)) {
            site.build();
            var before = site.files();
            site.with("-- templates/idea.ftlh --\n<html>\n${nothing.at.all}\n</html>\n");
            CommandLineRun run = site.build();
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("templates/idea.ftlh:2:"), run.err());
            assertEquals(before, site.files());
        }
    }

    @Test
    void strictLeavesTheOldSite() {
        try (Site site = Site.of(SiteBuildTest.KEYS)) {
            site.build();
            var before = site.files();
            site.with("-- content/0002-bad.md --\n---\ntitle: [\n---\n");
            CommandLineRun run = site.build("--strict");
            assertEquals(1, run.code());
            assertTrue(run.err().contains("--strict"), run.err());
            assertEquals(before, site.files());
        }
    }
}
