package org.pressroom.parse;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.pressroom.source.EditDistance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// One line that may be part of a header, as a reader takes it: its words, and what it says about visibility.
///
/// Neither the form of the header nor its marks matter: a key that names visibility, what stands between, and a value.
final class HeaderLine {

    /// What a line says.
    enum Says {
        /// Nothing about visibility.
        NOTHING,
        /// That everybody may read the document.
        OPEN,
        /// The key alone; the value may follow.
        KEY,
        /// A value that is neither; short, behind the key alone.
        UNKNOWN,
        /// `restricted` or the like, in some words.
        LOOSELY_RESTRICTED,
        /// `restricted`, and nothing else or an explanation that is set apart.
        RESTRICTED
    }

    /// More words behind a key are a sentence.
    private static final int SENTENCE = 8;
    private static final int NOTE = 4;
    private static final int LABEL = 3;

    private static final Set<String> OPEN = Set.of("internal", "intern", "public", "open", "everyone", "everybody", "all", "company", "default", "normal",
        "true", "yes", "visible", "unrestricted", "published", "shared");
    private static final Set<String> FILLERS = Set.of("is", "highly", "strictly", "very", "the", "str", "level", "value", "content", "td", "th", "dd", "div", "span", "p",
        "strong", "b", "em", "i", "code", "currently", "now", "set", "to", "scope", "type", "still", "remains", "class", "state");
    /// What goes on from `restricted` to those who may read.
    private static final Set<String> WHOM = Set.of("to", "for", "by", "until", "till", "only", "and", "or", "at", "within", "access", "auf", "fur", "bis", "nur");
    private static final List<String> SECRET = List.of("restrict", "confidential", "vertraulich", "eingeschrankt", "beschrankt", "secret", "geheim", "privat", "hidden",
        "sensitive", "embargo", "限定", "機密", "社外秘", "非公開");
    private static final Set<String> OTHER_KEYS = Set.of("sichtbarkeit", "公開範囲", "classification", "confidentiality", "sensitivity", "access", "zugriff", "vertraulichkeit");
    /// After one of these a key may stand as a value: `name: visibility`.
    private static final Set<String> NAMING = Set.of("name", "key", "property", "field");
    /// Where a new label may begin within a line.
    private static final String BOUNDARIES = ",;|·•{([<>&\t";
    /// What may stand between a key and its value.
    private static final String SEPARATORS = ":=|>→⇒–—({[\"'`\t";

    private record Token(String text, int start, int end) { }

    private final String plain;
    private final List<Token> tokens = new ArrayList<>();
    private final Predicate<String> alias;

    /// @param raw   as written
    /// @param alias whether a label, its words joined by hyphens, is another name of the key
    HeaderLine(String raw, Predicate<String> alias) {
        this.plain = PlainLetters.of(raw.indexOf('&') < 0 ? raw : Parser.unescapeEntities(raw, false)).strip();
        this.alias = alias;
        for (int i = 0; i < plain.length();) {
            int start = i;
            while (i < plain.length() && Character.isLetterOrDigit(plain.codePointAt(i))) {
                i += Character.charCount(plain.codePointAt(i));
            }
            if (i > start) {
                tokens.add(new Token(plain.substring(start, i), start, i));
            } else {
                i += Character.charCount(plain.codePointAt(i));
            }
        }
    }

    /// Folded, without white space around it.
    String plain() {
        return plain;
    }

    int words() {
        return tokens.size();
    }

    boolean isHeading() {
        int level = 0;
        while (level < plain.length() && plain.charAt(level) == '#') {
            level++;
        }
        return level > 0 && level < plain.length() && plain.charAt(level) == ' ';
    }

    /// The mark of which the whole line consists, three times or more; 0 for another line.
    char rule() {
        if (plain.length() < 3 || "-+;=~*_".indexOf(plain.charAt(0)) < 0) {
            return 0;
        }
        return isOnly(plain.charAt(0)) ? plain.charAt(0) : 0;
    }

    /// Whether it consists of a mark alone, three times or more.
    boolean isOnly(char mark) {
        return plain.length() >= 3 && plain.chars().allMatch(c -> c == mark);
    }

    /// The mark of a code fence; 0 for another line.
    char fence() {
        return plain.startsWith("```") ? '`' : plain.startsWith("~~~") ? '~' : 0;
    }

    /// Whether it is a row of a table, an item of a list, a quotation, a tag, or begins with a label: not a sentence of a paragraph.
    boolean isStructured() {
        return !plain.isEmpty() && (isMarked() || plain.indexOf('|') >= 0 || label() != null);
    }

    /// Whether it begins as no sentence does.
    private boolean isMarked() {
        return "|<>-+@\\%;/![{:".indexOf(plain.charAt(0)) >= 0 || plain.startsWith("* ") || plain.startsWith("**") || plain.startsWith("__") || plain.startsWith("#+")
            || plain.startsWith(". ");
    }

    boolean isItem() {
        return plain.startsWith("- ") || plain.startsWith("* ") || plain.startsWith("+ ");
    }

