package org.pressroom.search.shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds and scores documents as Lucene does, bit for bit, from the files alone.
///
/// Scores are floats. Where all units are asked for, a unit with one alternative adds the scores of its terms to the
/// document's sum; any other unit, and each unit of a relaxed search, adds one number: the best of its alternatives, of
/// which each is the sum of its terms as a float. Sums are doubles. A term that several such units name counts once, with
/// the sum of their boosts.
///
/// Not safe for several threads.
public final class ShardSearcher {

    /// A document that answers a query.
    public record Hit(int document, float score) { }

    private final ShardReader reader;
    private final String field;
    private final Bm25 bm25;
    private final byte[] norms;
    private final Map<String, PostingList> lists = new HashMap<>();
    private final Map<String, PostingList> listsWithPositions = new HashMap<>();

    public ShardSearcher(ShardReader reader, String field) throws IOException {
        this.reader = reader;
        this.field = field;
        this.bm25 = new Bm25(reader.statistics(field));
        this.norms = reader.norms(field);
    }

    /// The documents that answer, best first, among equals the lower number.
    ///
    /// @param all whether a document must have all that is required
    public List<Hit> search(ExpandedQuery query, boolean all) throws IOException {
        int documents = reader.documents();
        double[] sums = new double[documents];
        int[] matches = new int[documents];
        Map<String, Integer> plain = new HashMap<>();
        for (ExpandedQuery.Unit unit : query.required()) {
            boolean single = unit.alternatives().size() == 1;
            ExpandedQuery.Alternative first = unit.alternatives().getFirst();
            if (single && (all || first.isTerm())) {
                first.words().forEach(word -> plain.merge(word.term(), unit.boost(), Integer::sum));
                BitSet held = matching(first);
                held.stream().forEach(d -> matches[d]++);
            } else {
                float[] best = best(unit);
                for (int d = 0; d < documents; d++) {
                    if (best[d] >= 0) {
                        sums[d] += best[d];
                        matches[d]++;
                    }
                }
            }
        }
        for (Map.Entry<String, Integer> term : plain.entrySet()) {
            add(term.getKey(), term.getValue(), sums);
        }
        BitSet gone = new BitSet();
        for (ExpandedQuery.Alternative excluded : query.excluded()) {
            gone.or(matching(excluded));
        }
        int needed = all ? query.required().size() : Math.min(1, query.required().size());
        List<Hit> hits = new ArrayList<>();
        for (int d = 0; d < documents; d++) {
            if (matches[d] >= needed && !gone.get(d)) {
                hits.add(new Hit(d, (float) sums[d]));
            }
        }
        hits.sort(Comparator.comparing(Hit::score).reversed().thenComparing(Hit::document));
        return hits;
    }

    private void add(String term, int boost, double[] sums) throws IOException {
        PostingList list = list(term);
        float weight = boost * bm25.idf(list.size());
        for (int i = 0; i < list.size(); i++) {
            sums[list.document(i)] += bm25.score(weight, list.frequency(i), norms[list.document(i)] & 0xFF);
        }
    }

    /// The best score of a unit's alternatives for each document; -1 where none matches.
    private float[] best(ExpandedQuery.Unit unit) throws IOException {
        float[] best = new float[reader.documents()];
        Arrays.fill(best, -1);
        for (ExpandedQuery.Alternative alternative : unit.alternatives()) {
            double[] sums = new double[best.length];
            Map<String, Integer> counts = new HashMap<>();
            alternative.words().forEach(word -> counts.merge(word.term(), unit.boost(), Integer::sum));
            for (Map.Entry<String, Integer> term : counts.entrySet()) {
                add(term.getKey(), term.getValue(), sums);
            }
            matching(alternative).stream().forEach(d -> best[d] = Math.max(best[d], (float) sums[d]));
        }
        return best;
    }

    /// The documents that have an alternative.
    private BitSet matching(ExpandedQuery.Alternative alternative) throws IOException {
        BitSet matching = new BitSet();
        PostingList rarest = list(alternative.words().getFirst().term());
        for (ExpandedQuery.Word word : alternative.words()) {
            PostingList list = list(word.term());
            rarest = list.size() < rarest.size() ? list : rarest;
        }
        for (int i = 0; i < rarest.size(); i++) {
            if (holds(alternative, rarest.document(i))) {
                matching.set(rarest.document(i));
            }
        }
        return matching;
    }

    private boolean holds(ExpandedQuery.Alternative alternative, int document) throws IOException {
        for (ExpandedQuery.Word word : alternative.words()) {
            if (list(word.term()).find(document) < 0) {
                return false;
            }
        }
        if (alternative.isPlain()) {
            return true;
        }
        int @Nullable [] starts = null;
        for (ExpandedQuery.Word word : alternative.words()) {
            PostingList list = withPositions(word.term());
            int[] mine = Arrays.stream(list.positions(list.find(document)))
                .filter(p -> alternative.region() == ExpandedQuery.ANYWHERE || p >>> PostingList.REGION_BITS == alternative.region())
                .map(p -> alternative.adjacent() ? p - word.offset() : p).toArray();
            int[] before = starts;
            starts = before == null || !alternative.adjacent() ? mine
                : Arrays.stream(mine).filter(p -> Arrays.binarySearch(before, p) >= 0).toArray();
            if (starts.length == 0) {
                return false;
            }
        }
        return true;
    }

    private PostingList list(String term) throws IOException {
        PostingList known = lists.get(term);
        if (known == null) {
            known = reader.postings(field, term).orElseGet(PostingList::new);
            lists.put(term, known);
        }
        return known;
    }

    private PostingList withPositions(String term) throws IOException {
        PostingList known = listsWithPositions.get(term);
        if (known == null) {
            known = reader.positions(field, term).orElseGet(PostingList::new);
            listsWithPositions.put(term, known);
        }
        return known;
    }
}
