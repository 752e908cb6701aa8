package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pressroom.Site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which files of an archive come onto the site, and under which names.
class AttachmentsTest {

    private static final String PAGE = "<html><script>alert(document.domain)</script>";

    private static Site linking(String... files) {
        StringBuilder links = new StringBuilder();
        for (String file : files) {
            links.append("\n[").append("words of the link").append("](<").append(file).append(">)\n");
        }
        return Site.of(Site.document("0001", "Keys by post").replace("### Solution\n", "### Solution\n" + links));
    }

    private static List<String> attached(Site site) {
        return site.files().keySet().stream().filter(address -> address.startsWith("files/")).toList();
    }

    @TestFactory
    Stream<DynamicTest> whatABrowserCouldTakeForAPageStaysOut() {
        return Stream.of("x.html", "x.htm", "x.xhtml", "x.xml", "x.shtml", "x.svgz", "x.mht", "x.eml", "x.drawio", "x.puml", "x.toml", "x.key", "x.pages", "x.numbers",
                "x.sql", "x.txt", "x.csv", "x.tsv", "x.json", "x.log", "x.yaml", "x.ics", "x.pdf", "x.docx", "x.zip", "x.mp4", "x.html.txt", "x.PDF", "X.CSV",
                "x", "x.", "x.txt.", "x.php", "x.svg.txt", "noext/x", "x.wasm", "x.hta", "x.swf", "x.js", "x.mjs")
            .map(file -> DynamicTest.dynamicTest(file, () -> {
                try (Site site = linking(file)) {
                    site.write("content/" + file, PAGE.getBytes(StandardCharsets.UTF_8));
                    assertEquals(0, site.build().code());
                    assertEquals(List.of(), attached(site));
                    assertTrue(site.files().values().stream().noneMatch(text -> text.contains(PAGE)));
                    assertWithheld(site, file);
                }
            }));
    }

    private static void assertWithheld(Site site, String file) {
        List<Map<String, Object>> found = site.check("--format", "json").findings().stream()
            .filter(finding -> "arc-file-withheld".equals(finding.get("rule"))).toList();
        assertEquals(1, found.size(), file);
        assertEquals("info", found.getFirst().get("severity"));
        assertEquals("content/0001.md", found.getFirst().get("file"));
        assertTrue(String.valueOf(found.getFirst().get("message")).contains("`" + file + "` is not published: "), found.toString());
        var page = Jsoup.parse(site.page("ideas/0001.html"));
        assertEquals(0, page.select("a:contains(words of the link)").size());
        assertEquals("words of the link", page.select(".withheld-link").text());
    }

    @TestFactory
    Stream<DynamicTest> howeverThePageBegins() {
        return Map.of("white space", "\n\t \f\r" + PAGE, "much of it", " ".repeat(4000) + PAGE, "a byte order mark", "\uFEFF" + PAGE, "two", "\uFEFF\uFEFF " + PAGE,
                "a comment", "<!-- x -->" + PAGE, "an instruction", "<?xml version='1.0'?>" + PAGE, "a doctype", "<!doctype html>x", "an unknown element", "<x-y>x",
                "a space of another script", "\u00A0\u2003" + PAGE, "a NUL", "\0" + PAGE)
            .entrySet().stream().flatMap(form -> Stream.of("txt", "csv", "toml", "bmp").map(ending -> DynamicTest.dynamicTest(form.getKey() + "." + ending, () -> {
                try (Site site = linking("x." + ending)) {
                    site.write("content/x." + ending, form.getValue().getBytes(StandardCharsets.UTF_8)).build();
                    assertEquals(List.of(), attached(site));
                }
            })));
    }

    @Test
    void inWhateverEncoding() {
        try (Site site = linking("a.txt", "b.txt", "c.json", "d.txt")) {
            site.write("content/a.txt", ("\uFEFF" + PAGE).getBytes(StandardCharsets.UTF_16LE))
                .write("content/b.txt", ("\uFEFF" + PAGE).getBytes(StandardCharsets.UTF_16BE))
                .write("content/c.json", PAGE.getBytes(StandardCharsets.UTF_16BE))
                .write("content/d.txt", ("\uFEFFLetters home").getBytes(StandardCharsets.UTF_16LE)).build();
            assertEquals(List.of("files/d.txt"), attached(site));
        }
    }

