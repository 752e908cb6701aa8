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
    /// Shorter words without a `v` are none of these.
    private static final int SHORTEST = 7;
    /// Characters of ASCII at which something may begin; most are none.
    private static final boolean[] BEGINS = new boolean[0x80];

    static {
        "vVrRpPcC&".chars().forEach(c -> BEGINS[c] = true);
    }

    private final String text;
    private final int from;

    private VisibilityWords(String text, int from) {
        this.text = text;
        this.from = from;
    }

    /// @param from where to begin
    static boolean occurIn(String text, int from) {
        return new VisibilityWords(text, from).occur();
    }

    private boolean occur() {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && !BEGINS[c]) {
                continue;
            }
            if (c == '&' ? isEntity(i + 1) : c >= 0x80 && isOfWord(c)) {
                int end = endOfRun(i);
                if (occurInRun(i, end)) {
                    return true;
                }
                i = end - 1;
            } else if (c < 0x80 && begins(i, c)) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(int at, char c) {
        return switch (c) {
            case 'v', 'V' -> text.regionMatches(true, at, STEM, 0, STEM.length()) || isNear(at, KEY);
            case 'r', 'R' -> isNear(at, VALUE);
            case 'p', 'P', 'c', 'C' -> isSwitch(at);
            default -> false;
        };
    }

    /// Whether what stands behind `&` may be the rest of an entity.
    private boolean isEntity(int at) {
        return at < text.length() && (text.charAt(at) == '#' || text.charAt(at) < 0x80 && isOfWord(text.charAt(at)));
    }

    /// The end of a word with the entities in it.
    private int endOfRun(int at) {
        int end = at + 1;
        while (end < text.length() && (isOfWord(text.charAt(end)) || "&#;".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /// @param first of the characters that are not plain ASCII; letters may stand before it
    private boolean occurInRun(int first, int end) {
        int start = first;
        while (start > from && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        boolean latin = true;
        boolean eastern = true;
        boolean entity = false;
        boolean v = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            entity |= c == '&';
            latin &= c < 0x80 || c >= 0xC0 && c <= 0xFF;
            eastern &= isEastern(c);
            v |= (c | 0x20) == 'v';
        }
        if (!entity && (eastern || latin && !v && end - start < SHORTEST)) {
            return false;
        }
        String run = text.substring(start, end);
        return occurFolded(PlainLetters.of(entity ? Parser.unescapeEntities(run, false) : run));
    }

    /// Letters that are never taken for Latin ones: Kana, Han and Hangul.
    private static boolean isEastern(char c) {
        return c >= 0x3041 && c <= 0x30FF || c >= 0x3400 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7A3;
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
        int end = start;
        int others = 0;
        while (isOfWordAt(end) && end - start <= word.length() + MISSPELLED) {
            others += word.indexOf(text.charAt(end) | 0x20) < 0 ? 1 : 0;
            if (others > MISSPELLED) {
                return false;
            }
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
                    if (":=&".indexOf(text.charAt(i)) >= 0) {
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
