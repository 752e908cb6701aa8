package org.pressroom.search;

import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

import java.io.IOException;

/// Gives the words of [WordScanner] to Lucene. Words that are not ASCII letters alone are marked as keywords, so that
/// no stemmer touches them; a further form of a word stands in its place. A token's type is the name of its [WordScanner.Kind].
final class WordTokenizer extends Tokenizer {

    private final WordScanner scanner = new WordScanner();
    private final StringBuilder text = new StringBuilder();
    private final char[] buffer = new char[4096];
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    @Override
    public void reset() throws IOException {
        super.reset();
        text.setLength(0);
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            text.append(buffer, 0, read);
        }
        scanner.reset(text);
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!scanner.next()) {
            return false;
        }
        term.append(scanner.term());
        offset.setOffset(correctOffset(scanner.start()), correctOffset(scanner.end()));
        increment.setPositionIncrement(scanner.ownPlace() ? 1 : 0);
        keyword.setKeyword(!letters(term));
        type.setType(scanner.kind().name());
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(text.length()), correctOffset(text.length()));
    }

    static boolean letters(CharTermAttribute term) {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) < 'a' || term.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }
}
