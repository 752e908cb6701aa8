package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.FacetKind;
import org.pressroom.files.Staging;
import org.pressroom.search.shard.ExpandedQuery;
import org.pressroom.search.shard.ShardReader;
import org.pressroom.search.shard.ShardSearcher;
import org.pressroom.search.shard.StoredDocument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

class ShardExporterTest {

    @TempDir
    private Path folder;

    private Path site(List<SampleIdea> ideas, String name, int threads) throws Exception {
        Path site = folder.resolve(name);
        Catalog catalog = SampleIdea.index(ideas, folder.resolve(name + "-index"), threads);
        try (SearchIndex index = SearchIndex.open(folder.resolve(name + "-index"))) {
            List<String> addresses = ShardExporter.export(index, catalog, Synonyms.NONE, Staging.at(site), PackedFiles.NONE);
            assertEquals(files(site).keySet(), new TreeSet<>(addresses));
        }
        return site;
    }

    private static Map<String, byte[]> files(Path site) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(site)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(site.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 700})
    void theShardsAnswerLikeLuceneBitForBit(int documents) throws Exception {
        SampleArchive archive = new SampleArchive(documents, 4000);
        Path site = site(archive.ideas(documents, 240), "site", 2);
        ShardReader reader = new ShardReader(address -> Files.readAllBytes(site.resolve(address)));
        ShardSearcher shards = new ShardSearcher(reader, IndexFields.TEXT);
        Synonyms synonyms = archive.synonyms(40);
        try (SearchIndex index = SearchIndex.open(folder.resolve("site-index"))) {
            Searcher searcher = new Searcher(index, synonyms);
            QueryExpansion expansion = new QueryExpansion(reader.terms(IndexFields.TEXT), synonyms.groups());
            int answered = 0;
            int relaxed = 0;
            int guessed = 0;
            for (int i = 0; i < 2000; i++) {
                SearchQuery query = SearchQuery.parse(archive.query());
                Searcher.Answer expected = searcher.answer(query);
                boolean guess = !expected.expanded().guessed().isEmpty();
                assertEquals(expected.expanded(), expansion.expand(query, guess), query.toString());
                if (query.clauses().isEmpty()) {
                    continue;
                }
                Map<Integer, Float> found = new TreeMap<>();
                for (int m = 0; m < expected.matches().size(); m++) {
                    found.put(expected.matches().number(m), expected.matches().score(m));
                }
                Map<Integer, Float> hits = new TreeMap<>();
                shards.search(expected.expanded().query(), !expected.relaxed()).forEach(hit -> hits.put(hit.document(), hit.score()));
                assertEquals(found, hits, query.toString());
                answered += hits.isEmpty() ? 0 : 1;
                relaxed += expected.relaxed() ? 1 : 0;
                guessed += guess ? 1 : 0;
            }
            assertTrue(documents == 1 || answered > 1000 && relaxed > 20 && guessed > 20,
                answered + " queries had hits, " + relaxed + " some of the words, " + guessed + " were guessed");
        }
    }

    private static List<String> described(SearchResult result) {
        return result.hits().stream().map(h -> described(h.number(), h.score())).toList();
    }

    private static String described(int number, float score) {
        return number + " " + Integer.toHexString(Float.floatToIntBits(score));
    }

    @Test
    void theBytesDoNotDependOnThreadsOrOrder() throws Exception {
        List<SampleIdea> ideas = new SampleArchive(7, 3000).ideas(150, 200);
        Map<String, byte[]> expected = files(site(ideas, "one", 1));
        List<SampleIdea> shuffled = new ArrayList<>(ideas);
        Collections.shuffle(shuffled, new Random(1));
        Map<String, byte[]> actual = files(site(shuffled, "four", 4));

        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((address, bytes) -> assertArrayEquals(bytes, actual.get(address)));
    }

    @Test
    void oneNewDocumentLeavesMostShardsOfTheOthersAlone() throws Exception {
        List<SampleIdea> ideas = new SampleArchive(8, 20_000).ideas(400, 400);
        Set<String> before = files(site(ideas, "before", 2)).keySet();
        List<SampleIdea> more = new ArrayList<>(ideas);
        more.add(SampleIdea.of("9999", "Something new").created(LocalDate.of(2026, 1, 1)).problem("It is new."));
        Set<String> after = new HashSet<>(files(site(more, "after", 2)).keySet());
        int all = after.size();
        after.removeAll(before);

        assertTrue(after.size() < all / 5, after.size() + " of " + all + " files are new");
    }

    @Test
    void anEmptyArchiveHasARoot() throws Exception {
        Path site = site(List.of(), "empty", 1);
        ShardReader reader = new ShardReader(address -> Files.readAllBytes(site.resolve(address)));

        assertEquals(0, reader.documents());
        assertEquals(List.of(), new ShardSearcher(reader, IndexFields.TEXT).search(
            new ExpandedQuery(List.of(new ExpandedQuery.Unit(List.of(ExpandedQuery.Alternative.of("any")), 1)), List.of()), true));
    }

    @Test
    void facetsAndTextsComeBack() throws Exception {
        List<SampleIdea> ideas = new SampleArchive(9, 500).ideas(50, 120);
        Path site = site(ideas, "site", 2);
        ShardReader reader = new ShardReader(address -> Files.readAllBytes(site.resolve(address)));
        Catalog catalog = SampleIdea.catalog(ideas);
        try (SearchIndex index = SearchIndex.open(folder.resolve("site-index"))) {
            for (int number = 0; number < 50; number++) {
                StoredDocument stored = reader.stored(number);
                assertEquals(index.stored(number), stored);
                assertEquals(catalog.entries().get(number).page(), stored.page());
                for (FacetKind kind : FacetKind.values()) {
                    var column = Objects.requireNonNull(reader.facet(kind.label()));
                    assertEquals(Set.copyOf(kind.valuesOf(catalog.entries().get(number).facts())),
                        Set.copyOf(column.ordinals().get(number).stream().map(column.values()::get).toList()));
                }
            }
        }
    }

    @Test
    void textsAreStoredWholeOnlyInSmallArchives() {
        assertEquals(8_000, ShardExporter.storedCharacters(40));
        assertEquals(4_000, ShardExporter.storedCharacters(2_000));
        assertEquals(500, ShardExporter.storedCharacters(10_000));
        assertEquals(300, ShardExporter.storedCharacters(100_000));
    }
}
