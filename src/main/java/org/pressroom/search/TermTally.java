package org.pressroom.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// The words of one document: at which positions its terms stand, what each weighs there, and in which section it weighs
/// most (the first, when several do).
///
/// Kept by a thread and filled again for each of its documents.
final class TermTally {

    /// A term's counts stand together, [#COUNTS] for each, since a cache miss costs more than all reckoning.
    private static final int COUNTS = 8;
    /// The document that the other counts speak of.
    private static final int DOCUMENT = 0;
    private static final int BEST = 1;
    private static final int BEST_WEIGHT = 2;
    private static final int CURRENT = 3;
    private static final int CURRENT_WEIGHT = 4;

    /// Bits of a weight in an [occurrence][Occurrences].
    private static final int WEIGHT_BITS = 4;
    static final int MOST_WEIGHT = (1 << WEIGHT_BITS) - 1;
    private static final Region[] REGIONS = Region.values();

    private final TermReader reader = new TermReader();
    private int[] counts = new int[1024 * COUNTS];
    /// The document's terms; once sorted, the low bits of each tell the term's number.
    private long[] terms = new long[1024];
    private int size;
    private int document;
    private final Occurrences[] occurrences = Stream.generate(Occurrences::new).limit(REGIONS.length).toArray(Occurrences[]::new);

    /// The words of a region in order, each as one number: term, position in the region, weight.
    private static final class Occurrences {

        private long[] words = new long[256];
        private int size;
        private int position;

        void clear() {
            size = 0;
            position = -1;
        }

        void add(int term, int weight) {
            if (size == words.length) {
                words = ArrayUtil.grow(words, size + 1);
            }
            words[size++] = ((long) term << Region.BITS | position) << WEIGHT_BITS | weight;
        }

        int term(int at) {
            return (int) (words[at] >>> Region.BITS + WEIGHT_BITS);
        }

        int position(int at) {
            return (int) (words[at] >>> WEIGHT_BITS) & (1 << Region.BITS) - 1;
        }

        int weight(int at) {
            return (int) words[at] & MOST_WEIGHT;
        }
    }

    /// Counts a document; what was counted before is gone.
    void count(List<Section> sections) throws IOException {
        reader.trim();
        size = 0;
        document++;
        for (Occurrences region : occurrences) {
            region.clear();
        }
        for (int section = 0; section < sections.size(); section++) {
            for (Section.Weighted words : sections.get(section).words()) {
                add(section, words);
            }
        }
        TermOrder.sort(reader.terms(), terms, size);
    }

    private void add(int section, Section.Weighted words) throws IOException {
        reader.reset(words.text(), words.region() == Region.TITLE);
        int weight = words.weight();
        Occurrences region = occurrences[words.region().ordinal()];
        // One position stays free, so that no phrase reaches from one text into the next.
        region.position++;
        for (int term = reader.next(); term != TermReader.NONE; term = reader.next()) {
            region.position += reader.increment();
            region.add(term, weight);
            int at = term * COUNTS;
            if (at + COUNTS > counts.length) {
                counts = ArrayUtil.grow(counts, at + COUNTS);
            }
            if (counts[at + DOCUMENT] != document) {
                begin(term, at);
            }
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
        counts[at + BEST_WEIGHT] = 0;
        counts[at + CURRENT] = -1;
        if (size == terms.length) {
            terms = ArrayUtil.grow(terms, size + 1);
        }
        terms[size++] = term;
    }

    /// All words as [IndexFields#TEXT] wants them.
    TokenStream words() {
        return new Words();
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

    private final class Words extends TokenStream {

        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final BytesRef bytes = new BytesRef();
        private int region;
        private int next;
        private int repeated;
        private int position;

        @Override
        public void reset() {
            region = 0;
            next = 0;
            repeated = 0;
            position = -1;
        }

        @Override
        public boolean incrementToken() {
            while (next == occurrences[region].size) {
                if (region == REGIONS.length - 1) {
                    return false;
                }
                region++;
                next = 0;
            }
            Occurrences here = occurrences[region];
            int at = REGIONS[region].base() + here.position(next);
            clearAttributes();
            reader.terms().read(here.term(next), bytes);
            term.setBytesRef(bytes);
            increment.setPositionIncrement(at - position);
            position = at;
            repeated++;
            if (repeated >= here.weight(next)) {
                repeated = 0;
                next++;
            }
            return true;
        }
    }
}
