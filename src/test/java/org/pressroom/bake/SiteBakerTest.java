package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.pressroom.catalog.Entry;
import org.pressroom.files.SafeFolder;
import org.pressroom.files.Staging;
import org.pressroom.json.Json;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

@Isolated("sets the locale and the time zone of the whole process")
class SiteBakerTest {

    private static final String CSP = "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'";

    @TempDir
    private Path folder;

    private static ArchiveFixture archive() {
        return new ArchiveFixture()
            .with("ideas/2019/0001-mailbox.md", """
                ---
                id: "0001"
                title: Melinda, the smart mailbox
                status: superseded
                outcome: launched
                result: mixed
                authors: [Ana Lima <ana@example.org>]
                sponsor: Jo Park
                team: Home Delivery
                tags: [delivery, hardware]
                created: 2019-03-04
                launched: 2020-06-30
                decision: {date: 2019-05-02, deciders: [Mo Reed, Sam Ode, Jo Park], text: "Worth trying in one city."}
                prediction: {text: "40 % signed for", by: 2021-06}
                actual: 31 % after 14 months
                discussion: "https://talk.example.org/1?a=b&c=d"
                tracking: "javascript:alert(1)"
                ---

                # Melinda, the smart mailbox

                *A box that signs for you.*

                **The problem:** Parcels are [left outside](0002-locker.md#q-who-pays), see [nothing](gone.md).

                **The solution:** A box. ![A box](box.svg) ![Lost](lost.svg)

                ## Internal FAQ

                ### What does it cost?

                | a | b |
                |---|---:|
                | 1 | 2 |

                ### What could fail?

                The lock.
                """)
            .with("ideas/2019/0002-locker.md", """
                ---
                id: "0002"
                title: Lockers at stations
                status: declined
                authors: [Jo Park]
                team: Home Delivery
                tags: [delivery]
                created: 2019-06-01
                decision: {date: 2019-09-10, deciders: [Mo Reed], reason: too-small}
                supersedes: ["0001"]
                related: ["0001"]
                ---

                # Lockers at stations

                **The problem:** People are not at home.

                ## FAQ

                ### Who pays?

                The sender.
                """)
            .asset("ideas/2019/box.svg", "files/ideas/2019/box.svg")
            .findings("ideas/2019/0001-mailbox.md", new FindingCounts(1, 2, 3));
    }

