package org.pressroom.parse;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;

/// The form of one line that may be part of a header, as a reader takes it: a heading, a rule, an item, a row, a label and its value.
/// What it says about visibility is its [VisibilityStatement].
final class HeaderLine {

    /// Words of which a label has no more.
    private static final int LABEL = 5;

    private final String plain;
    private final PlainWords words;
    private final Predicate<String> alias;

    /// @param raw   as written
    /// @param alias whether a label, its words joined by hyphens, is another name of the key
    HeaderLine(String raw, Predicate<String> alias) {
        this.plain = PlainLetters.of(raw.indexOf('&') < 0 ? raw : Parser.unescapeEntities(raw, false)).strip();
        this.words = PlainWords.of(plain);
        this.alias = alias;
    }

    /// Folded, without white space around it.
    String plain() {
        return plain;
    }

    /// The number of its words.
    int words() {
        return words.size();
    }

    /// What it says about visibility.
    VisibilityStatement visibility() {
        return new VisibilityStatement(words, alias);
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
        for (int i = 0; i < Math.min(words.size(), LABEL); i++) {
            label.append(i == 0 ? "" : "-").append(words.get(i));
            if (words.isFollowedBy(i, ":=|")) {
                return label.toString();
            }
        }
        return null;
    }

    /// The number of the cell that holds the key of visibility alone; -1 without one.
    int columnOfKey() {
        List<String> cells = cells();
        for (int i = 0; i < cells.size(); i++) {
            if (new HeaderLine(cells.get(i), alias).visibility().isKeyAlone()) {
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
        if (plain.indexOf('`') < 0 || words.size() <= VisibilityStatement.SENTENCE || isStructured()) {
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
}
