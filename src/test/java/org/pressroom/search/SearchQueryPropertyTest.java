package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.pressroom.search.SearchQuery.Clause;
import org.pressroom.search.SearchQuery.Form;

import java.util.List;

/// Whatever is typed into the search field is a query within bounds, and the same one each time.
class SearchQueryPropertyTest {

    private static final List<String> PIECES = List.of("second", "visit", "c++", ".NET", "don't", "the", " ", " ", " ", "\"", "\"", "-", "--", "*", "**", ":", "status:", "TAG:", "team:\"", "title:", "id:", "-faq:",
        "since:2024", "until:2025-06", "since:2024-13", "until:2023-02-30", "-since:2024", "0042", "東京都", "ｆｕｌｌ", "\uD83D\uDE00", "\uD83D", "\u00AD", "\u00A0", "\t", "\n", "İ", "ß", "(", ")", "\\", "x".repeat(300));

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(PIECES).list().ofMaxSize(120).map(pieces -> String.join("", pieces))),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(300)));
    }

    @Property(seed = "20260801", tries = 500)
    void anyTextIsAQueryWithinBoundsAndTheSameTwice(@ForAll("queries") String text) {
        SearchQuery query = SearchQuery.parse(text);

        assertEquals(query, SearchQuery.parse(text));
        assertTrue(query.clauses().size() <= SearchQuery.MOST_CLAUSES, query::toString);
        query.clauses().forEach((clause, times) -> {
            assertTrue(times >= 1 && !clause.words().isEmpty() && clause.words().size() <= 32, clause::toString);
            assertTrue(clause.form() == Form.PHRASE || clause.excluded() || clause.words().size() == 1, clause::toString);
            assertFalse(clause.words().stream().anyMatch(word -> word.term().isEmpty()), clause::toString);
        });
        Clause id = query.id();
        assertTrue(id == null || text.chars().anyMatch(Character::isDigit), query::toString);
        assertEquals(query.clauses(), SearchQuery.parse(text + " ").clauses());
    }
}