    /// The words before the first separator, joined by hyphens; null without one, or when there are too many.
    @Nullable String label() {
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < Math.min(tokens.size(), LABEL + 2); i++) {
            label.append(i == 0 ? "" : "-").append(tokens.get(i).text);
            if (hasAny(gap(i), ":=|")) {
                return label.toString();
            }
        }
        return null;
    }

    /// Whether `restricted` is all that it says.
    boolean isBanner() {
        return tokens.size() == 1 && isRestricted(tokens.getFirst().text);
    }

    /// Whether the line is the value of a key that stood before it.
    ///
    /// @param loosely whether another label may stand before the value
    boolean isRestrictedValue(boolean loosely) {
        if (tokens.isEmpty() || tokens.size() > NOTE + 1) {
            return false;
        }
        return isRestricted(tokens.getFirst().text) || loosely && tokens.stream().anyMatch(token -> isRestricted(token.text))
            && tokens.stream().noneMatch(token -> isNegation(token.text) || OPEN.contains(token.text));
    }

    /// Whether the key is all that it says.
    boolean isKeyAlone() {
        return !tokens.isEmpty() && tokens.size() <= 2 && endOfKey(0) == tokens.size();
    }

    /// The number of the cell that holds the key alone; -1 without one.
    int columnOfKey() {
        return column(cell -> new HeaderLine(cell, alias).isKeyAlone());
    }

    /// The number of the first cell of a table's row that is like this; -1 without one.
    private int column(Predicate<String> wanted) {
        List<String> cells = cells();
        for (int i = 0; i < cells.size(); i++) {
            if (wanted.test(cells.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// The cells of a table's row; empty without one.
    List<String> cells() {
        if (plain.indexOf('|') < 0) {
            return List.of();
        }
        String row = plain.substring(plain.startsWith("|") ? 1 : 0, plain.endsWith("|") && plain.length() > 1 ? plain.length() - 1 : plain.length());
        return List.of(row.split("\\|", -1));
    }

    /// What the line says about visibility, the strongest of it.
    ///
    /// @param exact whether the key must be the whole of the line's first label
    Says says(boolean exact) {
        Says strongest = Says.NOTHING;
        int inLabel = 0;
        boolean value = false;
        for (int i = 0; i < tokens.size() && !(exact && i > 0); i++) {
            String before = i == 0 ? plain.substring(0, tokens.getFirst().start) : gap(i - 1);
            if (i == 0 || hasAny(before, BOUNDARIES) || before.contains("  ")) {
                inLabel = 0;
                value = false;
            } else {
                value |= hasAny(before, ":=");
                inLabel++;
            }
            int end = endOfKey(i);
            boolean named = i > 0 && NAMING.contains(tokens.get(i - 1).text);
            if (end > 0 && (!value && inLabel <= LABEL || named || isTight(i))) {
                Says here = valueAfter(i, end, exact);
                strongest = here.compareTo(strongest) > 0 ? here : strongest;
            } else if (end == tokens.size() && value && tokens.size() <= LABEL) {
                strongest = Says.KEY.compareTo(strongest) > 0 ? Says.KEY : strongest;
            }
        }
        return strongest;
    }

    /// Whether the key and `restricted` stand here as one word: `visibility=restricted`.
    boolean isTight() {
        for (int i = 0; i < tokens.size(); i++) {
            if (isTight(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTight(int token) {
        return token + 1 < tokens.size() && (gap(token).equals("=") || gap(token).equals(":")) && isVisibility(tokens.get(token).text) && isRestricted(tokens.get(token + 1).text);
    }

    /// The part in brackets of a heading; the whole line without one.
    HeaderLine bracketed() {
        int at = 0;
        while (at < plain.length() && "([{".indexOf(plain.charAt(at)) < 0) {
            at++;
        }
        return at == plain.length() ? this : new HeaderLine(plain.substring(at), alias);
    }

    /// A sentence without the code that it cites between two of its words; any other line as it is.
    HeaderLine uncited() {
        if (plain.indexOf('`') < 0 || tokens.size() <= SENTENCE || isStructured()) {
            return this;
        }
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int open = plain.indexOf('`'); open >= 0; open = plain.indexOf('`', from)) {
            int close = plain.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            boolean cited = isWord(open - 2) && plain.charAt(open - 1) == ' ' && plain.startsWith(" ", close + 1) && isWord(close + 2);
            rest.append(plain, from, cited ? open : close + 1);
            from = close + 1;
        }
        return new HeaderLine(rest.append(plain, from, plain.length()).toString(), alias);
    }

    private boolean isWord(int at) {
        return at >= 0 && at < plain.length() && Character.isLetter(plain.charAt(at));
    }

    /// The number of the token after a key that begins here; 0 when none does.
    private int endOfKey(int first) {
        StringBuilder joined = new StringBuilder();
        for (int i = first; i < Math.min(tokens.size(), first + NOTE); i++) {
            joined.append(i == first ? "" : "-").append(tokens.get(i).text);
            String name = joined.toString();
            if (i == first && (isVisibility(name) || OTHER_KEYS.contains(name) || isSwitch(i)) || alias.test(name)) {
                return i + 1;
            }
            if (hasAny(gap(i), SEPARATORS)) {
                break;
            }
        }
        return 0;
    }

    /// Whether a word is a key such as `restricted: true`.
    private boolean isSwitch(int token) {
        String word = tokens.get(token).text;
        return (isRestricted(word) || word.equals("private") || word.equals("confidential")) && token + 1 < tokens.size() && hasAny(gap(token), ":=")
            && (tokens.get(token + 1).text.equals("true") || tokens.get(token + 1).text.equals("yes"));
    }

    private Says valueAfter(int first, int end, boolean exact) {
        if (end == tokens.size()) {
            return Says.KEY;
        }
        if (isSwitch(first)) {
            return Says.RESTRICTED;
        }
        int value = end;
        String gap = gap(end - 1);
        if (!hasAny(gap, SEPARATORS) && !gap.contains("  ") && !gap.contains(" - ")) {
            while (!exact && value < Math.min(tokens.size() - 1, end + NOTE) && !hasAny(gap(value), ":=|")) {
                value++;
            }
            boolean separated = !exact && value < tokens.size() - 1 && hasAny(gap(value), ":=|");
            if (!separated) {
                return !exact && tokens.size() <= NOTE && isRestricted(tokens.get(end).text) ? Says.RESTRICTED : Says.NOTHING;
            }
            gap = gap(value);
            value++;
        }
        boolean alone = end == first + 1 && value == end && hasAny(gap, ":=|");
        return said(value + (gap.contains("!!") || gap.endsWith("&") ? 1 : 0), alone, OTHER_KEYS.contains(tokens.get(first).text));
    }

    /// @param alone   whether nothing but the key stands before the value
    /// @param general whether the key is one that may be about other things than the document
    private Says said(int from, boolean alone, boolean general) {
        int to = from;
        while (to < tokens.size() && to < from + SENTENCE * 2 && (to == from || !endsValue(gap(to - 1)))) {
            to++;
        }
        int at = from;
        while (at < to - 1 && at < from + LABEL && (FILLERS.contains(tokens.get(at).text) || isStruck(tokens.get(at)))) {
            at++;
        }
        if (at >= to) {
            return Says.KEY;
        }
        String word = tokens.get(at).text;
        if (OPEN.contains(word) || isNegation(word)) {
            return Says.OPEN;
        }
        int rest = to - at;
        String after = gap(at);
        boolean apart = rest <= 2 || !after.isBlank() && (rest <= NOTE || !after.startsWith(","));
        if (isRestricted(word) && at == from && apart) {
            return Says.RESTRICTED;
        }
        if (general) {
            return Says.NOTHING;
        }
        if (isSecret(word) && (apart || rest <= LABEL || rest <= SENTENCE && WHOM.contains(tokens.get(at + 1).text))) {
            return Says.LOOSELY_RESTRICTED;
        }
        return alone && to - from <= LABEL ? Says.UNKNOWN : Says.NOTHING;
    }

    /// Whether a value that would open the document is struck through.
    private boolean isStruck(Token token) {
        return OPEN.contains(token.text) && plain.startsWith("~~", token.start - 2);
    }

    private static boolean endsValue(String gap) {
        return gap.contains(" #") || gap.contains("<!--") || gap.indexOf('|') >= 0 || gap.contains("//");
    }

    private String gap(int token) {
        return plain.substring(tokens.get(token).end, token + 1 < tokens.size() ? tokens.get(token + 1).start : plain.length());
    }

    private static boolean hasAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNegation(String word) {
        return word.equals("not") || word.equals("non") || word.equals("no") || word.equals("never");
    }

    /// Whether a word is the key, or a form or misspelling of it.
    static boolean isVisibility(String word) {
        return word.contains("visib") || isNear(word, "visibility");
    }

    /// Whether a word is `restricted`, or a misspelling of it.
    static boolean isRestricted(String word) {
        return word.equals("restrict") || word.equals("restricted") || isNear(word, "restricted");
    }

    private static boolean isSecret(String word) {
        return isRestricted(word) || SECRET.stream().anyMatch(word::startsWith) || word.equals("nda");
    }

    private static boolean isNear(String word, String wanted) {
        return Math.abs(word.length() - wanted.length()) <= 2 && !word.startsWith("un") && !word.startsWith("in") && word.indexOf(wanted.charAt(0)) <= 1 && word.indexOf(wanted.charAt(0)) >= 0
            && sharesLetters(word, wanted) && EditDistance.between(word.chars().toArray(), wanted.chars().toArray(), 2) <= 2;
    }

    /// Whether two words have letters of which at most two differ, in whatever order: seen sooner than their distance, which is not less.
    private static boolean sharesLetters(String word, String wanted) {
        int[] counts = new int['z' + 1];
        for (int i = 0; i < wanted.length(); i++) {
            counts[wanted.charAt(i)]++;
        }
        int more = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c > 'z' || --counts[c] < 0) && ++more > 2) {
                return false;
            }
        }
        return wanted.length() - (word.length() - more) <= 2;
    }
}
