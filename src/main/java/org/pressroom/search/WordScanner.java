package org.pressroom.search;

import java.util.ArrayDeque;

/// Finds the words of a text: lower case, folded, without possessives; scripts without spaces as pairs of characters.
///
/// - A run of [CharacterTable#WORD] is a word. `.` and `,` between ASCII digits belong to it: `3.5`, `1,000`.
/// - `'s` after a word that ends there is left out: `user's` is `user`. Every other apostrophe parts words.
/// - One or two `+` or `#` after a letter a–z, with no word and no third sign behind them, make a second word: `C++` is
///   `c` and `c++`.
/// - A dot or `#` before a word, itself not after a word or the same sign, makes a second one: `.NET` is `net` and `.net`, `#335` is `335`
///   and `#335`.
/// - Two words with nothing but `&` between them, of which one is no number, make a third: `R&D` is `r`, `d` and `r&d`.
/// - So do two words with nothing but a hyphen between them, joined, and so are three:
///   `Wi-Fi` is `wi`, `fi` and `wifi`, `end-to-end` has `endto`, `toend` and `endtoend`. So are two words with a slash between them,
///   unless they are part of an address or path: `PR/FAQ` is `pr`, `faq` and `prfaq`.
/// - A run of [CharacterTable#SPACELESS] gives its overlapping pairs; a lone character gives itself.
/// - A word is cut after 64 characters.
///
/// `assets/search-engine/analysis.js` holds the same scanner; both are held together by the same tests. Not safe for several
/// threads.
final class WordScanner {

    private static final int LONGEST = 64;

    /// What an ASCII character is to [#nextLetters()]: 1 to 26 for a letter, in either case.
    private static final byte[] ASCII = new byte[128];
    /// Parts words and does nothing else.
    private static final byte GAP = 0;
    private static final byte SPECIAL = -1;

    static {
        for (int c = 0; c < ASCII.length; c++) {
            boolean letter = (c | 32) >= 'a' && (c | 32) <= 'z';
            boolean special = CharacterTable.frozen().classOf(c) != CharacterTable.SEPARATOR || "+#'-/&".indexOf(c) >= 0;
            ASCII[c] = letter ? (byte) (c & 31) : special ? SPECIAL : GAP;
        }
    }

    /// What a word is to the text.
    enum Kind {
        /// A word in its own place.
        WORD,
        /// The word before it, with its signs.
        SIGNED,
        /// The word before it, joined to those from which a hyphen or slash parts it.
        JOINED
    }

    private record Form(String term, int start, int end, Kind kind) { }

    private final CharacterTable table = CharacterTable.frozen();
    private final StringBuilder term = new StringBuilder();
    private final StringBuilder previous = new StringBuilder();
    /// Further forms of the word that was given last.
    private final ArrayDeque<Form> forms = new ArrayDeque<>();
    /// The words before in a run that hyphens hold together, the last one first; empty where there is none.
    private String joint = "";
    private String jointBefore = "";
    private int jointStart;
    private int jointBeforeStart;
    private int jointEnd;
    private int jointWords;

    private char[] text = new char[256];
    private int length;
    private int at;
    private int start;
    private int end;
    private int previousStart;
    private boolean inRun;
    private boolean lone;
    private Kind kind = Kind.WORD;

    /// Starts over with a text, best in Unicode's NFC form.
    void reset(CharSequence newText) {
        length = newText.length();
        if (length > text.length) {
            text = new char[Math.max(length, text.length * 2)];
        }
        newText.getChars(0, length, text, 0);
        at = 0;
        inRun = false;
        lone = false;
        kind = Kind.WORD;
        term.setLength(0);
        forms.clear();
        previous.setLength(0);
        jointEnd = -1;
    }

