package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pressroom.Site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the theme of an archive may do to the site, and what only whoever builds can let it do.
class ThemeScriptsTest {

    private static final String FLAG = "--allow-theme-scripts";

    private static Site site(String theme) {
        return Site.of(Site.document("0001", "Keys by post") + theme);
    }

    private static List<String> assets(Site site) {
        return site.files().keySet().stream().filter(address -> address.startsWith("assets/")).map(address -> address.replaceAll("\\.[0-9a-f]{10}", "")).toList();
    }

    private static String ours(String template) {
        try {
            return Files.readString(Path.of("templates", template));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void scriptsAndPagesInAssetsAreNotTakenUnasked() {
        try (Site site = site("-- assets/site.js --\nalert('evil')\n-- assets/mine.mjs --\nalert('evil')\n-- assets/evil.html --\n<script>alert('evil')</script>\n"
                + "-- assets/icon.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert('evil')\"/>\n"
                + "-- templates/404.ftlh --\n<p>${site.name}: ${\"mine.mjs\"} ${\"evil.html\"}</p>\n")) {
            var run = site.build();
            assertEquals(0, run.code(), run.err());
            assertTrue(site.files().values().stream().noneMatch(text -> text.contains("alert('evil')")));
            for (String name : List.of("site.js", "mine.mjs", "evil.html")) {
                assertTrue(run.err().contains("assets/" + name + " was not used: files that run on every page are used from an archive only with " + FLAG), run.err());
            }
            assertTrue(run.err().contains("assets/icon.svg was not used: the picture "), run.err());
            assertTrue(assets(site).containsAll(List.of("assets/site.js", "assets/icon.svg")));
        }
    }

    @Test
    void onlyWhatTheThemeNamesIsTaken() {
        try (Site site = site("-- assets/site.css --\nbody { background: url(img/back.png) } p { background: url('none.png') }\n-- assets/img/back.png --\nb\n"
                + "-- assets/extra.css --\np { cursor: url(../x.png), url(c.png) }\n-- assets/c.png --\nc\n-- assets/brand.png --\nd\n-- assets/other.png --\ne\n"
                + "-- assets/other.css --\nb { background: url(deep.png) }\n-- assets/deep.png --\nf\n-- assets/page.html --\nf\n-- assets/data.csv --\n1\n-- assets/tool.py --\ng\n"
                + "-- templates/404.ftlh --\n<p>${site.assets[\"brand.png\"]} ${site.assets['extra.css']}</p>\n")) {
            var run = site.build();
            assertEquals(0, run.code(), run.err());
            List<String> taken = assets(site);
            assertTrue(taken.containsAll(List.of("assets/site.css", "assets/img/back.png", "assets/extra.css", "assets/c.png", "assets/brand.png")), taken.toString());
            assertTrue(taken.stream().noneMatch(name -> name.matches("assets/(?:other|deep|page|data|tool).*")), taken.toString());
        }
    }

    @Test
    void withTheFlagTheThemeRuns() {
        String layout = ours("layout.ftlh").replace("</head>", "<script src=\"${root}${site.assets[\"mine.js\"]}\" defer></script>\n</head>");
        try (Site site = site("-- templates/layout.ftlh --\n" + layout + "-- assets/mine.js --\nwindow.mine = 1;\n-- assets/site.js --\nwindow.ours = 1;\n")) {
            assertEquals(1, site.build().code());
            var run = site.build(FLAG);
            assertEquals(0, run.code(), run.err());
            Document page = Jsoup.parse(site.page("ideas/0001.html"));
            assertEquals(2, page.select("script[src*=mine], script[src*=site]").size());
            assertEquals(List.of(page.select("script").attr("nonce")), page.select("script").eachAttr("nonce").stream().distinct().toList());
            assertTrue(site.page(page.select("script[src*=mine]").attr("src").substring(3)).contains("window.mine"));
            assertTrue(site.page(page.select("script[src*='assets/site.']").attr("src").substring(3)).contains("window.ours"));
        }
    }

    @TestFactory
    Stream<DynamicTest> aTemplateThatWritesAScriptIsAnErrorAndTheOldSiteStays() {
        return Stream.of("<script>alert(1)</script>", "<SCRIPT src='https://elsewhere.example/x.js'></SCRIPT>", "<script src=\"${root}files/x.txt\"></script>",
                "<script src=\"${root}${site.assets[\"site.js\"]}x\"></script>", "<script data-x src=\"${root}${site.assets[\"site.js\"]}\">", "<p onclick=alert(1)>x</p>",
                "<img src=x\n/onerror = 'alert(1)'>", "<a href=' javascript:alert(1)'>x</a>", "<svg><svg:script>1</svg:script></svg>", "<!-- <script>1</script> -->",
                "<b title='>' onmouseover=x>", "${\"<script>1</script>\"?no_esc}")
            .map(evil -> DynamicTest.dynamicTest(evil, () -> {
                try (Site site = site("")) {
                    site.build();
                    var before = site.files();
                    site.with("-- templates/stale.ftlh --\n" + ours("stale.ftlh").replaceFirst("(?s)</@layout.frame>", "").concat(evil + "</@layout.frame>\n"));
                    var run = site.build();
                    assertEquals(1, run.code(), run.err());
                    assertTrue(run.err().contains("[template-error]") && run.err().contains("templates/stale.ftlh") && run.err().contains(FLAG), run.err());
                    assertEquals(before, site.files());
                }
            }));
    }

    @Test
    void aFeedStaysAFeed() {
        for (String feed : List.of("<html xmlns=\"http://www.w3.org/1999/xhtml\"><x/></html>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><h:b xmlns:h='http://www.w3.org/1999/xhtml'/></feed>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet href='x'?><feed xmlns=\"http://www.w3.org/2005/Atom\"/>")) {
            try (Site site = site("-- templates/feed.ftlx --\n" + feed)) {
                var run = site.build();
                assertEquals(1, run.code());
                assertTrue(run.err().contains("templates/feed.ftlx") && run.err().contains("must make an Atom feed"), run.err());
            }
        }
        try (Site site = site("-- templates/feed.ftlx --\n" + ours("feed.ftlx").replace("<generator", "<rights>ours</rights>\n  <generator"))) {
            assertEquals(0, site.build().code());
            assertTrue(site.page("feed.xml").contains("<rights>ours"));
        }
    }

    @Test
    void aTemplateCannotDoWithoutThePolicy() {
        String frame = "<!DOCTYPE html><html><head><title>x</title><link rel=\"stylesheet\" href=\"x.css\"></head><body class=\"a\"><h1>${page.title}</h1></body></html>";
        for (String template : List.of(frame, "<!-- " + "${policy}" + " -->" + frame, frame.replace("<head>", "<head><meta charset='utf-8'><img src='x'>${policy}"),
                "<template>${policy}</template>" + frame, "<p class=\"a\">x", frame.replace("<!DOCTYPE html>", ""))) {
            try (Site site = site("-- templates/idea.ftlh --\n" + template)) {
                var run = site.build();
                assertEquals(0, run.code(), run.err());
                Document page = Jsoup.parse(site.page("ideas/0001.html"));
                assertEquals("meta", page.head().child(0).tagName(), template);
                assertEquals("Content-Security-Policy", page.head().child(0).attr("http-equiv"), template);
                assertTrue(page.head().child(0).attr("content").startsWith("default-src 'none'; script-src 'nonce-"), template);
            }
        }
    }

    @Test
    void aCopyOfOurOwnTemplatesStaysAsItIs() {
        try (Site plain = site("-- notes.txt --\n"); Site copied = site("-- templates/layout.ftlh --\n" + ours("layout.ftlh") + "\n-- templates/redirect.ftlh --\n" + ours("redirect.ftlh") + "\n")) {
            plain.build();
            assertEquals(0, copied.build().code());
            assertEquals(plain.files(), copied.files());
        }
    }

    @Test
    void anOlderCopyOfTheLayoutStillWorks() {
        String older = ours("layout.ftlh").replace("${policy}", "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">");
        try (Site site = site("-- templates/layout.ftlh --\n" + older)) {
            assertEquals(0, site.build().code());
            Document page = Jsoup.parse(site.page("index.html"));
            assertEquals(2, page.select("meta[http-equiv=Content-Security-Policy]").size());
            assertFalse(page.select("script").attr("nonce").isEmpty());
        }
    }
}
