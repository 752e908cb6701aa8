package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.catalog.FacetKind;
import org.pressroom.model.BlockKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

class SearcherTest {

    private static final List<SampleIdea> IDEAS = List.of(
        SampleIdea.of("0001", "Refunds in two days").summary("Customers get their money back in two days.")
            .status("approved").outcome("launched").team("Payments").tags("refunds", "money")
            .problem("Refunds take three weeks, and nobody can say where the money is.")
            .solution("A refund is paid out before the parcel has come back.")
            .question("What happens with fraud?",
                "Repeat offenders wait, as they did before. The C++ service scores them.")
            .question("What does it cost?", "About 1,000 euros a month on S3 and a .NET 3.5 service."),
        SampleIdea.of("0002", "A locker for every parcel").summary("Parcels wait where people pass anyway.")
            .status("declined").team("Field Service").tags("parcels").author("Zoë Müller")
            .problem("A parcel that nobody can take costs three visits.")
            .question("Why not the neighbours?", "Neighbours' goodwill ends at the third parcel. User's trust is lost.")
            .block(BlockKind.PROSE, null, "", "Self-service refunds were discussed too."),
        SampleIdea.of("0003", "郵便物を写真で知らせる").summary("届く前に見える").status("in-review")
            .problem("東京都の利用者は郵便受けを毎日確認する。").author("Zoë Müller"));

    @TempDir
    private static Path folder;
    private static SearchIndex index;
    private static Searcher searcher;

    @BeforeAll
    static void makeIndex() throws Exception {
        SampleIdea.index(IDEAS, folder.resolve("index"), 2);
        index = SearchIndex.open(folder.resolve("index"));
        searcher = new Searcher(index);
    }

    @AfterAll
    static void closeIndex() throws IOException {
        index.close();
    }

