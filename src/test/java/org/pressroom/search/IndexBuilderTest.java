package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.catalog.Catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An index that is gone on with many times has what it should have, and no more.
class IndexBuilderTest {

    private static final int ROUNDS = 90;
    private static final int REPLACED = 1;

    @TempDir
    private Path folder;

    @Test
    void whatIsReplacedAgainAndAgainLeavesNoTrace() throws Exception {
        List<SampleIdea> ideas = new ArrayList<>(new SampleArchive(7, 400).ideas(60, 120));
        Path index = folder.resolve("index");
        Catalog catalog = SampleIdea.index(ideas, index, 2);
        int most = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            try (IndexBuilder builder = IndexBuilder.goingOn(index)) {
                Map<String, Integer> held = builder.held();
                assertEquals(ideas.size(), held.size());
                for (int i = 0; i < REPLACED; i++) {
                    int number = (round * REPLACED + i) % ideas.size();
                    String old = held.entrySet().stream().filter(one -> one.getValue() == number).findFirst().orElseThrow().getKey();
                    builder.remove(old);
                    SampleIdea idea = ideas.stream().filter(one -> catalog.at(one.document().path()).orElseThrow().number() == number).findFirst().orElseThrow();
                    builder.add(number + " in round " + round, catalog.entries().get(number), idea.document(), null);
                }
                builder.commit("round " + round, "content " + round);
            }
            try (SearchIndex open = SearchIndex.open(index)) {
                assertEquals(ideas.size(), open.size());
                most = Math.max(most, open.reader().leaves().size());
            }
        }
        assertTrue(most > 20 && most <= 64, "pieces are merged now and then: " + most);
        Path fresh = folder.resolve("fresh");
        SampleIdea.index(ideas, fresh, 2);
        try (SearchIndex gone = SearchIndex.open(index); SearchIndex made = SearchIndex.open(fresh)) {
            for (String word : List.of("café", "the", "postal", "S3")) {
                assertEquals(new Searcher(made, Synonyms.NONE).search(SearchRequest.of(word, 20)).hits().toString(),
                    new Searcher(gone, Synonyms.NONE).search(SearchRequest.of(word, 20)).hits().toString(), word);
            }
        }
    }
}
