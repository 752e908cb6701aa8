package org.pressroom.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.FacetKind;
import org.pressroom.search.shard.Bm25;
import org.pressroom.search.shard.ExpandedQuery;
import org.pressroom.search.shard.FacetColumn;
import org.pressroom.search.shard.StoredDocument;
import org.pressroom.search.shard.StoredSection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Answers queries from an index. Safe for several threads.
public final class Searcher {

    private static final Comparator<Found> BEST_FIRST =
        Comparator.comparing(Found::score).reversed().thenComparing(Found::number);

    private final SearchIndex index;
    private final IndexSearcher lucene;
    private final QueryExpansion expansion;

    private record Found(int number, float score) { }

    public Searcher(SearchIndex index) {
        this(index, Synonyms.NONE);
    }

    public Searcher(SearchIndex index, Synonyms synonyms) {
        this.index = index;
        lucene = index.searcher();
        expansion = new QueryExpansion(new LuceneTerms(index.reader()), synonyms.groups());
    }

    /// What a query came to.
    ///
    /// @param relaxed whether some of the query is enough, since no document has all of it
    record Answer(QueryExpansion.Result expanded, boolean relaxed, Matches matches) { }

    /// The documents that have all of a query. When there are none, those that have all of what its author may have meant; when
    /// there are none of these either, those that have some of it.
    Answer answer(SearchQuery query) throws IOException {
        QueryExpansion.Result expanded = expansion.expand(query, false);
        Matches matches = matches(expanded.query(), true);
        if (matches.size() == 0) {
            QueryExpansion.Result guessed = expansion.expand(query, true);
            if (!guessed.guessed().isEmpty()) {
                expanded = guessed;
                matches = matches(expanded.query(), true);
            }
        }
        if (matches.size() == 0 && expanded.query().required().size() > 1) {
            matches = matches(expanded.query(), false);
            return new Answer(expanded, matches.size() > 0, matches);
        }
        return new Answer(expanded, false, matches);
    }

    private Matches matches(ExpandedQuery query, boolean all) throws IOException {
        return lucene.search(LuceneQueries.of(query, all), new Matches.Manager(index));
    }

    /// Finds the ideas that have all of the query or, when there is none, those that have some.
    public SearchResult search(SearchRequest request) throws IOException {
        SearchQuery query = SearchQuery.parse(request.query()).narrowedTo(request.filters());
        if (query.isEmpty()) {
            return new SearchResult(request.query(), index.size(), 0, false, true, Map.of(), List.of(), Map.of());
        }
        Answer answer = answer(query);
        Matches matches = answer.matches;
        FacetFilters filters = new FacetFilters(index, query);
        int named = named(query);
        PriorityQueue<Found> best = new PriorityQueue<>(BEST_FIRST.reversed());
        Map<FacetKind, int[]> counts = new EnumMap<>(FacetKind.class);
        request.counted().forEach(kind -> counts.put(kind, new int[index.facet(kind).values().size()]));
        int first = index.size() - index.days().length;
        int from = query.dated() ? first + firstDay(query.since()) : 0;
        int to = query.until() == SearchQuery.NO_DAY ? index.size() : first + firstDay(query.until() + 1);
        int total = 0;
        @Nullable Found asked = null;
        for (int i = 0; i < matches.size(); i++) {
            int number = matches.number(i);
            if (number < from || number >= to) {
                continue;
            }
            filters.count(number, counts);
            if (filters.accept(number)) {
                total++;
                Found found = new Found(number, matches.score(i));
                if (number == named) {
                    asked = found;
                    continue;
                }
                best.add(found);
                if (best.size() > request.limit()) {
                    best.poll();
                }
            }
        }
        List<Found> order = new ArrayList<>(best.stream().sorted(BEST_FIRST).toList());
        if (asked != null) {
            order.addFirst(asked);
        }
        List<SearchHit> hits = new ArrayList<>(order.size());
        for (Found found : order.subList(0, Math.min(order.size(), request.limit()))) {
            hits.add(hit(found, answer.expanded.query().terms()));
        }
        return new SearchResult(request.query(), index.size(), total, answer.relaxed, false, corrections(answer, hits), hits,
            named(counts));
    }

    /// The place in [SearchIndex#days()] of the first document of a day or a later one.
    private int firstDay(int day) {
        int at = 0;
        while (at < index.days().length && index.days()[at] < day) {
            at++;
        }
        return at;
    }

