package org.pressroom.search;

import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// Gives the terms of texts as [Analysis#CHAIN] does, and remembers what the chain made of each word: the words of an
/// archive are few, however many times they stand in it. Terms are told by their numbers in a dictionary.
///
/// Not safe for several threads; best kept by a thread for all its documents.
final class TermReader {

    /// Stands for the end of a text, and for a stop word.
    static final int NONE = -1;

    /// When more words than these are known, all are forgotten, so that the readers of all threads take an eighth of
    /// the heap at most; a word takes about 120 bytes with its term.
    private static final int MOST = (int) Math.clamp(
        Runtime.getRuntime().maxMemory() / 8 / 120 / Runtime.getRuntime().availableProcessors(), 20_000, 1_000_000);

    private final WordScanner scanner = new WordScanner();
    private final OneWord source = new OneWord();
    private final TokenStream chain = new PorterStemFilter(new StopFilter(source, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
    private final CharTermAttribute stem = chain.getAttribute(CharTermAttribute.class);
    private final TermDictionary terms = new TermDictionary();
    /// The terms of the words that [WordScanner#nextLetters()] gives, and of all others.
    private final LetterMap plain = new LetterMap();
    private final TermDictionary others = new TermDictionary();
    private int[] termsOfOthers = new int[64];
    private final StringBuilder spelt = new StringBuilder();
    private int increment;
    private boolean common;

    /// The terms that were given. Empty after [#trim()] forgot them.
    TermDictionary terms() {
        return terms;
    }

    /// Begins with a text in [normal form][Analysis#normal].
    void reset(String text) {
        reset(text, false);
    }

    /// @param withCommon whether stop words are given too, each behind [Analysis#COMMON]
    void reset(String text, boolean withCommon) {
        scanner.reset(text);
        common = withCommon;
    }

    /// Forgets what is known if it is much. Terms given before must not be used any more.
    void trim() {
        if (plain.size() + others.size() > MOST) {
            plain.clear();
            others.clear();
            terms.clear();
        }
    }

    /// How many positions the term that was given last is behind the one before it: 0 for another form of it, more than 1
    /// behind stop words.
    int increment() {
        return increment;
    }

    /// The number of the next term; [#NONE] at the text's end.
    int next() throws IOException {
        increment = 0;
        while (true) {
            long letters = scanner.nextLetters();
            int term;
            if (letters != 0) {
                increment++;
                term = plain.get(letters);
                if (term == LetterMap.UNKNOWN) {
                    LetterMap.spell(letters, spelt);
                    term = term(spelt);
                    plain.put(letters, term);
                }
                if (term == NONE && common) {
                    LetterMap.spell(letters, spelt);
                    return terms.number(Analysis.COMMON + spelt);
                }
            } else if (scanner.next()) {
                increment += scanner.ownPlace() ? 1 : 0;
                term = other(scanner.term());
                if (term == NONE && common && scanner.ownPlace()) {
                    return terms.number(Analysis.COMMON + scanner.term());
                }
            } else {
                return NONE;
            }
            if (term != NONE) {
                return term;
            }
        }
    }

    private int other(CharSequence word) throws IOException {
        int known = others.size();
        int number = others.number(word);
        if (number == known) {
            termsOfOthers = ArrayUtil.grow(termsOfOthers, known + 1);
            termsOfOthers[number] = term(word);
        }
        return termsOfOthers[number];
    }

    /// What the chain makes of a word; [#NONE] of a stop word.
    private int term(CharSequence word) throws IOException {
        source.word = word;
        return chain.incrementToken() ? terms.number(stem) : NONE;
    }

    /// A stream of one word at a time, marked as [WordTokenizer] marks it. It never comes to its end: behind a word it
    /// waits for the next one.
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
