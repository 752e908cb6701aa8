package org.pressroom.parse;

import org.jsoup.parser.Parser;

import java.util.Locale;

/// Whether a text has a word without which nothing in it can restrict a document: the key `visibility`, the word `restricted`, a
/// form or misspelling of one, or another word that restricts by its value, as in `private: true`.
///
/// Most texts have none, and this is seen sooner than [RestrictedSign] looks at lines. Words are those of [PlainWords]: letters and
/// digits of the folded text. Linear in the text.
final class VisibilityWords {

    private static final String KEY = "visibility";
    private static final String VALUE = "restricted";
    /// What every form of the key has in it.
    private static final String STEM = "visib";
    private static final String[] SWITCHES = {"private", "confidential"};
    /// A misspelling has at most two letters more or less, and begins with the right letter or has it second.
    private static final int MISSPELLED = 2;
    /// How far behind a switch its colon may stand.
    private static final int NEAR = 4;

    private final String text;
    private final int from;

    private VisibilityWords(String text, int from) {
        this.text = text;
        this.from = from;
    }

    /// @param from where to begin
    static boolean occurIn(String text, int from) {
        return text.indexOf('&', from) < 0 ? new VisibilityWords(text, from).occur()
            : new VisibilityWords(Parser.unescapeEntities(text.substring(from), false), 0).occur();
    }

    private boolean occur() {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                boolean found = switch (c) {
                    case 'v', 'V' -> text.regionMatches(true, i, STEM, 0, STEM.length()) || isNear(i, KEY);
                    case 'r', 'R' -> isNear(i, VALUE);
                    case 'p', 'P', 'c', 'C' -> isSwitch(i);
                    default -> false;
                };
                if (found) {
                    return true;
                }
            } else if (isOfWord(c)) {
                int start = i;
                while (start > from && isOfWord(text.charAt(start - 1))) {
                    start--;
                }
                while (i + 1 < text.length() && isOfWord(text.charAt(i + 1))) {
                    i++;
                }
                if (occurFolded(PlainLetters.of(text.substring(start, i + 1)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Other letters than ASCII are looked at when they are folded; what only stands between words is left out, as quotation marks are.
    private static boolean isOfWord(char c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
            : !(c >= 0x2010 && c <= 0x2027 || c == 0xA0 || c == 0xAB || c == 0xB7 || c == 0xBB);
    }

    private boolean isOfWordAt(int at) {
        return at >= from && at < text.length() && isOfWord(text.charAt(at));
    }

    /// Whether the letter at a place is the first or second of a word that is nearly another.
    private boolean isNear(int at, String word) {
        int start = isOfWordAt(at - 1) ? at - 1 : at;
        if (isOfWordAt(start - 1)) {
            return false;
        }
        int end = at;
        while (isOfWordAt(end) && end - start <= word.length() + MISSPELLED) {
            end++;
        }
        return Math.abs(end - start - word.length()) <= MISSPELLED && isOne(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private boolean isSwitch(int at) {
        if (isOfWordAt(at - 1)) {
            return false;
        }
        for (String word : SWITCHES) {
            int end = at + word.length();
            if (text.regionMatches(true, at, word, 0, word.length()) && !isOfWordAt(end)) {
                for (int i = end; i < Math.min(text.length(), end + NEAR); i++) {
                    if (text.charAt(i) == ':' || text.charAt(i) == '=') {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isOne(String word) {
        return VisibilityTerms.isVisibility(word) || VisibilityTerms.isRestricted(word);
    }

    private static boolean occurFolded(String folded) {
        return PlainWords.of(folded).words().stream().anyMatch(word -> isOne(word) || VisibilityTerms.isSwitch(word));
    }
}
