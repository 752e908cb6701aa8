package org.pressroom.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.pressroom.search.SimilarResult.Verdict;
import org.pressroom.search.shard.Bm25;
import org.pressroom.search.shard.StoredDocument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds proposals that had the same problem, in whatever words. Safe for several threads.
///
/// A proposal's score is its [Likeness] to the question, and for the words that both have [#WORDS_WEIGHT] times the cube of their
/// *share*: of what BM25 would give to a document that has all of the question's words any number of times, the part that this one has.
/// Authors of one problem share few words, and what they share then is chance; when most of the question's words are there, that is
/// evidence. A question of more than [#MOST_CHARACTERS] UTF-16 code units or [#MOST_WORDS] different words is compared by its meaning
/// alone, and one of which nobody knows what it means by its words alone. `assets/tried-encoder.js` does the same, but in large archives
/// counts the three words that tell most; `src/docs/prior-problems.md` has the measurements.
public final class Similar {

    /// What words weigh when all are shared.
    static final double WORDS_WEIGHT = 0.4;

    private static final int MOST_WORDS = 32;
    private static final int MOST_CHARACTERS = 2_000;
    /// Where words are all there is, more than so many tell no more.
    private static final int ALL_WORDS = 256;

    private final SearchIndex index;
    private final IndexSearcher lucene;
    private final Likeness likeness;
    private final Bm25 bm25;

    private record Found(int number, double score) { }

    /// @throws IOException when the index can't be read
    public Similar(SearchIndex index, Likeness likeness) throws IOException {
        this.index = index;
        this.likeness = likeness;
        lucene = index.searcher();
        bm25 = index.bm25();
    }

    /// Finds the proposals nearest to a problem.
    ///
    /// @param english whether the question is in English; in other languages only words are compared
    /// @param but     the id of a proposal that is left out; null for none
    /// @param limit   how many hits to return, at least 0
    public SimilarResult find(String question, boolean english, @Nullable String but, int limit) throws IOException {
        if (index.size() == 0) {
            return new SimilarResult(Verdict.NONE, List.of(), !english);
        }
        double[] meaning = english ? likeness.to(question) : null;
        return find(meaning, meaning == null ? words(question).stream().limit(ALL_WORDS).toList() : telling(question), english, but, limit);
    }

    /// @param meaning how near each proposal is to the question; null when nobody knows
    /// @param words   of the question that count
    SimilarResult find(double @Nullable [] meaning, List<String> words, boolean english, @Nullable String but, int limit) throws IOException {
        double[] shares = shares(words);
        double[] scores = new double[shares.length];
        for (int number = 0; number < scores.length; number++) {
            double share = shares[number];
            // Where there is nothing but words, these are all the evidence.
            scores[number] = meaning == null || Double.isNaN(meaning[number]) ? share : meaning[number] + WORDS_WEIGHT * share * share * share;
        }
        List<SimilarHit> hits = new ArrayList<>();
        double best = 0;
        for (Found found : nearest(scores, but == null ? limit : limit + 1)) {
            StoredDocument stored = index.stored(found.number);
            if (!stored.id().equalsIgnoreCase(but) && hits.size() < Math.max(1, limit)) {
                best = Math.max(best, found.score);
                hits.add(new SimilarHit(stored.id(), stored.title(), stored.page(), found.score,
                    stored.status().isEmpty() ? null : stored.status(), stored.outcome().isEmpty() ? null : stored.outcome(),
                    ProblemRecord.read(index.reader().storedFields(), index.document(found.number))));
            }
        }
        return new SimilarResult(likeness.closeness().verdict(best), hits.subList(0, Math.min(limit, hits.size())), !english);
    }

    /// The verdict needs the best, so one is found even where none is wanted.
    private static List<Found> nearest(double[] scores, int limit) {
        return IntStream.range(0, scores.length).mapToObj(number -> new Found(number, scores[number])).filter(found -> found.score > 0)
            .sorted(Comparator.comparingDouble(Found::score).reversed().thenComparing(Found::number)).limit(Math.max(1, limit)).toList();
    }

    /// The words that count beside the meaning.
    private static List<String> telling(String question) {
        List<String> words = question.length() > MOST_CHARACTERS ? List.of() : words(question);
        return words.size() > MOST_WORDS ? List.of() : words;
    }

    /// The terms of a text in their order, each once.
    private static List<String> words(String text) {
        return Analysis.tokens(text).stream().filter(token -> token.kind() != WordScanner.Kind.JOINED).map(Analysis.Token::term).distinct().toList();
    }

    /// Of each document, which part of the best possible BM25 score it has.
    private double[] shares(List<String> words) throws IOException {
        double[] shares = new double[index.size()];
        if (words.isEmpty()) {
            return shares;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        double most = 0;
        for (String word : words) {
            Term term = new Term(IndexFields.TEXT, word);
            any.add(new TermQuery(term), Occur.SHOULD);
            most += bm25.idf(index.reader().docFreq(term));
        }
        Matches matches = lucene.search(any.build(), new Matches.Manager(index));
        for (int i = 0; i < matches.size(); i++) {
            shares[matches.number(i)] = matches.score(i) / most;
        }
        return shares;
    }
}
