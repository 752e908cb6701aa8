package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.SearchTransfer;
import org.pressroom.browser.SiteServer;
import org.pressroom.search.shard.ShardReader;
import org.pressroom.search.shard.TermSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// What a query makes a browser fetch, from a server that compresses and takes its time. `TransferBenchmarkIT` measures the same
/// on a large archive; the bounds here are a fifth above what this small one takes.
class SearchTransferIT {

    private static final int LATENCY = 150;
    private static final int ONE_WORD = 64_000;
    private static final int THREE_WORDS = 85_000;
    private static final int NEXT = 52_000;

    @TempDir
    private static Path folder;
    private static Browsers browsers;
    private static SearchSite site;
    private static SiteServer server;
    private static List<String> words;

    @BeforeAll
    static void open() throws Exception {
        browsers = Browsers.launch();
        site = SearchSite.of(new SampleArchive(21, 3000).ideas(600, 260), folder);
        server = SiteServer.distant(site.folder(), "/ideas/", LATENCY);
        words = new ShardReader(address -> Files.readAllBytes(site.folder().resolve(address))).terms(IndexFields.TEXT).startingWith("")
            .stream().sorted(Comparator.comparing(TermSource.Counted::documents).reversed()).map(TermSource.Counted::term)
            .filter(term -> term.matches("[a-z]{3,}") && Analysis.tokens(term).stream().map(Analysis.Token::term).toList().equals(List.of(term)))
            .toList();
    }

    @AfterAll
    static void close() throws IOException {
        site.close();
        server.close();
        browsers.close();
    }

    private static SearchTransfer.Query cold(String query) {
        try (SearchTransfer visitor = new SearchTransfer(browsers, server.address())) {
            return visitor.open(query);
        }
    }

    @Test
    void aWordTakesFewBytesAndSteps() {
        assertFrugal(cold(words.getFirst()), ONE_WORD);
        assertFrugal(cold(words.get(60)), ONE_WORD);
    }

    @Test
    void commonWordsTakeFewBytesAndSteps() {
        assertFrugal(cold(String.join(" ", words.subList(0, 3))), THREE_WORDS);
    }

    @Test
    void theNextQueryFetchesOnlyWhatIsNew() {
        try (SearchTransfer visitor = new SearchTransfer(browsers, server.address())) {
            visitor.open(words.get(70));
            assertFrugal(visitor.replace(words.get(80)), NEXT);
            assertEquals(0, visitor.replace(words.get(70)).files());
        }
    }

    private static void assertFrugal(SearchTransfer.Query query, int bytes) {
        assertEquals(10, query.hits(), query::toString);
        assertTrue(query.steps() <= 4, query::toString);
        assertTrue(query.bytes() <= bytes, query::toString);
    }
}
