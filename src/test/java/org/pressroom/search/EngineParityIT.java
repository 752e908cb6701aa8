package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.bench.ArchiveGenerator;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;
import org.pressroom.catalog.FacetKind;
import org.pressroom.search.shard.Bm25;
import org.pressroom.search.shard.FieldStatistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The engine in a real browser gives what Lucene gives: terms, queries, scores bit for bit, sections, snippets,
/// counts.
class EngineParityIT {

    private static final String DESCRIBE_TOKENS = """
        const describe = (text) =>
          PressroomSearch.analyze(text).map((t) => t.term + "@" + t.start + "-" + t.end).join(" ");
        const hash = (text) => {
          let h = 0;
          for (let i = 0; i < text.length; i++) h = Math.imul(31, h) + text.charCodeAt(i) | 0;
          return h;
        };
        const text = (units) => (units.match(/.{4}/g) || []).map((u) => String.fromCharCode(parseInt(u, 16))).join("");
        """;

    @TempDir
    private static Path folder;
    private static Browsers browsers;
    private static Page page;
    private static SearchSite empty;
    private static SiteServer server;

    @BeforeAll
    static void openPage() throws Exception {
        browsers = Browsers.launch();
        empty = SearchSite.of(List.of(), folder.resolve("empty"));
        server = SiteServer.of(empty.folder(), "/");
        page = browsers.browser().newPage();
        page.navigate(server.address() + "search.html");
        page.evaluate("PressroomSearch.prepare('\u6771')");
    }

    @AfterAll
    static void closeAll() throws IOException {
        empty.close();
        server.close();
        browsers.close();
    }

    private static String described(String text) {
        return Analysis.tokens(text).stream().map(t -> t.term() + "@" + t.start() + "-" + t.end())
            .collect(Collectors.joining(" "));
    }

    @SuppressWarnings("unchecked")
    private static <T> T evaluate(String function, @Nullable Object argument) {
        return (T) Objects.requireNonNull(page.evaluate(function, argument));
    }

    @Test
    void everyCodePointIsReadAlike() {
        for (int from = 0; from < 0x110000; from += 0x2000) {
            StringBuilder text = new StringBuilder();
            for (int cp = from; cp < from + 0x2000; cp++) {
                text.appendCodePoint(cp).append('s').appendCodePoint(cp).append(' ').appendCodePoint(cp).append('.');
            }
            int actual = evaluate("(from) => {" + DESCRIBE_TOKENS + """
                let all = "";
                for (let cp = from; cp < from + 0x2000; cp++) {
                  const c = String.fromCodePoint(cp);
                  all += c + "s" + c + " " + c + ".";
                }
                return hash(describe(all)); }""", from);
            assertEquals(described(text.toString()).hashCode(), actual, "U+%04X and what follows".formatted(from));
        }
    }

    /// Every step of Porter's stemmer has some of its own.
    private static final String[] ENDINGS = {
        "", "s", "es", "ies", "sses", "ss", "ed", "eed", "ing", "ational", "tional", "enci", "anci", "izer",
        "abli", "bli", "alli", "entli", "eli", "ousli", "ization", "ation", "ator", "alism", "iveness",
        "fulness", "ousness", "aliti", "iviti", "biliti", "logi", "icate", "ative", "alize", "iciti", "ical",
        "ful", "ness", "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion",
        "sion", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "e", "l", "ll", "y", "ly", "ally", "ying", "ied",
        "z", "zz", "le", "ble"
    };

