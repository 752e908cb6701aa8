package org.pressroom.search;

/// Finds the words of a text: lower case, folded, without possessives; scripts without spaces as pairs of characters.
///
/// - A run of [CharacterTable#WORD] is a word. `.` and `,` between ASCII digits belong to it: `3.5`, `1,000`.
/// - `'s` after a word that ends there is left out: `user's` is `user`. Every other apostrophe parts words.
/// - One or two `+` or `#` after a letter a–z, with no word and no third sign behind them, make a second word: `C++` is
///   `c` and `c++`.
/// - A dot before a word, itself not after a word or a dot, makes a second one: `.NET` is `net` and `.net`.
/// - A run of [CharacterTable#SPACELESS] gives its overlapping pairs; a lone character gives itself.
/// - A word is cut after 64 characters.
///
/// `assets/search-engine.js` holds the same scanner; both are held together by the same tests. Not safe for several
/// threads.
final class WordScanner {

    private static final int LONGEST = 64;

    private final CharacterTable table = CharacterTable.frozen();
    private final StringBuilder term = new StringBuilder();
    private final StringBuilder variant = new StringBuilder();
    private final StringBuilder previous = new StringBuilder();

    private CharSequence text = "";
    private int at;
    private int start;
    private int end;
    private int variantStart;
    private int variantEnd;
    private int previousStart;
    private boolean inRun;
    private boolean lone;
    private boolean first = true;

    /// Starts over with a text, best in Unicode's NFC form.
    void reset(CharSequence newText) {
        text = newText;
        at = 0;
        inRun = false;
        lone = false;
        first = true;
        term.setLength(0);
        variant.setLength(0);
        previous.setLength(0);
    }

    /// Moves to the next word.
    ///
    /// @return false when there is none
    boolean next() {
        first = variant.isEmpty();
        if (!first) {
            term.setLength(0);
            term.append(variant);
            variant.setLength(0);
            start = variantStart;
            end = variantEnd;
            return true;
        }
        while (at < text.length()) {
            int cp = Character.codePointAt(text, at);
            if (inRun || table.classOf(cp) == CharacterTable.SPACELESS) {
                if (nextPair()) {
                    return true;
                }
            } else if (table.classOf(cp) == CharacterTable.WORD) {
                if (word()) {
                    return true;
                }
            } else {
                at += Character.charCount(cp);
            }
        }
        return inRun && nextPair();
    }

    /// The word, valid until the next call of [#next].
    CharSequence term() {
        return term;
    }

    /// Offset of its first character.
    int start() {
        return start;
    }

    /// Offset after its last character.
    int end() {
        return end;
    }

    /// Whether it stands in a place of its own, and is not another form of the word before it.
    boolean ownPlace() {
        return first;
    }

    private boolean word() {
        boolean dotted = at > 0 && text.charAt(at - 1) == '.' && (at == 1 || !wordOrDot(at - 2));
        term.setLength(0);
        start = at;
        while (at < text.length()) {
            int cp = Character.codePointAt(text, at);
            int type = table.classOf(cp);
            if (type == CharacterTable.WORD) {
                if (term.length() < LONGEST) {
                    table.appendFolded(cp, term);
                }
            } else if (type != CharacterTable.IGNORED && !((cp == '.' || cp == ',') && digitsAround())) {
                break;
            } else if (type != CharacterTable.IGNORED && term.length() < LONGEST) {
                term.append((char) cp);
            }
            at += Character.charCount(cp);
        }
        end = at;
        if (term.isEmpty()) {
            return false;
        }
        signs();
        possessive();
        if (dotted && variant.isEmpty()) {
            variant.append('.').append(term);
            variantStart = start - 1;
            variantEnd = end;
        }
        return true;
    }

    private boolean wordOrDot(int index) {
        return text.charAt(index) == '.' || wordly(Character.codePointBefore(text, index + 1));
    }

    private boolean wordly(int cp) {
        int type = table.classOf(cp);
        return type == CharacterTable.WORD || type == CharacterTable.SPACELESS;
    }

    private boolean wordAt(int index) {
        return index < text.length() && wordly(Character.codePointAt(text, index));
    }

    private boolean digitsAround() {
        return at > start && digitAt(at - 1) && digitAt(at + 1);
    }

    private boolean digitAt(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean signAt(int index) {
        return index < text.length() && (text.charAt(index) == '+' || text.charAt(index) == '#');
    }

    private void signs() {
        char last = term.charAt(term.length() - 1);
        if (last < 'a' || last > 'z' || !signAt(at)) {
            return;
        }
        int after = signAt(at + 1) ? at + 2 : at + 1;
        if (!signAt(after) && !wordAt(after)) {
            variant.append(term).append(text, at, after);
            variantStart = start;
            variantEnd = after;
            at = after;
        }
    }

    private void possessive() {
        boolean apostrophe = at < text.length()
            && (text.charAt(at) == '\'' || text.charAt(at) == '\u2019' || text.charAt(at) == '\uFF07');
        if (apostrophe && at + 1 < text.length() && (text.charAt(at + 1) | 32) == 's' && !wordAt(at + 2)) {
            at += 2;
        }
    }

    /// Reads on in a run of characters without spaces; false when the run ended and left nothing to give.
    private boolean nextPair() {
        while (at < text.length()) {
            int cp = Character.codePointAt(text, at);
            int type = table.classOf(cp);
            if (type != CharacterTable.SPACELESS && type != CharacterTable.IGNORED) {
                break;
            }
            int from = at;
            at += Character.charCount(cp);
            if (type == CharacterTable.IGNORED) {
                continue;
            }
            term.setLength(0);
            term.append(previous);
            int middle = term.length();
            table.appendFolded(cp, term);
            previous.setLength(0);
            previous.append(term, middle, term.length());
            start = previousStart;
            end = at;
            previousStart = from;
            lone = !inRun;
            if (inRun) {
                return true;
            }
            inRun = true;
        }
        inRun = false;
        previous.setLength(0);
        boolean last = lone;
        lone = false;
        if (last) {
            start = previousStart;
        }
        return last;
    }
}