    /// The document whose id the query is; -1 when there is none.
    private int named(SearchQuery query) throws IOException {
        SearchQuery.Clause id = query.id();
        if (id == null) {
            return -1;
        }
        Matches matches = lucene.search(
            LuceneQueries.held(new ExpandedQuery.Alternative(id.words(), id.region(), true)), new Matches.Manager(index));
        String key = Analysis.key(id.written());
        for (int i = 0; i < matches.size(); i++) {
            if (Analysis.key(index.stored(matches.number(i)).id()).equals(key)) {
                return matches.number(i);
            }
        }
        return -1;
    }

    /// What words without a document were taken for: the likeliest term that a hit shows, as it is written there.
    private static Map<String, String> corrections(Answer answer, List<SearchHit> hits) {
        Map<String, String> corrections = new LinkedHashMap<>();
        answer.expanded.guessed().forEach((clause, terms) -> {
            if (!terms.getFirst().startsWith(clause.words().getFirst().term())) {
                corrections.put(clause.written(), terms.stream().flatMap(term -> hits.stream()
                    .flatMap(hit -> Stream.of(hit.snippet().text(), hit.title())).flatMap(text -> Analysis.tokens(text).stream()
                        .filter(token -> token.term().equals(term)).map(token -> text.substring(token.start(), token.end()))))
                    .findFirst().orElse(terms.getFirst()));
            }
        });
        return corrections;
    }

    private Map<FacetKind, Map<String, Integer>> named(Map<FacetKind, int[]> counts) {
        Map<FacetKind, Map<String, Integer>> named = new EnumMap<>(FacetKind.class);
        counts.forEach((kind, of) -> {
            FacetColumn column = index.facet(kind);
            Map<String, Integer> byValue = new LinkedHashMap<>();
            List<Integer> ordinals = new ArrayList<>();
            for (int ordinal = 0; ordinal < of.length; ordinal++) {
                if (of[ordinal] > 0) {
                    ordinals.add(ordinal);
                }
            }
            ordinals.sort(Comparator.comparing((Integer ordinal) -> -of[ordinal]));
            ordinals.forEach(ordinal -> byValue.put(column.values().get(ordinal), of[ordinal]));
            named.put(kind, byValue);
        });
        return named;
    }

    private SearchHit hit(Found found, Set<String> terms) throws IOException {
        StoredDocument stored = index.stored(found.number());
        StoredDocument shown = stored.within(ShardExporter.storedCharacters(index.size()));
        int best = bestSection(found.number(), terms, shown.sections());
        StoredSection section = stored.sections().get(best);
        String text = section.text().isEmpty() ? stored.sections().getFirst().text() : section.text();
        return new SearchHit(found.number(), stored.id(), stored.title(),
            section.anchor().isEmpty() ? stored.page() : stored.page() + "#" + section.anchor(), found.score(),
            section.anchor().isEmpty() ? null : section.anchor(), section.title().isEmpty() ? null : section.title(),
            Snippet.of(text, terms), stored.status().isEmpty() ? null : stored.status(),
            stored.outcome().isEmpty() ? null : stored.outcome());
    }

    /// The section with the greatest sum of the idf of terms that speak for it. A term that is in few documents speaks for the
    /// section in which it weighs most; one that is in many, for the first whose title has it.
    ///
    /// @param sections that the site knows
    private int bestSection(int number, Set<String> terms, List<StoredSection> sections) throws IOException {
        int document = index.document(number);
        LeafReaderContext leaf = index.reader().leaves().get(ReaderUtil.subIndex(document, index.reader().leaves()));
        SectionTable table = SectionTable.of(leaf.reader(), document - leaf.docBase);
        Bm25 bm25 = index.bm25();
        List<Set<String>> titles = sections.stream().map(section -> Analysis.tokens(section.title()).stream()
            .map(Analysis.Token::term).collect(Collectors.toSet())).toList();
        int mostTold = ShardExporter.mostTold(index.size());
        double[] points = new double[sections.size()];
        int best = 0;
        for (String word : terms) {
            Term term = new Term(IndexFields.TEXT, word);
            int df = index.reader().docFreq(term);
            int section = df <= mostTold ? table.find(term.bytes())
                : IntStream.range(0, titles.size()).filter(i -> titles.get(i).contains(word)).findFirst().orElse(-1);
            if (section >= 0) {
                points[section < points.length ? section : 0] += bm25.idf(df);
            }
        }
        for (int section = 1; section < points.length; section++) {
            best = points[section] > points[best] ? section : best;
        }
        return best;
    }
}