    @Test
    void theOriginalOfADocumentTooStaysOutWhenItBeginsLikeAPage() {
        try (Site site = Site.of("-- content/0001.md --\n\u00A0 <h1>Keys</h1>\n\nSee.\n-- content/0002.md --\n# Doors\n\nWords.\n")) {
            site.build();
            assertFalse(site.files().containsKey("raw/0001.md"));
            assertTrue(site.files().containsKey("raw/0002.md"));
        }
    }

    @Test
    void kindsThatServersKnowStayAndOtherTextsBecomeTxt() {
        try (Site site = linking("a.csv", "b.TOML", "c.puml", "d.py", "LICENSE", "e.html.bmp", "f.PDF", "g.tar.gz", "h.key", "v1.2.json", "i.tex~")) {
            for (String text : List.of("a.csv", "b.TOML", "c.puml", "d.py", "LICENSE", "v1.2.json", "i.tex~")) {
                site.write("content/" + text, "a = 1 < 2\n".getBytes(StandardCharsets.UTF_8));
            }
            for (String binary : List.of("e.html.bmp", "f.PDF", "g.tar.gz", "h.key")) {
                site.write("content/" + binary, new byte[] {'P', 'K', 3, 4, 0, (byte) 0xff});
            }
            assertEquals(0, site.build().code());
            assertEquals(Set.of("files/a.csv", "files/b-toml.txt", "files/c-puml.txt", "files/d-py.txt", "files/license.txt", "files/e-html.bmp",
                "files/f.pdf", "files/v1-2.json", "files/i-tex.txt"), Set.copyOf(attached(site)));
            List<Object> withheld = site.check("--format", "json").findings().stream()
                .filter(finding -> "arc-file-withheld".equals(finding.get("rule"))).map(finding -> finding.get("message")).toList();
            assertEquals(List.of("the file `g.tar.gz` is not published: web servers have no type for .gz",
                "the file `h.key` is not published: web servers have no type for .key"), withheld);
        }
    }

    @Test
    void aTextThatIsNoUtf8OrTooLongIsNoTxt() {
        try (Site site = linking("a.toml", "b.toml", "c.toml", "d.toml")) {
            site.write("content/a.toml", new byte[] {'x', (byte) 0xC3, 'y'}).write("content/b.toml", "bell\u0007".getBytes(StandardCharsets.UTF_8))
                .write("content/c.toml", "x".repeat(2_000_001).getBytes(StandardCharsets.UTF_8))
                .write("content/d.toml", "x".repeat(2_000_000).getBytes(StandardCharsets.UTF_8)).build();
            assertEquals(List.of("files/d-toml.txt"), attached(site));
        }
    }

    @Test
    void picturesAnywhereInTheArchiveArePublishedWhenADocumentShowsThem() {
        try (Site site = Site.of("""
                -- content/2020/0001.md --
                ---
                title: Keys
                status: draft
                ---
                ![a](beside.svg) ![b](../above.svg) ![c](../../assets/plan.svg) ![d](../../brand/deep/x.svg) <img src="../../root.svg" alt="e">
                -- content/beside.svg --
                no
                """)) {
            for (String path : List.of("content/2020/beside.svg", "content/above.svg", "assets/plan.svg", "brand/deep/x.svg", "root.svg", "assets/other.svg",
                    "brand/other.svg", "content/other.svg")) {
                site.with("-- " + path + " --\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"4\"><rect width=\"2\" height=\"2\"/></svg>\n");
            }
            site.with("-- assets/tool.py --\nprint(1)\n-- assets/prices.csv --\n1,2\n-- assets/page.html --\n<p>x</p>\n");
            assertEquals(0, site.check().code());
            site.build();
            assertEquals(List.of("files/2020/beside.svg", "files/above.svg", "files/assets/plan.svg", "files/brand/deep/x.svg", "files/root.svg"), attached(site));
            assertTrue(site.files().keySet().stream().noneMatch(address -> address.matches("assets/(?:plan|other|tool|prices|page)\\..*")), site.files().keySet().toString());
            assertEquals(List.of("3", "3", "3", "3", "3"), Jsoup.parse(site.page("ideas/0001.html")).select("main article img, main img").eachAttr("width").stream().limit(5).toList());
        }
    }