    @Test
    void writesEveryPageAndNamesItInItsReport() throws Exception {
        BakedSite site = archive().bake(folder);
        List<String> onDisk = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile).forEach(f -> onDisk.add(folder.relativize(f).toString()));
        }
        assertEquals(onDisk.stream().sorted().toList(), site.addresses());
        assertTrue(site.addresses().containsAll(List.of("index.html", "ideas.html", "ideas/0001.html",
            "ideas/0002.html", "status/declined.html", "status/declined.xml", "status.html", "outcome/launched.html",
            "result/mixed.html", "team/home-delivery.html", "owner/jo-park.html", "tag/delivery.html", "year/2019.html",
            "404.html", "ideas.json", "feed.xml", "robots.txt", "slides/0001.html", "api/0001.json", "raw/0001.md")), () -> site.addresses().toString());
        assertEquals(site.pages().size(), site.report().pages());
        assertFalse(site.addresses().contains("search.html"));
        for (String address : site.addresses()) {
            assertTrue(Files.size(folder.resolve(address)) > 0, address);
        }
    }

    @Test
    void everyRelativeLinkLeadsToAFileAndAFragment() throws Exception {
        BakedSite site = archive().bake(folder);
        for (String address : site.pages()) {
            Document page = site.page(address);
            for (Element element : page.select("[href], [src], form[action]")) {
                String link = element.hasAttr("href") ? element.attr("href")
                    : element.hasAttr("src") ? element.attr("src") : element.attr("action");
                if (link.startsWith("https://") || link.contains("files/")) {
                    continue;
                }
                assertFalse(link.startsWith("/") || link.contains("://") || link.isEmpty(), address + ": " + link);
                URI target = URI.create("site:/" + address.replace(' ', '_')).resolve(link);
                String file = URLDecoder.decode(target.getRawPath().substring(1), StandardCharsets.UTF_8);
                assertTrue(site.addresses().contains(file), address + ": " + link);
                if (target.getFragment() != null) {
                    Document there = file.equals(address) ? page : site.page(file);
                    assertNotNull(there.getElementById(target.getFragment()), address + ": " + link);
                }
            }
        }
    }

    @Test
    void everyPageHasThePolicyAndNothingInline() throws Exception {
        BakedSite site = archive().bake(folder);
        Set<String> nonces = new HashSet<>();
        for (String address : site.pages()) {
            Document page = site.page(address);
            Element first = Objects.requireNonNull(page.selectFirst("script"));
            assertTrue(first.attr("nonce").matches("[\\w-]{24}"), address);
            assertEquals(CSP.formatted(first.attr("nonce")), page.select("meta[http-equiv=Content-Security-Policy]").attr("content"), address);
            assertEquals(Set.of(first.attr("nonce")), Set.copyOf(page.select("script").eachAttr("nonce")), address);
            nonces.add(first.attr("nonce"));
            String inline = "[style], style, script:not([src]), [onclick], [onload], base";
            assertEquals(0, page.select(inline).size(), address);
            assertEquals(1, page.select("h1").size(), address);
            assertEquals(1, page.select("main").size(), address);
            assertEquals("noindex", page.select("meta[name=robots]").attr("content"), address);
            assertEquals(Href.root(address), page.body().attr("data-root"), address);
            List<String> ids = page.select("[id]").eachAttr("id");
            assertEquals(ids.stream().distinct().toList(), ids, address);
        }
        assertEquals(site.pages().size(), nonces.size());
    }

    @Test
    void anIdeaTellsItsDecisionItsPromiseAndItsRelations() throws Exception {
        Document page = archive().bake(folder).page("ideas/0001.html");
        assertEquals("Approved on 2 May 2019 by Mo Reed, Sam Ode and Jo Park.", page.select(".decision").text());
        assertEquals("Worth trying in one city.", page.select(".verdict .because").text());
        assertTrue(page.select(".promise").text().contains("40 % signed for"));
        assertTrue(page.select(".promise").text().contains("31 % after 14 months"));
        assertEquals("Superseded by Lockers at stations", page.select(".notice").text());
        assertEquals("The checks found 1 error and 2 warnings in this document.", page.select(".findings").text());
        assertEquals("https://talk.example.org/1?a=b&c=d", page.select("a:contains(Discussion)").attr("href"));
        assertEquals(0, page.select("a:contains(Tracking)").size());
        assertFalse(page.html().contains("ana@example.org"), "mail addresses are not published");
        assertEquals(List.of("q-what-does-it-cost", "q-what-could-fail"),
            page.select(".question details").eachAttr("id"));
        Document declined = archive().bake(Files.createDirectory(folder.resolve("again"))).page("ideas/0002.html");
        assertEquals("Declined on 10 September 2019 by Mo Reed. Reason: Too small.",
            declined.select(".decision").text());
    }

    @Test
    void linksOfTheTextAreResolvedAndBrokenOnesSayWhy() throws Exception {
        Document page = archive().bake(folder).page("ideas/0001.html");
        assertEquals("../ideas/0002.html#q-who-pays", page.select("a:contains(left outside)").attr("href"));
        assertEquals("This link is broken: there is no file ideas/2019/gone.md",
            page.select(".broken-link:contains(nothing)").attr("title"));
        assertEquals("../files/ideas/2019/box.svg", page.select("img").attr("src"));
        assertEquals("A box", page.select("img").attr("alt"));
        assertEquals("Lost", page.select(".broken-link").get(1).text());
        assertFalse(page.html().chars().anyMatch(c -> c > 0 && c < 5), "no placeholder is left");
    }

    @Test
    void listsArePagedByFiftyBesideTheirFirstPage() throws Exception {
        ArchiveFixture archive = new ArchiveFixture();
        for (int i = 1; i <= 101; i++) {
            archive.idea("%04d".formatted(i), "title: Idea " + i, "status: draft", "tags: [page, many]",
                "created: 2020-01-01");
        }
        BakedSite site = archive.bake(folder);
        assertEquals(50, site.page("ideas.html").select("tbody tr").size());
        assertEquals(1, site.page("list/page/3.html").select("tbody tr").size());
        assertEquals("../../list/page/2.html", site.page("list/page/3.html").select("a[rel=prev]").attr("href"));
        assertEquals(50, site.page("tag/many/page/2.html").select("tbody tr").size());
        assertEquals("0101", site.page("ideas.html").select("tbody .col-id").get(0).text());
        String reserved = site.addresses().stream().filter(a -> a.matches("tag/page-x\\w+\\.html"))
            .findFirst().orElseThrow();
        assertEquals(50, site.page(reserved).select("tbody tr").size());
        assertFalse(site.addresses().contains("list/page/4.html"));
    }

    @Test
    void hostileTextIsShownAsText() throws Exception {
        String bomb = "<script>alert(1)</script>";
        BakedSite site = new ArchiveFixture().named(bomb)
            .idea("1", "title: '" + bomb + "'", "status: draft", "tags: ['" + bomb + "', '../../etc', 'A/b', 'a/B']",
                "team: '\" onmouseover=\"x'", "authors: ['${1+1} <#stop>']", "summary: '&lt;b&gt;'",
                "created: 2020-01-01")
            .idea("2", "title: '" + "x".repeat(5000) + "'", "status: draft")
            .idea("3", "title: \"\\u202e evil \\u0007 👩‍👩‍👧\"", "status: draft")
            .idea("4", "title: \"\\u200b\"", "status: draft")
            .bake(folder);
        for (String address : site.pages()) {
            Document page = site.page(address);
            assertEquals(0, page.select("script:not([src]), [onmouseover], b").size(), address);
            assertFalse(site.text(address).contains("\u0007"), address);
        }
        assertEquals(bomb, site.page("ideas/1.html").select("h1").text());
        assertEquals("${1+1}", site.page("ideas/1.html").select(".about dd").get(0).text());
        assertTrue(site.page("ideas.html").select("tbody th a").eachText().stream()
            .allMatch(title -> title.length() <= 300 && !title.isBlank()));
        assertFalse(site.page("ideas/3.html").title().contains("\u202e"));
        assertEquals(2, site.addresses().stream().filter(a -> a.matches("tag/ab(-x\\w+)?\\.html")).count());
        assertTrue(site.addresses().stream().noneMatch(a -> a.contains("..") || a.startsWith("/")));
    }

    @Test
    void theSameArchiveGivesTheSameBytesWhateverTheThreadsLocaleAndTimeZone() throws Exception {
        ArchiveFixture archive = archive();
        for (int i = 10; i < 90; i++) {
            archive.idea("%04d".formatted(i), "title: Idea " + i, "status: draft", "created: 2020-01-01");
        }
        Map<String, String> once = contents(archive.bake(Files.createDirectory(folder.resolve("a")), 1));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(once, contents(archive.bake(Files.createDirectory(folder.resolve("b")), 4)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static Map<String, String> contents(BakedSite site) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String address : site.addresses()) {
            contents.put(address, Files.readString(site.folder().resolve(address)));
        }
        return contents;
    }

    @Test
    void anEmptyArchiveIsASiteThatSaysSo() throws Exception {
        BakedSite site = new ArchiveFixture().bake(folder);
        assertTrue(site.page("index.html").text().contains("There are no ideas in this archive yet."));
        assertTrue(site.page("ideas.html").text().contains("There are no ideas yet."));
        assertEquals(List.of(), Json.read(site.text("ideas.json")));
        assertEquals(0, xml(site.text("feed.xml")).getElementsByTagName("entry").getLength());
    }

    @Test
    void ideasJsonHasTheDocumentedShape() throws Exception {
        BakedSite site = archive().bake(folder);
        List<?> ideas = (List<?>) Json.read(site.text("ideas.json"));
        assertNotNull(ideas);
        assertEquals(2, ideas.size());
        Map<?, ?> first = (Map<?, ?>) ideas.getFirst();
        assertEquals("[id, title, url, summary, status, outcome, result, owner, team, tags, created, decided, revised, "
            + "problem]", first.keySet().toString());
        assertEquals("ideas/0001.html", first.get("url"));
        assertEquals("2019-05-02", first.get("decided"));
        assertEquals(null, first.get("revised"));
        assertTrue(String.valueOf(first.get("problem")).startsWith("Parcels are left outside"));
    }

    @Test
    void anIdeasOwnJsonHasItsLineAndTheDocumentPieceByPiece() throws Exception {
        BakedSite site = archive().bake(folder);
        Map<?, ?> idea = json(site.text("api/0001.json"));
        Map<?, ?> line = (Map<?, ?>) ((List<?>) Objects.requireNonNull(Json.read(site.text("ideas.json")))).getFirst();
        line.forEach((key, value) -> assertEquals(value, idea.get(key), String.valueOf(key)));
        assertEquals("[parts, questions, reviews, decision, prediction, actual, relations, timeline]",
            idea.keySet().stream().filter(key -> !line.containsKey(key)).toList().toString());
        assertEquals(List.of("subheading", "problem", "solution"),
            list(idea, "parts").stream().map(part -> ((Map<?, ?>) part).get("kind")).toList());
        Document page = site.page("ideas/0001.html");
        for (String list : List.of("parts", "questions")) {
            for (Object one : list(idea, list)) {
                Object anchor = ((Map<?, ?>) one).get("anchor");
                assertTrue(anchor == null || page.getElementById(anchor.toString()) != null, String.valueOf(one));
            }
        }
        Map<?, ?> question = (Map<?, ?>) list(idea, "questions").getLast();
        assertEquals("{text=What could fail?, audience=internal, group=Internal FAQ, anchor=q-what-could-fail, answer=The lock.}",
            question.toString());
        assertEquals("{date=2019-05-02, deciders=[Mo Reed, Sam Ode, Jo Park], reason=null, text=Worth trying in one city., link=null}",
            String.valueOf(idea.get("decision")));
        assertEquals("{supersedes=[], supersededBy=[{id=0002, title=Lockers at stations, url=ideas/0002.html}], related=[], referring=[]}",
            String.valueOf(idea.get("relations")));
        assertEquals("[{date=2019-05-02, status=approved, outcome=null, author=null, commit=null}, "
            + "{date=2020-06-30, status=approved, outcome=launched, author=null, commit=null}]", String.valueOf(idea.get("timeline")));
        assertFalse(site.text("api/0001.json").contains("ana@example.org"));
        assertEquals(List.of(), json(site.text("api/0002.json")).get("reviews"));
    }

    private static List<?> list(Map<?, ?> object, String key) {
        return (List<?>) Objects.requireNonNull(object.get(key));
    }

    private static Map<?, ?> json(String text) throws IOException {
        return (Map<?, ?>) Objects.requireNonNull(Json.read(text));
    }

    @Test
    void slidesShowAPartOrAQuestionEachAndAllOfTheDocument() throws Exception {
        BakedSite site = archive().bake(folder);
        Document slides = site.page("slides/0001.html");
        assertEquals(List.of("slide-title", "slide-part", "slide-part", "slide-group", "slide-question", "slide-question", "slide-outcome"),
            slides.select(".slide").stream().map(slide -> slide.className().substring("slide ".length())).toList());
        assertEquals(List.of("1", "2", "3", "4", "5", "6", "7"), slides.select(".slide").eachAttr("id"));
        assertEquals("7 / 7", slides.select("[id=7] .number").text());
        assertEquals("Approved on 2 May 2019 by Mo Reed, Sam Ode and Jo Park.", slides.select("#1 .decision").text());
        assertEquals(List.of("#5", "#6"), slides.select("#4 .agenda a").eachAttr("href"));
        assertEquals("../ideas/0001.html", slides.select(".back").attr("href"));
        assertTrue(slides.select("#7").text().contains("31 % after 14 months"));
        Document page = site.page("ideas/0001.html");
        assertEquals(page.select(".part p, .answer p, .answer table").eachText(), slides.select(".body p, .body table").eachText());
        assertEquals(page.select(".document :is(details, .part-label)").eachAttr("id"), slides.select("h2.part-label, #5 h2, #6 h2").eachAttr("id"));
    }

    @Test
    void feedsAreAtomWithRelativeOrFullLinks() throws Exception {
        org.w3c.dom.Document feed = xml(archive().bake(folder).text("tag/delivery.xml"));
        assertEquals("http://www.w3.org/2005/Atom", feed.getDocumentElement().getNamespaceURI());
        NodeList entries = feed.getElementsByTagName("entry");
        assertEquals(2, entries.getLength());
        assertEquals("../ideas/0001.html", links(feed).get(1));
        assertEquals("2020-06-30T00:00:00Z", feed.getElementsByTagName("updated").item(0).getTextContent());

        BakedSite full = archive().baseUrl("https://example.org/archive/")
            .bake(Files.createDirectory(folder.resolve("full")));
        assertEquals(List.of("https://example.org/archive/tag/delivery.html",
            "https://example.org/archive/tag/delivery.xml", "https://example.org/archive/ideas/0001.html",
            "https://example.org/archive/ideas/0002.html"),
            links(xml(full.text("tag/delivery.xml"))));
        assertEquals("/archive/index.html", full.page("404.html").select(".brand").attr("href"));
    }

    private static List<String> links(org.w3c.dom.Document feed) {
        List<String> links = new ArrayList<>();
        NodeList list = feed.getElementsByTagName("link");
        for (int i = 0; i < list.getLength(); i++) {
            links.add(list.item(i).getAttributes().getNamedItem("href").getNodeValue());
        }
        return links;
    }

    private static org.w3c.dom.Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    @Test
    void aFileThatIsThereAlreadyIsNeverOverwritten() throws Exception {
        Files.writeString(folder.resolve("ideas.html"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> archive().bake(folder));
        assertEquals("mine", Files.readString(folder.resolve("ideas.html")));
    }

    @Test
    void aDocumentThatCannotBeReadStopsTheBakingWithItsReason() {
        SiteInput input = archive().input();
        DocumentSource gone = new DocumentSource() {
            @Override
            public org.pressroom.model.Document read(Entry entry) throws IOException {
                throw new IOException("the disk is gone at " + entry.id());
            }

            @Override
            public Optional<byte[]> original(Entry entry, org.pressroom.model.Document document) {
                return Optional.empty();
            }
        };
        SiteInput failing = new SiteInput(input.catalog(), input.configuration(), gone, input.links(), input.redirects(), List.of(), input.nearest(), Map.of(), Health.UNKNOWN, input.theme(), input.edition(), PageMemory.NONE);
        IOException e = assertThrows(IOException.class, () -> new SiteBaker(4).bake(failing, work(), Staging.at(folder), PageCount.NONE));
        assertEquals("the disk is gone at 0001", e.getMessage());
    }

    private SafeFolder work() throws IOException {
        return SafeFolder.make(folder.resolveSibling(folder.getFileName() + "-work"));
    }

    @Test
    void eachPageIsCountedOfAsManyAsWerePlanned() throws Exception {
        AtomicInteger planned = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        BakeReport report = new SiteBaker(3).bake(archive().input(), work(), Staging.at(folder), new PageCount() {
            @Override
            public void planned(int pages) {
                assertEquals(0, made.get());
                planned.addAndGet(pages);
            }

            @Override
            public void made() {
                made.incrementAndGet();
            }
        });
        assertEquals(planned.get(), made.get());
        // An idea and its slides are one, and feeds are no pages of a site.
        assertTrue(made.get() > report.pages() / 2, made + " of " + report.pages());
    }
}
