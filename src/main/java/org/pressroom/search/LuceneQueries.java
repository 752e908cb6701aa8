package org.pressroom.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanPositionRangeQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.pressroom.search.shard.ExpandedQuery;
import org.pressroom.search.shard.ExpandedQuery.Alternative;
import org.pressroom.search.shard.ExpandedQuery.Unit;
import org.pressroom.search.shard.ExpandedQuery.Word;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lucene's queries for ours: terms score, where they must stand only filters. See
/// [ShardSearcher][org.pressroom.search.shard.ShardSearcher] for what that makes of scores.
final class LuceneQueries {

    private LuceneQueries() { }

    /// @param all whether a document must have all that is required, or some
    static Query of(ExpandedQuery query, boolean all) {
        BooleanQuery.Builder whole = new BooleanQuery.Builder();
        Map<String, Integer> plain = new LinkedHashMap<>();
        if (query.required().isEmpty()) {
            whole.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        for (Unit unit : query.required()) {
            Alternative first = unit.alternatives().getFirst();
            if (unit.alternatives().size() == 1 && (all || first.isTerm())) {
                first.words().forEach(word -> plain.merge(word.term(), unit.boost(), Integer::sum));
                if (!first.isPlain()) {
                    filter(whole, first);
                }
            } else {
                whole.add(best(unit), all ? Occur.MUST : Occur.SHOULD);
            }
        }
        plain.forEach((term, boost) -> whole.add(boosted(term, boost), all ? Occur.MUST : Occur.SHOULD));
        for (Alternative excluded : query.excluded()) {
            whole.add(held(excluded), Occur.MUST_NOT);
        }
        return whole.build();
    }

    private static Query best(Unit unit) {
        List<Query> alternatives = unit.alternatives().stream().map(a -> scored(a, unit.boost())).toList();
        return alternatives.size() == 1 ? alternatives.getFirst() : new DisjunctionMaxQuery(alternatives, 0);
    }

    private static Query scored(Alternative alternative, int boost) {
        if (alternative.isTerm()) {
            return boosted(alternative.words().getFirst().term(), boost);
        }
        BooleanQuery.Builder together = new BooleanQuery.Builder();
        Map<String, Integer> counts = new LinkedHashMap<>();
        alternative.words().forEach(word -> counts.merge(word.term(), boost, Integer::sum));
        counts.forEach((term, count) -> together.add(boosted(term, count), Occur.MUST));
        if (!alternative.isPlain()) {
            filter(together, alternative);
        }
        return together.build();
    }

    private static Query boosted(String term, int boost) {
        return new BoostQuery(new TermQuery(new Term(IndexFields.TEXT, term)), boost);
    }

    /// The documents that have an alternative, without a score.
    static Query held(Alternative alternative) {
        BooleanQuery.Builder together = new BooleanQuery.Builder();
        if (alternative.isPlain()) {
            alternative.words().forEach(word -> together.add(new TermQuery(new Term(IndexFields.TEXT, word.term())), Occur.FILTER));
        } else {
            filter(together, alternative);
        }
        return together.build();
    }

    private static void filter(BooleanQuery.Builder to, Alternative alternative) {
        if (alternative.region() == ExpandedQuery.ANYWHERE) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            alternative.words().forEach(word -> phrase.add(new Term(IndexFields.TEXT, word.term()), word.offset()));
            to.add(phrase.build(), Occur.FILTER);
        } else if (alternative.adjacent()) {
            to.add(within(alternative.region(), near(alternative.words())), Occur.FILTER);
        } else {
            alternative.words().forEach(word -> to.add(
                within(alternative.region(), new SpanTermQuery(new Term(IndexFields.TEXT, word.term()))), Occur.FILTER));
        }
    }

    private static SpanQuery within(int region, SpanQuery spans) {
        return new SpanPositionRangeQuery(spans, region << Region.BITS, region + 1 << Region.BITS);
    }

    private static SpanQuery near(List<Word> words) {
        if (words.size() == 1) {
            return new SpanTermQuery(new Term(IndexFields.TEXT, words.getFirst().term()));
        }
        SpanNearQuery.Builder near = SpanNearQuery.newOrderedNearQuery(IndexFields.TEXT);
        int end = 0;
        for (Word word : words) {
            if (word.offset() > end) {
                near.addGap(word.offset() - end);
            }
            near.addClause(new SpanTermQuery(new Term(IndexFields.TEXT, word.term())));
            end = word.offset() + 1;
        }
        return near.build();
    }
}
