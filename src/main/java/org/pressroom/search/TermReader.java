package org.pressroom.search;

import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Gives the terms of texts as [Analysis#CHAIN] does, and remembers what the chain made of each word: the words of an
/// archive are few, however many times they stand in it.
///
/// Not safe for several threads; best kept by a thread for all its documents.
final class TermReader {

    /// Places for words that are remembered, a power of two; a new word takes the place of an older one.
    private static final int PLACES = 1 << 18;
    /// When more terms than these are known, all are forgotten, so that the readers of all threads take an eighth of the
    /// heap at most; a term and the words that lead to it take about 250 bytes.
    private static final int MOST = (int) Math.clamp(
        Runtime.getRuntime().maxMemory() / 8 / 250 / Runtime.getRuntime().availableProcessors(), 20_000, 400_000);

    /// A term of the index, with a tally of the document that is being read.
    static final class Term {

        final BytesRef bytes;
        /// The first eight bytes as an unsigned number, so that most terms are compared at once.
        final long prefix;
        /// The document that the numbers below speak of.
        int document = -1;
        int total;
        int best;
        int bestWeight;
        int current;
        int currentWeight;

        Term(BytesRef bytes) {
            this.bytes = bytes;
            long first = 0;
            for (int i = 0; i < 8; i++) {
                first = first << 8 | (i < bytes.length ? bytes.bytes[bytes.offset + i] & 0xFF : 0);
            }
            prefix = first;
        }

        /// The order of UTF-8 bytes.
        static int compare(Term a, Term b) {
            int first = Long.compareUnsigned(a.prefix, b.prefix);
            return first != 0 ? first : a.bytes.compareTo(b.bytes);
        }
    }

    /// A word as [WordScanner] gives it.
    private record Word(char[] letters, @Nullable Term term) {

        boolean is(CharSequence word) {
            if (word.length() != letters.length) {
                return false;
            }
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] != word.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final WordScanner scanner = new WordScanner();
    private final OneWord source = new OneWord();
    private final TokenStream chain = new PorterStemFilter(new StopFilter(source, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
    private final CharTermAttribute stem = chain.getAttribute(CharTermAttribute.class);
    private final @Nullable Word[] words = new @Nullable Word[PLACES];
    private final Map<String, Term> terms = new HashMap<>();

    /// Begins with a text in [normal form][Analysis#normal].
    void reset(String text) {
        scanner.reset(text);
    }

    /// Forgets what is known if it is much. Terms given before must not be used any more.
    void trim() {
        if (terms.size() > MOST) {
            Arrays.fill(words, null);
            terms.clear();
        }
    }

    /// The next term; null at the text's end. The same object for the same term until [#trim()].
    @Nullable Term next() throws IOException {
        while (scanner.next()) {
            Word word = word(scanner.term());
            if (word.term != null) {
                return word.term;
            }
        }
        return null;
    }

    private Word word(CharSequence letters) throws IOException {
        int hash = 0;
        for (int i = 0; i < letters.length(); i++) {
            hash = hash * 31 + letters.charAt(i);
        }
        int place = (hash ^ hash >>> 17) & PLACES - 1;
        Word word = words[place];
        if (word == null || !word.is(letters)) {
            word = new Word(letters.toString().toCharArray(), term(letters));
            words[place] = word;
        }
        return word;
    }

    /// What the chain makes of a word; null for a stop word.
    private @Nullable Term term(CharSequence word) throws IOException {
        source.word = word;
        chain.reset();
        String term = chain.incrementToken() ? stem.toString() : null;
        chain.end();
        chain.close();
        return term == null ? null : terms.computeIfAbsent(term, t -> new Term(new BytesRef(t)));
    }

    /// A stream of one word, marked as [WordTokenizer] marks it.
    private static final class OneWord extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
        private @Nullable CharSequence word;

        @Override
        public boolean incrementToken() {
            if (word == null) {
                return false;
            }
            clearAttributes();
            term.append(word);
            keyword.setKeyword(!WordTokenizer.letters(term));
            word = null;
            return true;
        }
    }
}
