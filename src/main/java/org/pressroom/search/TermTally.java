package org.pressroom.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

import java.io.IOException;
import java.util.List;

/// The terms of one document: what each weighs in all, and in which section it weighs most (the first, when several
/// do).
///
/// Kept by a thread and filled again for each of its documents.
final class TermTally {

    /// Keeps the sums of hostile documents within what the index can count; BM25 tells no difference.
    private static final int MOST = 1 << 20;

    /// A term's counts stand together, [#COUNTS] for each, since a cache miss costs more than all reckoning.
    private static final int COUNTS = 8;
    /// The document that the other counts speak of.
    private static final int DOCUMENT = 0;
    private static final int TOTAL = 1;
    private static final int BEST = 2;
    private static final int BEST_WEIGHT = 3;
    private static final int CURRENT = 4;
    private static final int CURRENT_WEIGHT = 5;

    private final TermReader reader = new TermReader();
    private int[] counts = new int[1024 * COUNTS];
    /// The document's terms; once sorted, the low bits of each tell the term's number.
    private long[] terms = new long[1024];
    private int size;
    private int document;

    /// Counts a document; what was counted before is gone.
    void count(List<Section> sections) throws IOException {
        reader.trim();
        size = 0;
        document++;
        for (int section = 0; section < sections.size(); section++) {
            for (Section.Weighted words : sections.get(section).words()) {
                add(section, words);
            }
        }
        TermOrder.sort(reader.terms(), terms, size);
    }

    private void add(int section, Section.Weighted words) throws IOException {
        reader.reset(words.text());
        int weight = words.weight();
        for (int term = reader.next(); term != TermReader.NONE; term = reader.next()) {
            int at = term * COUNTS;
            if (at + COUNTS > counts.length) {
                counts = ArrayUtil.grow(counts, at + COUNTS);
            }
            if (counts[at + DOCUMENT] != document) {
                begin(term, at);
            }
            counts[at + TOTAL] += weight;
            int current = counts[at + CURRENT] == section ? counts[at + CURRENT_WEIGHT] + weight : weight;
            counts[at + CURRENT] = section;
            counts[at + CURRENT_WEIGHT] = current;
            if (current > counts[at + BEST_WEIGHT]) {
                counts[at + BEST_WEIGHT] = current;
                counts[at + BEST] = section;
            }
        }
    }

    private void begin(int term, int at) {
        counts[at + DOCUMENT] = document;
        counts[at + TOTAL] = 0;
        counts[at + BEST_WEIGHT] = 0;
        counts[at + CURRENT] = -1;
        if (size == terms.length) {
            terms = ArrayUtil.grow(terms, size + 1);
        }
        terms[size++] = term;
    }

    /// Each term once, ascending, with its weight in all as its frequency.
    TokenStream weights() {
        return new Weights();
    }

    /// In which section each term weighs most.
    SectionTable sections() {
        SectionTable.Builder table = new SectionTable.Builder();
        BytesRef term = new BytesRef();
        for (int i = 0; i < size; i++) {
            int number = TermOrder.number(terms[i]);
            reader.terms().read(number, term);
            table.add(term, counts[number * COUNTS + BEST]);
        }
        return table.build();
    }

    private final class Weights extends TokenStream {

        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final BytesRef bytes = new BytesRef();
        private int next;

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            if (next == size) {
                return false;
            }
            clearAttributes();
            int number = TermOrder.number(terms[next++]);
            reader.terms().read(number, bytes);
            term.setBytesRef(bytes);
            frequency.setTermFrequency(Math.min(counts[number * COUNTS + TOTAL], MOST));
            return true;
        }
    }
}
