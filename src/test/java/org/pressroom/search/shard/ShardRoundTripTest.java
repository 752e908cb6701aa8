package org.pressroom.search.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ShardRoundTripTest {

    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();

    private ShardWriter writer(int documents, int... days) {
        return new ShardWriter(documents, days, (name, bytes) -> {
            contents.put(name, bytes);
            files.put(ShardFile.address(name), ShardFile.write(name, bytes));
        });
    }

    private ShardReader reader() throws IOException {
        return new ShardReader(address -> {
            byte[] file = files.get(address);
            if (file == null) {
                throw new FileNotFoundException(address);
            }
            return file;
        });
    }

    private static StoredDocument stored(int number, String text) {
        return new StoredDocument("id" + number, "ideas/" + number + ".html", "Title " + number, "draft", "",
            List.of(new StoredSection("", "", text), new StoredSection("q-1", "Why?", "東京 🚀")));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theExampleOfTheSpecificationIsTrue() throws IOException {
        ShardWriter writer = writer(2);
        DictionaryWriter terms = writer.field(new FieldStatistics("text", 2, 5), new byte[0], 0, false);
        PostingList postings = new PostingList();
        postings.add(0, 1, 0);
        terms.term(utf8("gate"), postings);
        postings.clear();
        postings.add(0, 3, 0);
        postings.add(1, 1, 0);
        terms.term(utf8("gates"), postings);
        terms.finish();
        byte[] block = contents.values().iterator().next();

        assertEquals("44 00 02 00 04 67 61 74 65 01 03 01 04 01 73 02 07 00 01 01",
            HexFormat.ofDelimiter(" ").formatHex(block));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsWrittenIsRead(long seed) throws IOException {
        Random random = new Random(seed);
        int documents = 1 + random.nextInt(seed == 6 ? 30_000 : 700);
        byte[] norms = new byte[documents];
        random.nextBytes(norms);
        TreeMap<byte[], PostingList> dictionary = new TreeMap<>(Arrays::compareUnsigned);
        for (int i = random.nextInt(seed == 6 ? 60 : 3000); i >= 0; i--) {
            StringBuilder term = new StringBuilder();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                term.appendCodePoint("abcdeé東\uFFFD\uD83D\uDE80".codePointAt(random.nextInt(8)));
            }
            double share = Math.pow(random.nextDouble(), i % 40 == 0 ? 1 : 8);
            PostingList postings = new PostingList();
            for (int d = 0; d < documents; d++) {
                if (random.nextDouble() < share || d == documents - 1 && postings.size() == 0) {
                    postings.add(d, 1 + (int) (1 / (random.nextDouble() + 0.001)), random.nextInt(200));
                    int position = random.nextInt(100);
                    for (int n = random.nextInt(200) == 0 ? 2000 : 1 + random.nextInt(3); n > 0; n--) {
                        postings.position(position);
                        boolean further = random.nextInt(4) == 0 && position >>> PostingList.REGION_BITS < 8;
                        position = further ? (position >>> PostingList.REGION_BITS) + 1 << PostingList.REGION_BITS | random.nextInt(9)
                            : position + 1 + random.nextInt(200);
                    }
                }
            }
            dictionary.put(utf8(term.toString()), postings);
        }
        int[] days = random.ints(documents / 2, -9000, 21_000).sorted().toArray();
        ShardWriter writer = writer(documents, days);
        DictionaryWriter terms = writer.field(new FieldStatistics("text", documents, 1L << 40), norms, documents, true);
        for (Map.Entry<byte[], PostingList> entry : dictionary.entrySet()) {
            terms.term(entry.getKey(), entry.getValue());
        }
        terms.finish();
        FacetColumn single = column(random, "status", documents, 1);
        FacetColumn several = column(random, "tag", documents, 4);
        List<List<List<String>>> synonyms = List.of(List.of(List.of("van"), List.of("small", "lorri"), List.of("東京")));
        writer.synonyms(synonyms);
        writer.facet(single);
        writer.facet(several);
        ListColumns list = list(random, documents);
        writer.list(list);
        List<StoredDocument> stored = new ArrayList<>();
        for (int d = 0; d < documents; d++) {
            stored.add(stored(d, "x".repeat(random.nextInt(1000))));
            writer.stored(stored.getLast());
        }
        writer.finish();

        ShardReader reader = reader();
        assertEquals(documents, reader.documents());
        assertArrayEquals(days, reader.days());
        assertEquals(synonyms, reader.synonyms());
        assertEquals(new FieldStatistics("text", documents, 1L << 40), reader.statistics("text"));
        for (Map.Entry<byte[], PostingList> entry : dictionary.entrySet()) {
            String term = new String(entry.getKey(), StandardCharsets.UTF_8);
            assertEquals(described(entry.getValue()), described(reader.postings("text", term).orElseThrow()), term);
            assertEquals(described(entry.getValue()) + positions(entry.getValue()),
                described(reader.positions("text", term).orElseThrow()) + positions(reader.positions("text", term).orElseThrow()), term);
            assertTrue(reader.postings("text", term + "\u0000").isEmpty());
        }
        assertTrue(reader.postings("text", "").isEmpty());
        assertTrue(reader.postings("text", "\uDBFF\uDFFF").isEmpty());
        for (int d = 0; d < documents; d += 1 + documents / 500) {
            assertEquals(norms[d] & 0xFF, reader.norms("text")[d] & 0xFF);
            assertEquals(stored.get(d), reader.stored(d));
        }
        assertEquals(single, reader.facet("status"));
        assertEquals(several, reader.facet("tag"));
        assertEquals(list, reader.list());
        contents.remove(ShardFile.ROOT);
        contents.forEach((name, bytes) -> {
            if (name.length() == 8) {
                assertEquals(ShardName.of(bytes).toString(), name);
            }
        });
    }

    private static FacetColumn column(Random random, String kind, int documents, int most) {
        List<String> values = List.of("a", "b b", "ç", "d", "e");
        List<List<Integer>> ordinals = new ArrayList<>();
        for (int d = 0; d < documents; d++) {
            TreeSet<Integer> of = new TreeSet<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                of.add(random.nextInt(values.size()));
            }
            ordinals.add(List.copyOf(of));
        }
        return new FacetColumn(kind, values, ordinals);
    }

    private static ListColumns list(Random random, int documents) {
        List<ListColumns.Row> rows = new ArrayList<>();
        for (int d = 0; d < documents; d++) {
            rows.add(new ListColumns.Row(random.nextInt(documents), day(random), day(random), random.nextInt(9) == 0 ? "de" : "en"));
        }
        List<String> addresses = List.of("a", "b-b", "ç-x1", "d", "other");
        return new ListColumns(rows, List.of(addresses, addresses));
    }

    private static @Nullable LocalDate day(Random random) {
        return random.nextInt(4) == 0 ? null : LocalDate.ofEpochDay(random.nextInt(-9000, 21_000));
    }

    private static String described(PostingList list) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            text.append(list.document(i)).append('x').append(list.frequency(i)).append('#').append(list.section(i))
                .append(' ');
        }
        return text.toString();
    }

    private static String positions(PostingList list) {
        return IntStream.range(0, list.size()).mapToObj(i -> Arrays.toString(list.positions(i))).collect(Collectors.joining());
    }

    private void small() throws IOException {
        ShardWriter writer = writer(3, -3, 5);
        DictionaryWriter terms = writer.field(new FieldStatistics("text", 3, 9), new byte[3], 1, true);
        PostingList postings = new PostingList();
        postings.add(1, 2, 0);
        for (int i = 0; i < 20; i++) {
            postings.position(i * 300);
        }
        terms.term(utf8("word"), postings);
        terms.finish();
        for (int d = 0; d < 3; d++) {
            writer.stored(stored(d, "text"));
        }
        writer.finish();
    }

    @Test
    void equalContentsAreWrittenOnce() throws IOException {
        List<String> names = new ArrayList<>();
        ShardWriter writer = new ShardWriter(1, new int[0], (name, bytes) -> names.add(name));
        writer.facet(new FacetColumn("team", List.of(), List.of(List.of())));
        writer.facet(new FacetColumn("owner", List.of(), List.of(List.of())));

        assertEquals(1, names.size());
    }

    /// Runs that were written before give the files that writing all gives.
    @Test
    void aRunIsWrittenOrKept() throws IOException {
        List<byte[]> runs = new ArrayList<>();
        ShardWriter first = writer(600);
        for (int d = 0; d < 600; d++) {
            first.stored(stored(d, "text of " + d));
            if (d % 250 == 249) {
                runs.add(first.endRun().orElseThrow().toBytes());
            }
        }
        first.finish();
        Map<String, byte[]> whole = new HashMap<>(files);
        files.clear();
        ShardWriter second = writer(600);
        StoredRun before = StoredRun.of(runs.getFirst());
        assertTrue(second.fits(before));
        second.keep(before);
        assertEquals(Collections.nCopies(250, 2), before.sections());
        for (int d = 250; d < 500; d++) {
            second.stored(stored(d, "text of " + d));
        }
        second.endRun();
        for (int d = 500; d < 600; d++) {
            second.stored(stored(d, "text of " + d));
        }
        second.finish();

        assertArrayEquals(whole.get("search/root.js"), files.get("search/root.js"));
        assertTrue(files.size() > 10 && files.size() < whole.size() && whole.keySet().containsAll(files.keySet()));
    }

    @Test
    void damageIsSaid() throws IOException {
        small();
        Map<String, byte[]> whole = new HashMap<>(files);
        for (Map.Entry<String, byte[]> file : whole.entrySet()) {
            files.putAll(whole);
            files.put(file.getKey(), Arrays.copyOf(file.getValue(), file.getValue().length - 9));
            assertThrows(CorruptShardException.class, () -> readAll(), file.getKey());
            files.put(file.getKey(), whole.values().stream().filter(other -> other != file.getValue()).findFirst()
                .orElseThrow());
            assertThrows(CorruptShardException.class, () -> readAll(), file.getKey());
        }
    }

    private void readAll() throws IOException {
        ShardReader reader = reader();
        reader.positions("text", "word");
        reader.days();
        reader.list();
        reader.stored(2);
        reader.norms("text");
    }

    @Test
    void aRootOfAnotherVersionIsRefused() {
        files.put("search/root.js", ShardFile.write("root", new byte[] {'R', 9}));
        assertThrows(CorruptShardException.class, this::reader);
    }

    @Test
    void whatIsOutOfOrderIsRefused() throws IOException {
        PostingList postings = new PostingList();
        postings.add(1, 1, 0);
        assertThrows(IllegalArgumentException.class, () -> postings.add(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> postings.add(2, 0, 0));
        DictionaryWriter terms = writer(9).field(new FieldStatistics("text", 1, 1), new byte[0], 0, false);
        terms.term(utf8("b"), postings);
        assertThrows(IllegalArgumentException.class, () -> terms.term(utf8("a"), postings));
        assertThrows(IllegalArgumentException.class, () -> terms.term(utf8("b"), postings));
        assertThrows(IllegalStateException.class, () -> writer(2).finish());
    }

    @Test
    void theScriptIsOneLineThatAnyServerMaySend() throws IOException {
        small();
        files.forEach((address, bytes) -> {
            String text = new String(bytes, StandardCharsets.US_ASCII);
            assertTrue(text.matches("S\\(\"(root|[a-z2-7]{8,9})\",\"[A-Za-z0-9+/=]*\"\\)\n"), text);
            assertTrue(address.matches("search/(root|[a-z2-7]{8,9})\\.js"), address);
        });
    }

    @Test
    void packingIsReversible() {
        byte[] bytes = new byte[100_000];
        new Random(5).nextBytes(bytes);
        assertArrayEquals(bytes, ShardFile.read("name", ShardFile.write("name", bytes)));
        assertArrayEquals(new byte[0], ShardFile.read("name", ShardFile.write("name", new byte[0])));
    }

    @Test
    void anchorsAndPagesThatFollowAreNotStored() {
        String question = "Why  is “it” so -- dear, Zoë_1? " + "word ".repeat(30).strip();
        StoredDocument document = new StoredDocument("1", "ideas/1.html", "Title", "", "", List.of(new StoredSection("", "", "Text"),
            new StoredSection("how-it-works", "How it works", ""), new StoredSection("how-it-works-2", "How it works", ""),
            new StoredSection("q-why-is-it-so-dear-zoë_1-word-word-word-word-word-word-word-word-word-word-wor", question, ""),
            new StoredSection("東京", "東京", "")));
        byte[] bytes = document.toBytes();

        assertEquals(document, StoredDocument.of(bytes));
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertFalse(text.contains("ideas/") || text.contains("how-it-works\0"), text);
        assertTrue(text.contains("how-it-works-2") && text.contains("東京\6東京"), text);
    }

    @Test
    void theTopKeepsItsTextWhenTitlesTakeTheRoom() {
        List<StoredSection> sections = new ArrayList<>(List.of(new StoredSection("", "", "word ".repeat(100).strip())));
        for (int i = 0; i < 30; i++) {
            sections.add(new StoredSection("q-is-this-question-long", "Is this question long?", "No."));
        }
        StoredDocument cut = new StoredDocument("1", "p", "Title", "", "", sections).within(500);

        assertTrue(cut.sections().getFirst().text().length() > 180, cut.sections().getFirst().text());
        assertEquals(sections.get(9).title(), cut.sections().get(9).title());
        assertTrue(cut.sections().size() < 20, cut.sections().size() + " sections");
    }

    @Test
    void textsAreCutWhereAWordEnds() {
        StoredDocument whole = new StoredDocument("1", "p", "Title", "", "", List.of(
            new StoredSection("", "", "word ".repeat(100).strip()),
            new StoredSection("a", "Heading", "other ".repeat(400))));
        StoredDocument cut = whole.within(600);

        assertEquals(whole, whole.within(10_000));
        assertEquals(2, cut.sections().size());
        assertTrue(cut.sections().getFirst().text().endsWith("word…"), cut.sections().getFirst().text());
        assertTrue(cut.toBytes().length < 700, cut.toBytes().length + " bytes");
        assertEquals("a", cut.sections().getLast().anchor());
    }
}
