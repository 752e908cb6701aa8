package org.pressroom.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// The one chain from text to terms, for documents and queries of every language: [WordScanner], the 33 English stop
/// words, Porter's stemmer on words of ASCII letters.
///
/// Safe for several threads.
final class Analysis extends Analyzer {

    /// Grows with every change of the chain or of what is indexed; an index of another version is stale.
    static final int VERSION = 9;

    static final Analysis CHAIN = new Analysis();

    private Analysis() { }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new WordTokenizer();
        return new TokenStreamComponents(words,
            new PorterStemFilter(new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)));
    }

    /// A term and where it was found.
    ///
    /// @param start offset of its first character
    /// @param end   offset after its last one
    /// @param position of the word among all words, stop words too, from 0
    /// @param kind     whether it is another form of the term before it: `c++` after `c`
    record Token(String term, int start, int end, int position, WordScanner.Kind kind) { }

    /// Stands before a common word where it is indexed all the same, which is in titles; no other term begins so.
    static final String COMMON = "=";

    /// The terms of a text in order.
    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = CHAIN.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset(), position,
                    WordScanner.Kind.valueOf(type.type())));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /// The terms of a part of a query: of two forms of a word only the exact one, and none that are joined.
    static List<Token> exact(String text) {
        List<Token> exact = new ArrayList<>();
        for (Token token : tokens(text)) {
            if (token.kind == WordScanner.Kind.SIGNED && !exact.isEmpty() && exact.getLast().position == token.position) {
                exact.removeLast();
            }
            if (token.kind != WordScanner.Kind.JOINED) {
                exact.add(token);
            }
        }
        return exact;
    }

    /// The terms of a text in their order, each word's plain one.
    static List<Token> plain(String text) {
        return tokens(text).stream().filter(token -> token.kind == WordScanner.Kind.WORD).toList();
    }

    /// A word as it is written, folded.
    ///
    /// @param common whether it is a stop word
    /// @param start  offset of its first character
    record Written(String word, boolean common, int start, int end) { }

    /// The words of a text in order, stop words too.
    static List<Written> written(String text) {
        WordScanner scanner = new WordScanner();
        scanner.reset(text);
        List<Written> words = new ArrayList<>();
        while (scanner.next()) {
            if (scanner.ownPlace()) {
                String word = scanner.term().toString();
                words.add(new Written(word, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word), scanner.start(), scanner.end()));
            }
        }
        return words;
    }

    /// The form in which texts are indexed, queried and stored: Unicode's NFC, white space as single spaces.
    static String normal(String text) {
        return isNormal(text) ? text : normalized(text);
    }

    private static boolean isNormal(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ' ' && before == ' ' || c == '\u00A0' || c >= '\u0300') {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static String normalized(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        boolean space = false;
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u00A0' || c == '\u3000') {
                space = !normal.isEmpty();
            } else {
                if (space) {
                    normal.append(' ');
                }
                space = false;
                plain &= c < '\u0300';
                normal.append(c);
            }
        }
        return plain ? normal.toString() : Normalizer.normalize(normal, Normalizer.Form.NFC);
    }

    /// The form in which values of facets and ids are compared: the words of a value, joined by hyphens. `#335` is `335`.
    static String key(String value) {
        WordScanner scanner = new WordScanner();
        String normal = normal(value);
        scanner.reset(normal);
        StringBuilder key = new StringBuilder();
        while (scanner.next()) {
            CharSequence term = scanner.term();
            if (scanner.kind() != WordScanner.Kind.JOINED && term.charAt(0) != '#') {
                key.append(key.isEmpty() ? "" : "-").append(term);
            }
        }
        return key.isEmpty() ? normal : key.toString();
    }
}
