package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.json.Json;

import java.util.Map;
import java.util.Objects;

/// What an archive says of its site: language, logo, accent colour, address, and its own templates and assets.
class SiteLookTest {

    private static final String LOGO = "-- brand/logo.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 1\"><path d=\"M0 0h4v1z\"/></svg>\n";

    private static Site site(String configuration, String... files) {
        return Site.of(SiteBuildTest.KEYS + String.join("", files) + "-- pressroom.yaml --\n" + configuration);
    }

    private static String file(Site site, String address) {
        return site.page(address);
    }

    private static Document page(Site site, String address) {
        return Jsoup.parse(file(site, address));
    }

    private static String styles(Site site) {
        return file(site, page(site, "index.html").select("link[rel=stylesheet]").attr("href"));
    }

    private static String told(Site site) {
        String told = site.check().out();
        assertTrue(told.contains("pressroom.yaml:"), told);
        return told;
    }

    @Test
    void theInterfaceSpeaksGermanAndJapanese() throws Exception {
        try (Site site = site("site: {language: de}")) {
            assertEquals(0, site.build().code());
            Document home = page(site, "index.html");
            assertEquals("de", home.select("html").attr("lang"));
            assertEquals("Ideen", home.select(".site-header nav a").getFirst().text());
            Map<?, ?> texts = (Map<?, ?>) Objects.requireNonNull(Json.read(page(site, "search.html").select("#search-words").attr("data-texts")));
            assertEquals("Mehr zeigen", texts.get("search-page.more"));
            assertEquals("{0} Ideen", texts.get("ideas.other"));
            site.with("-- pressroom.yaml --\nsite: {language: ja}\n");
            assertEquals(0, site.build().code());
            assertEquals("ja", page(site, "index.html").select("html").attr("lang"));
            assertTrue(file(site, "index.html").contains("以前に試されたことは？"));
        }
    }

    @Test
    void aFurtherLanguageIsOneFile() {
        String french = "-- messages/messages_fr.properties --\nnav.ideas = Idées\nnav.brows = Parcourir\n";
        try (Site site = site("site: {language: fr}", french)) {
            String told = site.check().out();
            assertTrue(told.contains("messages/messages_fr.properties:2:1: error: there is no message `nav.brows`"), told);
            assertTrue(told.contains("did you mean `nav.browse`?"), told);
            site.build();
            Document home = page(site, "index.html");
            assertEquals("fr", home.select("html").attr("lang"));
            assertTrue(home.select(".site-header nav").text().startsWith("Idées "), home.select(".site-header nav").text());
            assertEquals("Search every idea", home.select("h1").text());
        }
    }

    @Test
    void anUnknownLanguageIsTold() {
        try (Site site = site("site: {language: dee}")) {
            String told = told(site);
            assertTrue(told.contains("the interface has no language `dee`"), told);
            assertTrue(told.contains("did you mean `de`? there are `de`, `en`, `ja`"), told);
            assertEquals(3, site.build().code());
        }
    }

    @Test
    void aLogoStandsInTheHeaderUnderTheSitesName() {
        try (Site site = site("site: {name: Key & Co, logo: brand/logo.svg}", LOGO)) {
            assertEquals(0, site.build().code());
            String address = page(site, "index.html").select("a.brand > img").attr("src");
            assertTrue(address.matches("assets/site-logo\\.[0-9a-f]{10}\\.svg"), address);
            assertEquals("Key & Co", page(site, "index.html").select("a.brand > img").attr("alt"));
            assertTrue(file(site, address).contains("viewBox"));
            assertTrue(styles(site).contains(".logo {"));
        }
    }

    @Test
    void aLogoThatCantBeShownIsTold() {
        try (Site site = site("site: {logo: brand/none.svg}", LOGO)) {
            assertTrue(told(site).contains("the logo `brand/none.svg` does not exist"));
            site.with("-- pressroom.yaml --\nsite: {logo: pressroom.yaml}");
            assertTrue(told(site).contains("is not a picture that browsers can show"));
            site.with("-- brand/logo.svg --\n<svg onload='x()'/>\n-- pressroom.yaml --\nsite: {logo: brand/logo.svg}");
            assertTrue(told(site).contains("could run scripts"));
            site.write("brand/logo.png", new byte[100_001]).with("-- pressroom.yaml --\nsite: {logo: brand/logo.png}");
            assertTrue(told(site).contains("has more than 100 kB"));
            assertEquals(3, site.build().code());
        }
    }

