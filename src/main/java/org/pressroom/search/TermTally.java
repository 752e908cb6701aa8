package org.pressroom.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// The terms of one document: what each weighs in all, and in which section it weighs most (the first, when several
/// do).
///
/// Not safe for several threads.
final class TermTally {

    /// Keeps the sums of hostile documents within what the index can count; BM25 tells no difference.
    private static final int MOST = 1 << 20;

    private final BytesRefHash terms = new BytesRefHash();
    private int[] total = new int[512];
    private int[] best = new int[512];
    private int[] bestWeight = new int[512];
    private int[] current = new int[512];
    private int[] currentWeight = new int[512];

    static TermTally of(List<Section> sections) throws IOException {
        TermTally tally = new TermTally();
        for (int section = 0; section < sections.size(); section++) {
            for (Section.Weighted words : sections.get(section).words()) {
                tally.add(section, words);
            }
        }
        return tally;
    }

    private void add(int section, Section.Weighted words) throws IOException {
        try (TokenStream stream = Analysis.CHAIN.tokenStream("", words.text())) {
            TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int added = terms.add(term.getBytesRef());
                int id = added < 0 ? -added - 1 : added;
                if (id == total.length) {
                    grow();
                }
                total[id] += words.weight();
                currentWeight[id] = current[id] == section ? currentWeight[id] + words.weight() : words.weight();
                current[id] = section;
                if (currentWeight[id] > bestWeight[id]) {
                    bestWeight[id] = currentWeight[id];
                    best[id] = section;
                }
            }
            stream.end();
        }
    }

    private void grow() {
        int size = ArrayUtil.oversize(total.length + 1, Integer.BYTES);
        total = Arrays.copyOf(total, size);
        best = Arrays.copyOf(best, size);
        bestWeight = Arrays.copyOf(bestWeight, size);
        current = Arrays.copyOf(current, size);
        currentWeight = Arrays.copyOf(currentWeight, size);
    }

    /// Each term once, with its weight in all as its frequency.
    TokenStream weights() {
        return new Tallied(false);
    }

    /// Each term once, with the ordinal of its best section plus one as its frequency.
    TokenStream sections() {
        return new Tallied(true);
    }

    private final class Tallied extends TokenStream {

        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final BytesRef bytes = new BytesRef();
        private final boolean ofSections;
        private int next;

        Tallied(boolean ofSections) {
            this.ofSections = ofSections;
        }

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            if (next == terms.size()) {
                return false;
            }
            clearAttributes();
            term.setBytesRef(terms.get(next, bytes));
            frequency.setTermFrequency(ofSections ? best[next] + 1 : Math.min(total[next], MOST));
            next++;
            return true;
        }
    }
}
