package org.pressroom.parse;

import org.jsoup.parser.Parser;

import java.util.Locale;

/// Whether a text has a word without which nothing in it can restrict a document: the key `visibility`, the word `restricted`, a
/// form or misspelling of one, or another word that restricts by `true` or `yes`.
///
/// Most texts have none, and this is seen sooner than [RestrictedSign] looks at lines. Words are those of [HeaderLine]: letters and
/// digits of the folded text. Linear in the text.
final class VisibilityWords {

    private static final int LEAST = 8;
    private static final int MOST = 12;

    private boolean found;
    private boolean secret;
    private boolean agreed;

    private VisibilityWords() { }

    /// @param from where to begin
    static boolean occurIn(String text, int from) {
        boolean entities = text.indexOf('&', from) >= 0;
        String read = entities ? Parser.unescapeEntities(text.substring(from), false) : text;
        VisibilityWords words = new VisibilityWords();
        for (int i = entities ? 0 : from; i < read.length() && !words.found;) {
            int start = i;
            boolean ascii = true;
            while (i < read.length() && isOfWord(read.charAt(i))) {
                ascii &= read.charAt(i) < 0x80;
                i++;
            }
            if (ascii && i > start) {
                words.look(read, start, i);
            } else if (i > start) {
                words.lookAtFolded(PlainLetters.of(read.substring(start, i)));
            }
            i++;
        }
        return words.found || words.secret && words.agreed;
    }

    /// Other characters than ASCII are looked at when they are folded.
    private static boolean isOfWord(char c) {
        return c >= 0x80 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private void lookAtFolded(String folded) {
        for (int i = 0; i < folded.length();) {
            int start = i;
            while (i < folded.length() && Character.isLetterOrDigit(folded.codePointAt(i))) {
                i += Character.charCount(folded.codePointAt(i));
            }
            look(folded, start, i);
            i += i < folded.length() ? Character.charCount(folded.codePointAt(i)) : 1;
        }
    }

    private void look(String text, int start, int end) {
        int length = end - start;
        if (is("yes", text, start, length) || is("true", text, start, length)) {
            agreed = true;
        } else if (is("private", text, start, length) || is("confidential", text, start, length)) {
            secret = true;
        } else if (length >= LEAST && length <= MOST && (beginsWith('v', text, start) || beginsWith('r', text, start))) {
            String word = text.substring(start, end).toLowerCase(Locale.ROOT);
            found |= HeaderLine.isVisibility(word) || HeaderLine.isRestricted(word);
        }
        for (int i = start; i + 5 <= end && !found; i++) {
            found = (text.charAt(i) | 0x20) == 'v' && text.regionMatches(true, i, "visib", 0, 5);
        }
    }

    private static boolean is(String word, String text, int start, int length) {
        return length == word.length() && text.regionMatches(true, start, word, 0, length);
    }

    /// Whether a letter is the first or second of a word, as in a misspelling of what begins with it.
    private static boolean beginsWith(char letter, String text, int start) {
        return (text.charAt(start) | 0x20) == letter || (text.charAt(start + 1) | 0x20) == letter;
    }
}