    @Test
    void wordsAreStemmedAlike() {
        Random random = new Random(11);
        String[] stems = {
            "relat", "condit", "valu", "hesit", "digit", "conform", "radic", "differ", "vil", "analog", "vietnam",
            "predic", "operat", "feudal", "decis", "hope", "callous", "formal", "sensit", "sensib", "tripl", "form",
            "electr", "good", "reviv", "allow", "infer", "airlin", "gyroscop", "adjust", "defens", "irrit", "replac",
            "adopt", "homolog", "commun", "activ", "angular", "effect", "bowdler", "prob", "rat", "ceas", "contr",
            "rol", "hop", "tan", "fall", "his", "fizz", "fail", "fil", "happ", "sk", "agre", "feed", "plaster", "bl",
            "motor", "sing", "conflat", "troubl", "siz", "caress", "pon", "tie", "cat", "y", "sy", "by", "dying",
            "yell", "oy", "io", "s"
        };
        List<String> words = new ArrayList<>();
        for (String stem : stems) {
            for (String ending : ENDINGS) {
                words.add(stem + ending);
                words.add(stem + ending + ENDINGS[random.nextInt(ENDINGS.length)]);
            }
        }
        for (int i = 0; i < 60_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 1 + random.nextInt(10); n > 0; n--) {
                word.append("aeiouybcdlmnrstzw".charAt(random.nextInt(17)));
            }
            words.add(word.toString());
        }
        assertReadAlike(words);
    }

    /// All words of the sample archive, in all its languages, its English ones with every ending, and those of the generator.
    @Test
    void theWordsOfArchivesAreReadAlike() throws IOException {
        Set<String> words = new TreeSet<>(ArchiveGenerator.words());
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                for (String word : Files.readString(file).split("\\s+")) {
                    words.add(word);
                    if (word.matches("[a-z]{3,}")) {
                        for (String ending : ENDINGS) {
                            words.add(word + ending);
                            words.add(word.substring(0, word.length() - 1) + ending);
                        }
                    }
                }
            }
        }
        assertTrue(words.size() > 200_000, words.size() + " words");
        assertReadAlike(words);
    }

    private static void assertReadAlike(Collection<String> words) {
        String text = String.join(" ", words);
        String[] expected = described(text).split(" ");
        String actual = evaluate("(words) => {" + DESCRIBE_TOKENS + "return describe(words); }", text);
        assertEquals(List.of(), differing(text, expected, actual.split(" ")));
        assertEquals(expected.length, actual.split(" ").length);
    }

    private static List<String> differing(String text, String[] expected, String[] actual) {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < Math.min(expected.length, actual.length) && differing.size() < 20; i++) {
            if (!expected[i].equals(actual[i])) {
                String[] offsets = expected[i].substring(expected[i].indexOf('@') + 1).split("-");
                differing.add(text.substring(Integer.parseInt(offsets[0]), Integer.parseInt(offsets[1])) + ": expected "
                    + expected[i] + " but was " + actual[i]);
            }
        }
        return differing;
    }

    private static final String[] PIECES = {
        "a", "B", "s", "S", "3", "5", "0", " ", " ", "-", "/", "&", "‐", "#", "=", "@", "in", "wifi", "'", "’", "＇", ".", ",", "+", "#", "-", "_", "é", "e\u0301",
        "Å", "ß", "ﬁ", "İ", "ı", "Σ", "ς", "й", "ё", "東", "京", "カ", "ー", "ｶ", "ﾞ", "가", "힣", "ᄀ", "ก", "ำ", "ຫ", "ខ",
        "\u00AD", "\u200D", "\uFE0F", "\uDB40\uDD00", "\uD835\uDCB3", "\uD83D\uDE80", "\uD800", "\uDC00", "the",
        "Relational", "status:", "-", "\"", ":", "tag:", "\u3000", "\u00A0", "\t", "\u0000", "²", "Ⅳ", "①", "Ａ", "𐐀",
        "٣"
    };

    private static List<String> fuzz(long seed, int count) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            texts.add(text.toString());
        }
        texts.add("x".repeat(200) + " " + "東".repeat(99) + " " + "ﬁ".repeat(90) + " " + "1,".repeat(90));
        return texts;
    }

    /// Texts as four digits a character, since lone surrogates don't survive the way to the browser.
    private static List<String> units(List<String> texts) {
        return texts.stream()
            .map(text -> text.chars().mapToObj("%04x"::formatted).collect(Collectors.joining())).toList();
    }

    @Test
    void anyTextIsReadAlike() {
        List<String> texts = fuzz(12, 20_000);
        List<Integer> actual = evaluate("(texts) => {" + DESCRIBE_TOKENS
            + "return texts.map((units) => hash(describe(text(units)))); }", units(texts));
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(described(texts.get(i)).hashCode(), actual.get(i), escaped(texts.get(i)));
        }
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining()) + " " + described(text);
    }

    @Test
    void anyQueryIsParsedAlike() {
        List<String> queries = fuzz(13, 5_000);
        queries.add("status:In-Review -outcome:launched TAG:\"Two words\" -x1 -the C++ x A+ A+ .NET \"a b\" "
            + "year:2024 year:2025 team:");
        queries.addAll(List.of("title:\"One, two c++\" -faq:x* \"open", "pay* p* 東* \"a\" \"the\" -\"two words\" x**",
            "since:2024 until:2025-06 since:2024-13 until:2024-02-30 -since:2020 until:2024-02-29 since:0000",
            "author:\"Zoë M\" id:0012 ID:\"x-1\" problem: -* since: customer:3.5*", "0012", "x-0012", "RFD 12", "no",
            "\"ready to the ship\" \"a+ b\"", "a b c ".repeat(60), "\"" + "w x ".repeat(60) + "\""));
        SampleArchive archive = new SampleArchive(14, 500);
        archive.text(400);
        for (int i = 0; i < 5_000; i++) {
            queries.add(archive.query());
        }
        List<Integer> actual = evaluate("(texts) => {" + DESCRIBE_TOKENS + """
            const sets = (filters) =>
              [...filters].map(([kind, keys]) => kind + "=" + [...keys].sort().join("|")).sort().join(" ");
            const clause = (c) => [c.form, c.excluded, c.region, c.words.map((w) => w.term + "@" + w.offset).join("+")].join(",");
            return texts.map((units) => {
              const q = PressroomSearch.parse(text(units));
              return hash([q.clauses.map((c) => clause(c) + "^" + c.count + "=" + c.written).join(" "), sets(q.filters), sets(q.without),
                q.since ?? "-", q.until ?? "-", q.id ? clause(q.id) : "-"].join("/"));
            }); }""", units(queries));
        for (int i = 0; i < queries.size(); i++) {
            SearchQuery query = SearchQuery.parse(queries.get(i));
            String described = String.join("/",
                query.clauses().entrySet().stream().map(e -> clause(e.getKey()) + "^" + e.getValue() + "=" + e.getKey().written())
                    .collect(Collectors.joining(" ")),
                sets(query.filters()), sets(query.without()), day(query.since()), day(query.until()),
                query.id() == null ? "-" : clause(query.id()));
            assertEquals(described.hashCode(), actual.get(i), escaped(queries.get(i)) + " " + described);
        }
    }

    private static String clause(SearchQuery.Clause clause) {
        return String.join(",", clause.form().name(), String.valueOf(clause.excluded()), String.valueOf(clause.region()),
            clause.words().stream().map(w -> w.term() + "@" + w.offset()).collect(Collectors.joining("+")));
    }

    private static String day(int day) {
        return day == SearchQuery.NO_DAY ? "-" : String.valueOf(day);
    }

    private static String sets(Map<FacetKind, Set<String>> filters) {
        return filters.entrySet().stream()
            .map(e -> e.getKey().label() + "=" + String.join("|", new TreeSet<>(e.getValue())))
            .sorted().collect(Collectors.joining(" "));
    }

    @Test
    void theWeightOfATermIsTheSameFloat() {
        for (int documents : new int[] {1, 2, 40, 777, 10_000, 100_000, 8_388_607}) {
            Bm25 bm25 = new Bm25(new FieldStatistics("text", documents, documents));
            List<Integer> counts = new ArrayList<>();
            for (int df = 1; df <= documents; df += 1 + documents / 3000) {
                counts.add(df);
            }
            List<Integer> actual = evaluate("""
                ([documents, counts]) => counts.map((df) =>
                  new Int32Array(Float32Array.of(PressroomSearch.idf(documents, df)).buffer)[0])""",
                List.of(documents, counts));
            assertEquals(counts.stream().map(df -> Float.floatToIntBits(bm25.idf(df))).toList(), actual);
        }
    }

    @ParameterizedTest
    @CsvSource({"48, 260, 1400", "900, 160, 800"})
    void queriesAreAnsweredAlike(int documents, int words, int queries, @TempDir Path here) throws Exception {
        SampleArchive archive = new SampleArchive(documents, 3000);
        List<SampleIdea> ideas = archive.ideas(documents, words);
        Synonyms synonyms = archive.synonyms(60);
        try (SearchSite site = SearchSite.of(ideas, synonyms, here);
                SiteServer http = SiteServer.of(site.folder(), "/deep/path/")) {
            page.navigate(http.address() + "search.html");
            Searcher searcher = new Searcher(site.index(), synonyms);
            int answered = 0;
            int relaxed = 0;
            for (int i = 0; i < queries; i++) {
                String query = archive.query();
                Map<FacetKind, Set<String>> filters =
                    i % 5 == 0 ? Map.of(FacetKind.STATUS, Set.of("declined", "approved")) : Map.of();
                SearchResult expected = searcher.search(new SearchRequest(query, filters, 10));
                String actual = evaluate("""
                    async ([query, filters]) => {
                      window.engine = window.engine || new PressroomSearch.Engine("search/");
                      const r = await engine.search(query, { filters, limit: 10, kinds: ["status", "outcome"] });
                      const bits = (x) => new Int32Array(Float32Array.of(x).buffer)[0];
                      const exact = r.hits.every((hit) => Math.fround(hit.score) === hit.score);
                      const corrections = "{" + r.corrections.map((c) => c.from + "=" + c.to).join(", ") + "}";
                      return [r.total, r.relaxed, r.wordless, exact, corrections,
                        ...r.hits.map((h) => [h.id, bits(h.score), h.url, h.sectionTitle, h.title, h.status, h.outcome,
                          h.snippet.text, h.snippet.marks.join(";")].join("|")),
                        ...Object.entries(r.facets).flatMap(([kind, counts]) => counts.filter((c) => c.count)
                          .map((c) => kind + "=" + c.value + ":" + c.count).sort())].join("\\n");
                    }""", List.of(query,
                        filters.isEmpty() ? Map.of() : Map.of("status", List.of("declined", "approved"))));
                assertEquals(described(expected), actual, query);
                answered += expected.total() > 0 ? 1 : 0;
                relaxed += expected.relaxed() ? 1 : 0;
            }
            assertTrue(answered > queries / 2, answered + " of " + queries + " queries had hits");
            assertTrue(relaxed > 0 && relaxed < answered, relaxed + " queries were relaxed");
        } finally {
            page.navigate(server.address() + "search.html");
            page.evaluate("PressroomSearch.prepare('\u6771')");
        }
    }

    private static String described(SearchResult result) {
        List<String> lines = new ArrayList<>(List.of(String.valueOf(result.total()), String.valueOf(result.relaxed()),
            String.valueOf(result.wordless()), "true", String.valueOf(result.corrections())));
        for (SearchHit hit : result.hits()) {
            lines.add(String.join("|", hit.id(), String.valueOf(Float.floatToIntBits(hit.score())), hit.url(),
                Objects.requireNonNullElse(hit.sectionTitle(), ""), hit.title(),
                Objects.requireNonNullElse(hit.status(), ""), Objects.requireNonNullElse(hit.outcome(), ""),
                hit.snippet().text(), hit.snippet().marks().stream().map(m -> m.start() + "," + m.end())
                    .collect(Collectors.joining(";"))));
        }
        result.facets().forEach((kind, counts) -> counts.entrySet().stream()
            .map(e -> kind.label() + "=" + e.getKey() + ":" + e.getValue()).sorted().forEach(lines::add));
        return String.join("\n", lines);
    }
}
