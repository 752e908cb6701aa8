package org.pressroom.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.pressroom.catalog.FacetKind;
import org.pressroom.search.shard.Bm25;
import org.pressroom.search.shard.FacetColumn;
import org.pressroom.search.shard.FieldStatistics;
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

/// Answers queries from an index. Safe for several threads.
public final class Searcher {

    /// The kinds of facet that results are counted by.
    static final List<FacetKind> COUNTED = List.of(FacetKind.STATUS, FacetKind.OUTCOME);

    private static final Comparator<Found> BEST_FIRST =
        Comparator.comparing(Found::score).reversed().thenComparing(Found::number);

    private final SearchIndex index;
    private final IndexSearcher lucene;

    private record Found(int number, float score) { }

    public Searcher(SearchIndex index) {
        this.index = index;
        lucene = new IndexSearcher(index.reader());
        lucene.setSimilarity(new BM25Similarity());
        lucene.setQueryCache(null);
    }

    /// Finds the ideas that have all words of the query or, when there is none, those that have some.
    public SearchResult search(SearchRequest request) throws IOException {
        SearchQuery query = SearchQuery.parse(request.query()).narrowedTo(request.filters());
        if (query.isEmpty()) {
            return new SearchResult(request.query(), index.size(), 0, false, true, List.of(), Map.of());
        }
        Matches matches = lucene.search(query(query, Occur.MUST), new Matches.Manager(index));
        boolean relaxed = matches.size() == 0 && query.terms().size() > 1;
        if (relaxed) {
            matches = lucene.search(query(query, Occur.SHOULD), new Matches.Manager(index));
            relaxed = matches.size() > 0;
        }
        FacetFilters filters = new FacetFilters(index, query);
        PriorityQueue<Found> best = new PriorityQueue<>(BEST_FIRST.reversed());
        Map<FacetKind, int[]> counts = new EnumMap<>(FacetKind.class);
        COUNTED.forEach(kind -> counts.put(kind, new int[index.facet(kind).values().size()]));
        int total = 0;
        for (int i = 0; i < matches.size(); i++) {
            int number = matches.number(i);
            filters.count(number, counts);
            if (filters.accept(number)) {
                total++;
                best.add(new Found(number, matches.score(i)));
                if (best.size() > request.limit()) {
                    best.poll();
                }
            }
        }
        List<SearchHit> hits = new ArrayList<>(best.size());
        for (Found found : best.stream().sorted(BEST_FIRST).toList()) {
            hits.add(hit(found, query));
        }
        return new SearchResult(request.query(), index.size(), total, relaxed, false, hits, named(counts));
    }

    private static Query query(SearchQuery query, Occur words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (query.terms().isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        query.terms().forEach((term, count) -> all.add(
            new BoostQuery(new TermQuery(new Term(IndexFields.TEXT, term)), count), words));
        for (Set<String> excluded : query.excluded()) {
            BooleanQuery.Builder together = new BooleanQuery.Builder();
            excluded.forEach(term -> together.add(new TermQuery(new Term(IndexFields.TEXT, term)), Occur.FILTER));
            all.add(together.build(), Occur.MUST_NOT);
        }
        return all.build();
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

    private SearchHit hit(Found found, SearchQuery query) throws IOException {
        StoredDocument stored = index.stored(found.number());
        int best = bestSection(found.number(), query.terms(), stored.sections().size());
        StoredSection section = stored.sections().get(best);
        String text = section.text().isEmpty() ? stored.sections().getFirst().text() : section.text();
        return new SearchHit(found.number(), stored.id(), stored.title(),
            section.anchor().isEmpty() ? stored.page() : stored.page() + "#" + section.anchor(), found.score(),
            section.anchor().isEmpty() ? null : section.anchor(), section.title().isEmpty() ? null : section.title(),
            Snippet.of(text, query.terms().keySet()), stored.status().isEmpty() ? null : stored.status(),
            stored.outcome().isEmpty() ? null : stored.outcome());
    }

    /// The section in which the most telling terms weigh most: the sum of the idf of the terms whose best section it
    /// is.
    private int bestSection(int number, Map<String, Integer> terms, int sections) throws IOException {
        int document = index.document(number);
        LeafReaderContext leaf = index.reader().leaves().get(ReaderUtil.subIndex(document, index.reader().leaves()));
        SectionTable table = SectionTable.of(leaf.reader(), document - leaf.docBase);
        Bm25 bm25 = new Bm25(new FieldStatistics(IndexFields.TEXT, index.reader().getDocCount(IndexFields.TEXT),
            index.reader().getSumTotalTermFreq(IndexFields.TEXT)));
        double[] points = new double[sections];
        int best = 0;
        for (String word : terms.keySet()) {
            Term term = new Term(IndexFields.TEXT, word);
            int section = table.find(term.bytes());
            if (section >= 0) {
                points[section] += bm25.idf(index.reader().docFreq(term));
            }
        }
        for (int section = 1; section < sections; section++) {
            best = points[section] > points[best] ? section : best;
        }
        return best;
    }
}