    /// Moves to the next word.
    ///
    /// @return false when there is none
    boolean next() {
        Form form = forms.poll();
        if (form != null) {
            term.setLength(0);
            term.append(form.term);
            start = form.start;
            end = form.end;
            kind = form.kind;
            return true;
        }
        kind = Kind.WORD;
        while (at < length) {
            int cp = Character.codePointAt(text, at, length);
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

    /// Moves to the next word if it is of at most [LetterMap#MOST_LETTERS] letters a–z and nothing around it needs a
    /// closer look, which holds for most words of English texts and takes a fraction of the time of [#next()].
    ///
    /// @return the letters as [LetterMap] knows them; 0 when [#next()] has to tell the next word, or that there is none
    long nextLetters() {
        if (inRun || !forms.isEmpty()) {
            return 0;
        }
        int from = at;
        while (from < length && text[from] < 128 && ASCII[text[from]] == GAP) {
            from++;
        }
        at = from;
        long letters = 0;
        int to = from;
        for (; to < length && text[to] < 128 && ASCII[text[to]] > 0; to++) {
            letters = LetterMap.append(letters, ASCII[text[to]]);
        }
        if (to - from > LetterMap.MOST_LETTERS || from > 0 && text[from - 1] == '.' || !endsPlainly(to)) {
            return 0;
        }
        at = to;
        return letters;
    }

    /// Whether a word of letters ends before a character, whatever comes behind that one.
    private boolean endsPlainly(int index) {
        if (index == length) {
            return true;
        }
        char c = text[index];
        return c < 128 ? ASCII[c] == GAP
            : table.classOf(c) == CharacterTable.SEPARATOR && !isApostrophe(c) && !isHyphen(c) && !Character.isSurrogate(c);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\uFF07';
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
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
        return kind == Kind.WORD;
    }

    Kind kind() {
        return kind;
    }

    private boolean word() {
        char sign = at > 0 ? text[at - 1] : ' ';
        boolean led = (sign == '.' || sign == '#')
            && (at == 1 || text[at - 2] != sign && !wordly(Character.codePointBefore(text, at - 1)));
        term.setLength(0);
        start = at;
        while (at < length) {
            int cp = Character.codePointAt(text, at, length);
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
        if (led && forms.isEmpty()) {
            forms.add(new Form(sign + term.toString(), start - 1, end, Kind.SIGNED));
        }
        joints();
        return true;
    }

    /// The forms in which the word is joined to those before it; and what the next one must know of it.
    private void joints() {
        char before = jointEnd >= 0 && jointEnd == start - 1 ? text[jointEnd] : ' ';
        char after = end < length ? text[end] : ' ';
        if (!isHyphen(before)) {
            if (before == '/' && jointWords == 1 && after != '/' && !isLed() || before == '&') {
                join(joint, jointStart, before == '&' ? "&" : "");
            }
            jointWords = 0;
        } else {
            join(joint, jointStart, "");
            if (jointWords == 2 && !isHyphen(after)) {
                join(jointBefore + joint, jointBeforeStart, "");
            }
        }
        if (isHyphen(after) || after == '/' || after == '&') {
            jointBefore = joint;
            jointBeforeStart = jointStart;
            joint = term.toString();
            jointStart = start;
            jointEnd = end;
            jointWords++;
        }
    }

    private void join(String first, int from, String by) {
        if (first.length() + by.length() + term.length() <= LONGEST && (hasLetter(first) || hasLetter(term))) {
            forms.add(new Form(first + by + term, from, end, by.isEmpty() ? Kind.JOINED : Kind.SIGNED));
        }
    }

    private static boolean hasLetter(CharSequence word) {
        return word.chars().anyMatch(c -> c > '9');
    }

    /// Whether the run of words is part of an address or path, by what stands before it.
    private boolean isLed() {
        return jointStart > 0 && "/.:@".indexOf(text[jointStart - 1]) >= 0;
    }

    private boolean wordly(int cp) {
        int type = table.classOf(cp);
        return type == CharacterTable.WORD || type == CharacterTable.SPACELESS;
    }

    private boolean wordAt(int index) {
        return index < length && wordly(Character.codePointAt(text, index, length));
    }

    private boolean digitsAround() {
        return at > start && digitAt(at - 1) && digitAt(at + 1);
    }

    private boolean digitAt(int index) {
        return index < length && text[index] >= '0' && text[index] <= '9';
    }

    private boolean signAt(int index) {
        return index < length && (text[index] == '+' || text[index] == '#');
    }

    private void signs() {
        char last = term.charAt(term.length() - 1);
        if (last < 'a' || last > 'z' || !signAt(at)) {
            return;
        }
        int after = signAt(at + 1) ? at + 2 : at + 1;
        if (!signAt(after) && !wordAt(after)) {
            forms.add(new Form(term + new String(text, at, after - at), start, after, Kind.SIGNED));
            at = after;
        }
    }

    private void possessive() {
        if (at + 1 < length && isApostrophe(text[at]) && (text[at + 1] | 32) == 's' && !wordAt(at + 2)) {
            at += 2;
        }
    }

    /// Reads on in a run of characters without spaces; false when the run ended and left nothing to give.
    private boolean nextPair() {
        while (at < length) {
            int cp = Character.codePointAt(text, at, length);
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
