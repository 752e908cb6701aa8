package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.bake.EngineScript;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SiteServer;
import org.pressroom.catalog.Catalog;
import org.pressroom.files.Staging;
import org.pressroom.meaning.Clusters;
import org.pressroom.meaning.Encoder;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.meaning.PieceTable;
import org.pressroom.meaning.Pieces;
import org.pressroom.parse.Language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The encoder in a real browser finds what the program's own classes find, with the same bits.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriedParityIT {

    private static final int LIMIT = 10;
    /// Texts can't travel as they are: lone surrogates don't survive.
    private static final String TEXT = """
        const text = (units) => (units.match(/.{4}/g) || []).map((u) => String.fromCharCode(parseInt(u, 16))).join("");
        """;
    private static final String ASK = "async (texts) => {" + TEXT + """
        const problems = window.problems ||= new PressroomTried.Problems("tried/", "search/");
        const bits = (x) => new BigInt64Array(Float64Array.of(x).buffer)[0].toString();
        const answers = [];
        for (const units of texts) {
          const { hits, verdict, cut } = await problems.near(text(units), 10);
          answers.push([verdict || "wordless", cut, ...hits.map((hit) => hit.number + ":" + bits(hit.score) + ":" + hit.id)].join(" "));
        }
        return answers; }""";
    private static final String[] PIECES = {
        "a", "B", "s", "3", "50", " ", " ", " ", ". ", "'", "-", "é", "e\u0301", "Å", "ß", "ﬁ", "İ", "ı", "Σ", "K", "東京", "カー", "가",
        "\u00AD", "\u200D", "\uFE0F", "\uD835\uDCB3", "\uD83D\uDE80", "\uD800", "\uDC00", "refund", "Refunds", " waiting", " customers ",
        " the ", "unbelievably", "x".repeat(50), "²", "Ⅳ", "①", "Ａｂｃ", "\u0483", "ﷺ", "<b>", "</b>", "{}", "=>", "_", "\n", "\u0000"
    };

    @TempDir
    private static Path folder;

    private final Encoder encoder = Encoder.shipped();
    private final List<@Nullable MeaningVector> vectors = new ArrayList<>();
    private List<String> paragraphs = List.of();
    private Clusters clusters = Clusters.of(List.of());
    private final Map<String, Integer> ranks = new HashMap<>();
    private SearchIndex index;
    private Browsers browsers;
    private SiteServer server;
    private Path site;

    @BeforeAll
    void export() throws Exception {
        Stream.of(1, 0).forEach(ofOne -> PieceTable.shipped().vocabulary().stream().filter(piece -> piece.length() == 1 == (ofOne == 1))
            .forEach(piece -> ranks.put(piece, ranks.size())));
        paragraphs = paragraphs();
        List<SampleIdea> ideas = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            String problem = paragraphs.get(i);
            ideas.add(SampleIdea.of("%04d".formatted(i), "Idea").problem(problem));
            vectors.add(Language.ofFewWords(problem).equals("en") ? encoder.document(List.of(problem)).orElse(null) : null);
        }
        clusters = Clusters.of(vectors);
        assertTrue(clusters.centres().size() > clusters.probed(), "only " + clusters.centres().size() + " heaps");
        Catalog catalog = SampleIdea.index(ideas, folder.resolve("index"), 2);
        site = Files.createDirectories(folder.resolve("site"));
        Files.createDirectories(site.resolve("assets"));
        index = SearchIndex.open(folder.resolve("index"));
        ProblemExporter.export(index, catalog, vectors, clusters, Staging.at(site), PackedFiles.NONE);
        ShardExporter.export(index, catalog, Synonyms.NONE, Staging.at(site), PackedFiles.NONE);
        Files.writeString(site.resolve("assets/search-engine.js"), EngineScript.text());
        for (String script : List.of("search-characters.js", "tried-encoder.js")) {
            Files.copy(Path.of("assets", script), site.resolve("assets").resolve(script));
        }
        Files.writeString(site.resolve("tried.html"), """
            <!DOCTYPE html>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src data:">
            <link rel="icon" href="data:,">
            <script src="assets/search-engine.js" data-characters="assets/search-characters.js" defer></script>
            <script src="assets/tried-encoder.js" defer></script>
            """);
        browsers = Browsers.launch();
        server = SiteServer.of(site, "/deep/path/");
    }

    @AfterAll
    void stop() throws IOException {
        index.close();
        server.close();
        browsers.close();
    }

    /// Those of the sample archive, in all its languages.
    private static List<String> paragraphs() throws IOException {
        List<String> paragraphs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                Arrays.stream(Files.readString(file).split("\n\n+")).map(p -> p.replaceAll("\\s+", " ").strip()).filter(p -> p.length() > 90)
                    .forEach(paragraphs::add);
            }
        }
        return paragraphs;
    }

    private List<String> texts() {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>(List.of("", " ", "a", "refund", "Waiting", "?!", "x".repeat(100_000), "refund ".repeat(15_000),
            "refunds take e\u0301🚀ﬁnally ".repeat(4_000), "\u0301".repeat(9_000) + "refund", "é".repeat(8_191) + "🚀 refund",
            String.join(" ", paragraphs), "東京の鍵", "if (x == null) { return refund(x); }", "<p class=\"a\">Refunds &amp; returns</p>"));
        for (int i = 0; i < 170; i++) {
            String paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
            texts.add(paragraph);
            int from = random.nextInt(paragraph.length() / 2);
            texts.add(paragraph.substring(from, from + random.nextInt(paragraph.length() / 2)));
            List<String> words = Arrays.asList(paragraph.split(" "));
            texts.add(IntStream.range(0, words.size()).filter(_ -> random.nextInt(3) > 0).mapToObj(words::get).collect(Collectors.joining(" ")));
            texts.add(IntStream.range(0, random.nextInt(24)).mapToObj(_ -> PIECES[random.nextInt(PIECES.length)]).collect(Collectors.joining()));
        }
        return texts;
    }

    private static List<String> units(List<String> texts) {
        return texts.stream().map(text -> text.chars().mapToObj("%04x"::formatted).collect(Collectors.joining())).toList();
    }

    /// The program's own answer, of the documents in the heaps and by the words that the page looks at.
    private String reference(String text) throws IOException {
        Optional<double[]> direction = encoder.question(text);
        if (direction.isEmpty()) {
            return "wordless";
        }
        Set<String> looked = Arrays.stream(clusters.near(direction.get())).flatMap(heap -> Arrays.stream(clusters.members(heap)))
            .mapToObj("%04d"::formatted).collect(Collectors.toSet());
        double[] meaning = vectors.stream().mapToDouble(vector -> vector == null ? Double.NaN : vector.cosine(direction.get())).toArray();
        Similar similar = new Similar(index, Likeness.UNKNOWN);
        List<String> telling = telling(text);
        List<SimilarHit> found = List.of();
        // The best of all hold the best of those, most of the time.
        for (int asked = 4 * LIMIT; found.size() < LIMIT && asked < 8 * vectors.size(); asked *= 8) {
            found = similar.find(meaning, telling, true, null, asked).hits().stream().filter(hit -> looked.contains(hit.id())).limit(LIMIT).toList();
        }
        String verdict = Closeness.BY_TABLE.verdict(found.isEmpty() ? 0 : found.getFirst().score()).name().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(verdict), found.stream().map(hit -> Integer.parseInt(hit.id()) + ":" + Double.doubleToLongBits(hit.score()) + ":" + hit.id()))
            .collect(Collectors.joining(" "));
    }

    /// The three words that tell most of a question: of the rarest bands, of the same band the longest, of the same length the first.
    private List<String> telling(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        if (text.length() <= 2_000) {
            Analysis.tokens(text).stream().filter(token -> token.kind() != WordScanner.Kind.JOINED).forEach(token -> words.putIfAbsent(token.term(), text.substring(token.start(), token.end())));
        }
        return words.size() > 32 ? List.of() : words.entrySet().stream().sorted(Comparator.comparingInt((Map.Entry<String, String> word) -> -band(word.getValue()))
            .thenComparing(word -> -word.getValue().length())).limit(3).map(Map.Entry::getKey).toList();
    }

    /// 256 pieces are in the first band, and up to four times as many in each of the next three; single characters come first.
    private int band(String word) {
        Integer rank = ranks.get(Pieces.normal(word));
        return rank == null ? 5 : rank < 256 ? 0 : rank < 1_024 ? 1 : rank < 4_096 ? 2 : rank < 16_384 ? 3 : 4;
    }

    @SuppressWarnings("unchecked")
    private static <T> T evaluate(Page page, String function, Object argument) {
        return (T) Objects.requireNonNull(page.evaluate(function, argument));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void anyTextFindsTheSameIdeasWithTheSameBits(String from) throws IOException {
        List<String> texts = texts();
        try (Page page = browsers.browser().newPage()) {
            page.navigate((from.equals("http") ? server.address() : site.toUri().toString()) + "tried.html");
            List<String> answers = evaluate(page, ASK, units(texts));
            int answered = 0;
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                assertEquals(reference(text), answers.get(i).replaceFirst(" (true|false)", ""), text.substring(0, Math.min(200, text.length())));
                answered += answers.get(i).startsWith("wordless") ? 0 : 1;
            }
            assertTrue(answered > texts.size() / 2, answered + " of " + texts.size() + " texts had an answer");
            assertTrue(answers.get(texts.indexOf(String.join(" ", paragraphs))).contains(" true "), "a long text is cut");
            assertTrue(answers.get(texts.indexOf("refund")).contains(" false "), "a short one is not");
        }
    }

    /// Those that nearly every question needs are in the first.
    @Test
    void thePiecesOfAnArchiveAreInFewFiles() throws IOException {
        assertTrue(index.size() >= 128, "as few as " + index.size());
        try (Stream<Path> files = Files.list(site.resolve("tried"))) {
            List<Path> rows = files.filter(file -> file.getFileName().toString().contains("-")).toList();
            assertTrue(rows.size() <= 127, rows.size() + " and the vocabulary");
        }
    }

    @Test
    void aTextIsTakenToBeInTheSameLanguage() {
        List<String> texts = new ArrayList<>(texts());
        texts.addAll(List.of("Der Kunde wartet zu Hause und niemand ist da", "Le client attend et les pièces sont en retard", "İS THE İT Is the",
            "Los clientes esperan una pieza para su casa", "Os clientes não têm uma peça", "고객이 기다린다 the", "お客様は待っています", "顧客等待零件",
            "the und und", "'the' the's der", "ⅷ der ª die º das", "x".repeat(5_999) + " der die das"));
        for (String word : "the and der die das für le les el los más o os é não to im ou y e".split(" ")) {
            texts.add(word + " " + word.toUpperCase(Locale.ROOT) + " zzz");
        }
        try (Page page = browsers.browser().newPage()) {
            page.navigate(server.address() + "tried.html");
            List<String> told = evaluate(page, "(texts) => {" + TEXT + "return texts.map((units) => PressroomTried.language(text(units))); }", units(texts));
            for (int i = 0; i < texts.size(); i++) {
                assertEquals(Language.ofFewWords(texts.get(i)), told.get(i), texts.get(i).substring(0, Math.min(200, texts.get(i).length())));
            }
            assertTrue(told.containsAll(List.of("en", "de", "fr", "es", "pt", "ja", "zh", "ko")), told::toString);
        }
    }
}