    @Test
    void anAccentColoursLinksAndFindsItsShadeForTheNight() {
        try (Site site = site("site: {accent: \"#a0f\"}")) {
            assertEquals(0, site.build().code());
            String styles = styles(site);
            assertTrue(styles.contains("--link: #aa00ff;"), styles);
            String night = styles.substring(styles.lastIndexOf("--link: #"));
            assertFalse(night.startsWith("--link: #aa00ff"), night);
            site.with("-- pressroom.yaml --\nsite: {accent: {light: \"#064\", dark: \"#8fb\"}}");
            assertEquals(0, site.build().code());
            assertTrue(styles(site).contains("--link: #006644;") && styles(site).contains("--link: #88ffbb;"));
        }
    }

    @Test
    void anAccentThatCantBeReadIsToldWithItsContrast() {
        try (Site site = site("site: {accent: \"#fc0\"}")) {
            String told = told(site);
            assertTrue(told.contains("links in `#ffcc00` can't be read on light pages: the contrast is 1.5:1, and 4.5:1 is needed"), told);
            site.with("-- pressroom.yaml --\nsite: {accent: {dark: \"#123\"}}");
            assertTrue(told(site).contains("can't be read on dark pages"));
        }
    }

    @Test
    void withABaseAddressMachinesFindTheirWay() {
        try (Site site = site("site: {name: Key & Co}")) {
            assertEquals(0, site.build("--base-url", "https://ideas.example.com/a/").code());
            Document map = Jsoup.parse(file(site, "sitemap.xml"), org.jsoup.parser.Parser.xmlParser());
            assertTrue(map.select("loc").eachText().contains("https://ideas.example.com/a/ideas.html"));
            assertFalse(file(site, "sitemap.xml").contains("404"));
            Document idea = page(site, "ideas/0001.html");
            assertEquals("https://ideas.example.com/a/ideas/0001.html", idea.select("meta[property=og:url]").attr("content"));
            assertEquals("article", idea.select("meta[property=og:type]").attr("content"));
            assertEquals("website", page(site, "ideas.html").select("meta[property=og:type]").attr("content"));
            assertEquals(idea.select("meta[name=description]").attr("content"), idea.select("p.lead").text());
            assertEquals("../opensearch.xml", idea.select("link[rel=search]").attr("href"));
            Document search = Jsoup.parse(file(site, "opensearch.xml"), org.jsoup.parser.Parser.xmlParser());
            assertEquals("Key & Co", search.select("ShortName").text());
            assertEquals("https://ideas.example.com/a/search.html?q={searchTerms}", search.select("Url").attr("template"));
            assertEquals("User-agent: *\nDisallow: /\n", file(site, "robots.txt"));
        }
    }

    @Test
    void withoutABaseAddressThereIsADescriptionAlone() {
        try (Site site = site("site: {index: true}")) {
            assertEquals(0, site.build().code());
            assertFalse(site.files().containsKey("sitemap.xml") || site.files().containsKey("opensearch.xml"));
            Document idea = page(site, "ideas/0001.html");
            assertEquals(1, idea.select("meta[name=description]").size());
            assertEquals(0, idea.select("meta[property^=og:], link[rel=search]").size());
            assertEquals(0, idea.select("meta[name=robots]").size());
            assertEquals("User-agent: *\nAllow: /\n", file(site, "robots.txt"));
            assertEquals(0, site.build("--base-url", "https://ideas.example.com/").code());
            assertTrue(file(site, "robots.txt").endsWith("Sitemap: https://ideas.example.com/sitemap.xml\n"));
        }
    }

    @Test
    void oneTemplatePartAndOneAssetAreReplaced() {
        try (Site site = site("", "-- templates/404.ftlh --\n<p>Gone from ${site.name}: ${msg(\"missing.title\")}</p>\n"
                + "-- assets/icon.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"own\"/>\n")) {
            assertEquals(0, site.build().code());
            assertEquals("<p>Gone from Pressroom: Not found</p>", file(site, "404.html"));
            assertTrue(file(site, page(site, "index.html").select("link[rel=icon]").attr("href")).contains("id=\"own\""));
        }
    }

    @Test
    void aTemplateThatFailsIsToldWithItsPlaceAndThePage() {
        try (Site site = site("", "-- templates/404.ftlh --\n<p>Fine</p>\n")) {
            assertEquals(0, site.build().code());
            String before = file(site, "404.html");
            site.with("-- templates/404.ftlh --\n<p>\n  ${msg(\"no.such\")}</p>\n");
            var run = site.build();
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("templates/404.ftlh:2:"), run.err());
            assertTrue(run.err().contains("no message 'no.such'"), run.err());
            assertTrue(run.err().contains("(while making 404.html)") && run.err().contains("[template-error]"), run.err());
            assertEquals(before, file(site, "404.html"));
        }
    }
}