    @Test
    void whatIsExcludedIsNotAttachedFromAnywhere() {
        try (Site site = linking("private/a.csv", "../brand/b.csv", "../brand/c.csv")) {
            site.with("-- pressroom.yaml --\nexclude: [\"private/**\", \"brand/b.csv\"]\nseverities: {arc-link-broken: warning}\n"
                + "-- content/private/a.csv --\n1\n-- brand/b.csv --\n1\n-- brand/c.csv --\n1\n").build();
            assertEquals(List.of("files/brand/c.csv"), attached(site));
        }
    }

    @Test
    void configurationAndBaselineAreNeverAttached() {
        try (Site site = linking("../pressroom.yaml", "../known.json")) {
            site.with("-- pressroom.yaml --\nbaseline: known.json\nseverities: {arc-link-broken: warning}\n-- known.json --\n" + "{}\n").build();
            assertEquals(List.of(), attached(site));
        }
    }

    @Test
    void aFileOfARestrictedDocumentStaysOutWhereverItLies() {
        try (Site site = Site.of(Site.document("0001", "Keys by post") + """
                -- content/0002.md --
                ---
                title: Secret
                visibility: restricted
                ---
                ![p](../assets/plan-zebra.png) ![q](../zebra.png) [r](zebra.toml) ![s](../assets/icon.svg)
                -- assets/plan-zebra.png --
                zebrabytes
                -- zebra.png --
                zebrabytes
                -- content/zebra.toml --
                zebra
                """)) {
            site.build();
            assertTrue(site.files().entrySet().stream().noneMatch(file -> (file.getKey() + file.getValue()).contains("zebra")));
        }
    }

    @Test
    void twoNamesThatDifferByCaseAloneHaveTwoAddresses() {
        try (Site site = linking("a.csv", "A.csv", "../a.csv")) {
            site.with("-- content/a.csv --\n1\n-- content/A.csv --\n2\n-- a.csv --\n3\n").build();
            List<String> attached = attached(site);
            assertEquals(3, attached.size(), attached.toString());
            assertEquals(3, attached.stream().map(site::page).distinct().count());
        }
    }

    @Test
    void aPictureThatIsKeptBackIsMissedWithItsReason() {
        try (Site site = Site.of(Site.document("0001", "Keys by post").replace("### Solution\n", "### Solution\n\n![a plan](x.svg)\n")
                + "-- content/x.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>\n")) {
            var run = site.build();
            assertEquals(1, run.code());
            assertTrue(run.err().contains("the image `x.svg` is not published: the picture "), run.err());
            assertEquals(List.of(), attached(site));
            assertEquals("a plan", Jsoup.parse(site.page("ideas/0001.html")).select(".broken-link").text());
        }
    }

    @Test
    void photographsArePublishedWithoutWhatTheyNote() {
        byte[] picture = "GIF89a\1\0\1\0\200\0\0\377\377\377\0\0\0!\376\5zebra\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;".getBytes(StandardCharsets.ISO_8859_1);
        try (Site site = linking("x.gif", "not.gif")) {
            site.write("content/x.gif", picture).write("content/not.gif", new byte[] {1, 2, 3, 4}).build();
            assertEquals(List.of("files/x.gif"), attached(site));
            assertFalse(site.files().getOrDefault("files/x.gif", "zebra").contains("zebra"));
            site.with("-- pressroom.yaml --\nkeep-image-metadata: true\n").build();
            assertEquals(new String(picture, StandardCharsets.ISO_8859_1), site.files().get("files/x.gif"));
        }
    }

    @Test
    void aTreeOfGitGivesTheSame() {
        try (Site site = linking("a.toml", "b.html", "../out.csv", "c.csv")) {
            site.with("-- content/a.toml --\na = 1\n-- content/b.html --\n<p>\n-- out.csv --\n1\n").write("content/c.csv", new byte[6000])
                .commit("2024-03-01T10:00:00+01:00", "Ada <ada@example.com>");
            site.build("--ref", "HEAD");
            assertEquals(List.of("files/a-toml.txt", "files/c.csv", "files/out.csv"), attached(site));
        }
    }
}
