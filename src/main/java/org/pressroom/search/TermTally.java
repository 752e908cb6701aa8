package org.pressroom.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.pressroom.search.TermReader.Term;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The terms of one document: what each weighs in all, and in which section it weighs most (the first, when several
/// do).
///
/// Kept by a thread and filled again for each of its documents.
final class TermTally {

    /// Keeps the sums of hostile documents within what the index can count; BM25 tells no difference.
    private static final int MOST = 1 << 20;

    private final TermReader reader = new TermReader();
    private final List<Term> terms = new ArrayList<>();
    private int document;

    /// Counts a document; what was counted before is gone.
    void count(List<Section> sections) throws IOException {
        reader.trim();
        terms.clear();
        document++;
        for (int section = 0; section < sections.size(); section++) {
            for (Section.Weighted words : sections.get(section).words()) {
                add(section, words);
            }
        }
        terms.sort(Term::compare);
    }

    private void add(int section, Section.Weighted words) throws IOException {
        reader.reset(words.text());
        for (Term term = reader.next(); term != null; term = reader.next()) {
            if (term.document != document) {
                term.document = document;
                term.total = 0;
                term.bestWeight = 0;
                term.current = -1;
                terms.add(term);
            }
            term.total += words.weight();
            term.currentWeight = term.current == section ? term.currentWeight + words.weight() : words.weight();
            term.current = section;
            if (term.currentWeight > term.bestWeight) {
                term.bestWeight = term.currentWeight;
                term.best = section;
            }
        }
    }

    /// Each term once, ascending, with its weight in all as its frequency.
    TokenStream weights() {
        return new Weights();
    }

    /// In which section each term weighs most.
    SectionTable sections() {
        SectionTable.Builder table = new SectionTable.Builder();
        terms.forEach(term -> table.add(term.bytes, term.best));
        return table.build();
    }

    private final class Weights extends TokenStream {

        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private int next;

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
            Term here = terms.get(next++);
            term.setBytesRef(here.bytes);
            frequency.setTermFrequency(Math.min(here.total, MOST));
            return true;
        }
    }
}