    private static List<String> ids(String query) throws IOException {
        return searcher.search(SearchRequest.of(query, 10)).hits().stream().map(SearchHit::id).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        refund                     | 0001, 0002
        REFUNDS                    | 0001, 0002
        self-service               | 0002
        C++                        | 0001
        C                          | 0001
        NET                        | 0001
        a+ refund c++              | 0001, 0002
        C#                         |
        parcel -C++                | 0002
        .NET                       | 0001
        3.5                        | 0001
        S3                         | 0001
        1,000                      | 0001
        user's                     | 0002
        neighbour’s                | 0002
        zoe muller                 | 0002, 0003
        Zoë                        | 0002, 0003
        郵便                        | 0003
        利用者                       | 0003
        0002                       | 0002
        parcel -refund             |
        parcel -fraud              | 0002
        status:declined            | 0002
        status:"In Review"         | 0003
        -status:declined           | 0001, 0003
        status:declined status:in-review | 0002, 0003
        team:field-service parcel  | 0002
        team:"Field Service"       | 0002
        tag:money outcome:launched | 0001
        refund status:declined     | 0002
        refund status:unheard      |
        the of and                 |
        "three weeks"              | 0001
        "weeks three"              |
        "back. Refunds take"       |
        parcel -"three visits"     | 0001
        refund*                    | 0001, 0002
        neigh* parcel*             | 0002
        title:refunds              | 0001
        title:parcel               | 0002
        problem:refund             | 0001
        problem:"three weeks"      | 0001
        faq:cost                   | 0001
        faq:locker                 |
        title:refu*                | 0001
        solution:"refund is paid"  | 0001
        author:zoe                 | 0002, 0003
        author:"Zoë Müller" locker | 0002
        id:0003                    | 0003
        -title:refunds             | 0002, 0003
        refnud                     | 0001, 0002
        neighbuors                 | 0002
        since:2021                 |
        since:2020 until:2020-01   | 0001, 0002, 0003
        refund until:2019          |
        lorry                      |
        """)
    void findsWhatWasTyped(String query, String expected) throws IOException {
        assertEquals(expected == null ? List.of() : List.of(expected.split(", ")), ids(query));
    }

    @Test
    void synonymsStandForEachOther() throws IOException {
        Searcher knowing = new Searcher(index, Synonyms.of(List.of(List.of("postbox", "locker"), List.of("cheaters", "repeat offenders"))));

        assertEquals(List.of("0002"), knowing.search(SearchRequest.of("postbox", 5)).hits().stream().map(SearchHit::id).toList());
        assertEquals(List.of("0001"), knowing.search(SearchRequest.of("cheater", 5)).hits().stream().map(SearchHit::id).toList());
        assertEquals(List.of(), ids("postbox"));
        Searcher careful = new Searcher(index, Synonyms.of(List.of(List.of("whereabouts", "where the money is"), List.of("cpp", "C++"))));
        assertEquals(List.of("0001"), careful.search(SearchRequest.of("whereabouts", 5)).hits().stream().map(SearchHit::id).toList());
        assertEquals(List.of("0001"), careful.search(SearchRequest.of("cpp", 5)).hits().stream().map(SearchHit::id).toList());
    }

    @Test
    void wordsThatMakeAFormTogetherStandForTheOthers() throws IOException {
        Searcher knowing = new Searcher(index, Synonyms.of(List.of(List.of("pigeon hole box", "locker"), List.of("dove", "box"))));

        for (String query : List.of("pigeon hole box", "parcel pigeon hole box", "pigeons the hole boxes")) {
            assertEquals(List.of("0002"), knowing.search(SearchRequest.of(query, 5)).hits().stream().map(SearchHit::id).toList(), query);
            assertFalse(knowing.search(SearchRequest.of(query, 5)).relaxed(), query);
        }
        for (String query : List.of("pigeon hole", "hole pigeon box", "pigeon title:hole box", "pigeon -hole box")) {
            assertEquals(0, knowing.search(SearchRequest.of(query, 5)).total(), query);
        }
    }

    @Test
    void aTypingErrorIsMendedAndSaid() throws IOException {
        assertEquals(Map.of("neighbuors", "Neighbours"), searcher.search(SearchRequest.of("neighbuors parcel", 5)).corrections());
        assertEquals(Map.of(), searcher.search(SearchRequest.of("neighbours parcel", 5)).corrections());
        assertEquals(Map.of("enighbours", "Neighbours"), searcher.search(SearchRequest.of("enighbours parcel", 5)).corrections());
        assertEquals(Map.of("nighbours", "Neighbours"), searcher.search(SearchRequest.of("nighbours parcel", 5)).corrections());
        assertEquals(Map.of("gneighbours", "Neighbours"), searcher.search(SearchRequest.of("gneighbours parcel", 5)).corrections());
        assertEquals(Map.of("naighbours", "Neighbours"), searcher.search(SearchRequest.of("naighbours parcel", 5)).corrections());
        assertEquals(List.of("0002"), ids("parcel neighb"));
    }

    @Test
    void anIdTypedAloneGoesFirst() throws Exception {
        Path own = folder.resolve("ids");
        List<SampleIdea> ideas = List.of(SampleIdea.of("2024", "Something"), SampleIdea.of("7", "2024 2024 2024").summary("2024"));
        SampleIdea.index(ideas, own, 1);
        try (SearchIndex ids = SearchIndex.open(own)) {
            List<SearchHit> hits = new Searcher(ids).search(SearchRequest.of("2024", 5)).hits();
            assertEquals(List.of("2024", "7"), hits.stream().map(SearchHit::id).toList());
            assertTrue(hits.getFirst().score() < hits.getLast().score());
            assertEquals(1, new Searcher(ids).search(SearchRequest.of("2024", 1)).hits().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FO-402", "id:fo-402", "\"FO-402\""})
    void theKeyInATrackerIsFound(String query) throws Exception {
        Path own = folder.resolve("keys");
        SampleIdea.index(List.of(SampleIdea.of("1", "One screen").tracking("https://track.example/browse/FO-402/?view=board#top"),
            SampleIdea.of("2", "Another").problem("A fo in 402.").tracking("https://track.example/")), own, 1);
        try (SearchIndex keys = SearchIndex.open(own)) {
            assertEquals("1", new Searcher(keys).search(SearchRequest.of(query, 5)).hits().getFirst().id());
        }
    }

    @Test
    void allWordsMustMatchUnlessNoneHasThemAll() throws IOException {
        SearchResult all = searcher.search(SearchRequest.of("parcel neighbours", 10));
        SearchResult some = searcher.search(SearchRequest.of("parcel neighbours fraud", 10));

        assertEquals(1, all.total());
        assertFalse(all.relaxed());
        assertEquals(2, some.total());
        assertTrue(some.relaxed());
    }

    @Test
    void aHitLinksToItsBestSection() throws IOException {
        SearchHit hit = searcher.search(SearchRequest.of("neighbours", 1)).hits().getFirst();

        assertEquals("ideas/0002.html#q-2", hit.url());
        assertEquals("q-2", hit.section());
        assertEquals("Why not the neighbours?", hit.sectionTitle());
        assertEquals("declined", hit.status());
        assertNull(hit.outcome());
        assertEquals("Neighbours' goodwill ends at the third parcel. User's trust is lost. "
            + "Self-service refunds were discussed too.", hit.snippet().text());
        assertEquals("Neighbours", hit.snippet().text().substring(0, hit.snippet().marks().getFirst().end()));
    }

    @Test
    void aSnippetShowsAPhraseWhereItStands() throws Exception {
        Path own = folder.resolve("phrase");
        String filler = "Nothing is said of it here, and then nothing again, for as long as a line takes, and for one more. ".repeat(3);
        SampleIdea idea = SampleIdea.of("1", "Visits").summary("A visit is followed by a second letter. " + filler + "Then the second visit costs. " + filler);
        SampleIdea.index(List.of(idea), own, 1);
        try (SearchIndex one = SearchIndex.open(own)) {
            for (String query : List.of("\"second visit\"", "visit second")) {
                Snippet snippet = new Searcher(one).search(SearchRequest.of(query, 1)).hits().getFirst().snippet();
                assertTrue(snippet.text().contains("Then the second visit costs."), snippet.text());
            }
            Snippet single = new Searcher(one).search(SearchRequest.of("visit", 1)).hits().getFirst().snippet();
            assertTrue(single.text().startsWith("A visit"), single.text());
        }
    }

    @Test
    void aWordOfTheTitleLeadsToTheTop() throws IOException {
        SearchHit hit = searcher.search(SearchRequest.of("locker", 1)).hits().getFirst();

        assertEquals("ideas/0002.html", hit.url());
        assertNull(hit.section());
    }

    @Test
    void facetsCountAsIfTheirOwnKindWereNotFilteredBy() throws IOException {
        SearchResult result = searcher.search(new SearchRequest("refund",
            Map.of(FacetKind.STATUS, Set.of("declined")), 10));

        assertEquals(1, result.total());
        assertEquals(Map.of("approved", 1, "declined", 1), result.facets().get(FacetKind.STATUS));
        assertEquals(Map.of(), result.facets().get(FacetKind.OUTCOME));
    }

    @Test
    void theLimitLimitsHitsAndNotTheTotal() throws IOException {
        SearchResult result = searcher.search(SearchRequest.of("refund", 1));

        assertEquals(1, result.hits().size());
        assertEquals(2, result.total());
        assertEquals(List.of(), searcher.search(SearchRequest.of("refund", 0)).hits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\"", "((((", "[a-", "<script>alert(1)</script>", "-", "--", "status:",
        "a\u0000b",
        "\uD800", "\uDC00x", "the", "-status:", "tag:\"unbalanced", "*", "\\", "🚀"})
    void oddQueriesGetAnAnswer(String query) throws IOException {
        SearchResult result = searcher.search(SearchRequest.of(query, 10));

        assertEquals(3, result.documents());
        assertEquals(result.total(), result.hits().size());
    }

    @Test
    void aQueryOfTenThousandCharactersGetsAnAnswer() throws IOException {
        assertTrue(searcher.search(SearchRequest.of("refund " + "parcel ".repeat(1500), 10)).total() > 0);
        assertEquals(SearchQuery.MOST_CLAUSES,
            SearchQuery.parse("w" + String.join(" w", IntStream.range(0, 300)
                .mapToObj(Integer::toString).toList())).clauses().size());
    }

    @Test
    void aQueryWithoutWordsSaysSo() throws IOException {
        assertTrue(searcher.search(SearchRequest.of("-the", 10)).wordless());
        assertFalse(searcher.search(SearchRequest.of("the", 10)).wordless());
        assertFalse(searcher.search(SearchRequest.of("unheard", 10)).wordless());
        assertFalse(searcher.search(SearchRequest.of("status:declined", 10)).wordless());
    }

    @Test
    void theFingerprintComesBack() throws IOException {
        assertEquals("made for a test", index.fingerprint());
        assertEquals(Optional.of("made for a test"), SearchIndex.fingerprintIn(folder.resolve("index")));
        assertEquals(Optional.empty(), SearchIndex.fingerprintIn(folder.resolve("missing")));
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("segments_1"), "nonsense");
        assertEquals(Optional.empty(), SearchIndex.fingerprintIn(damaged));
        assertThrows(IOException.class, () -> SearchIndex.open(damaged));
    }

    @Test
    void whatIsNotCommittedLeavesTheOldIndexAsItWas() throws Exception {
        Path mine = folder.resolve("mine");
        SampleIdea.index(IDEAS, mine, 1);
        try (IndexBuilder builder = new IndexBuilder(mine)) {
            builder.add("first", SampleIdea.catalog(IDEAS).entries().getFirst(), IDEAS.getFirst().document(), null);
        }
        try (SearchIndex old = SearchIndex.open(mine)) {
            assertEquals(3, old.size());
        }
    }
}
