package org.pressroom.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells questions from other text, and rids them of numbering.
final class QuestionText {

    private static final String NAMES = "(?:Q|F|P|Question|Frage|Pregunta|Pergunta|질문|問|问|質問|问题)";
    private static final Pattern MARK = Pattern.compile("^\\s*(?:" + NAMES + "\\s*+\\d*+\\s*+[.:：)–—-]++|Q\\d++\\s++|[A-Z]{0,2}\\d++(?:\\.\\d++){0,9}\\s*+[.:)]|[A-Z]\\s*+[.)](?=\\s))\\s*+");
    private static final Pattern NAMED = Pattern.compile("^\\s*(?:" + NAMES + "\\s*+\\d*+\\s*+[.:：)]|Q\\d++\\b|[A-Z]{1,2}\\d++\\s*+[.:)])\\s*+\\S");
    private static final Pattern BARE = Pattern.compile("^\\s*" + NAMES + "\\s*\\d*\\s*[.:：)]?\\s*$");
    private static final String ASKING = "?？؟";
    private static final String CLOSING = " \t\n\r\"”’')*_」』";

    private QuestionText() { }

    /// Whether a text ends as a question does: with its mark, behind which quotes, emphasis and remarks in round brackets
    /// may close. Linear.
    static boolean asks(String text) {
        String words = text.strip();
        if (words.endsWith("か") || words.endsWith("か。")) {
            return true;
        }
        // Whether all from here on may stand behind the mark; and whether that is so behind the next `)`.
        boolean closed = true;
        boolean bracketed = false;
        for (int i = words.length() - 1; i >= 0 && (closed || bracketed); i--) {
            char c = words.charAt(i);
            if (closed && ASKING.indexOf(c) >= 0) {
                return true;
            }
            bracketed = c == ')' ? closed : bracketed;
            closed = c == '(' ? bracketed : closed && CLOSING.indexOf(c) >= 0;
        }
        return false;
    }

    /// Whether a text is marked as a question: `Q:`, `Q3.`, `C1.`.
    static boolean marked(String text) {
        return mayBeMarked(text) && NAMED.matcher(text).lookingAt();
    }

    /// Whether a text is nothing but such a mark: `Q:`, `Frage 2`.
    static boolean isMark(String text) {
        return text.length() < 20 && mayBeMarked(text) && BARE.matcher(text).matches();
    }

    /// A mark begins with a capital or a letter of another script; spares most texts the pattern.
    private static boolean mayBeMarked(String text) {
        int i = 0;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z' || text.charAt(i) > 0x7f);
    }

    static boolean isQuestion(String text) {
        return asks(text) || marked(text);
    }

    /// Where the first question mark of a text stands; -1 when there is none.
    static int markIn(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (ASKING.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /// A question without its numbering.
    static String clean(String text) {
        String flat = Words.flat(text.strip());
        Matcher mark = MARK.matcher(flat);
        String clean = mark.lookingAt() ? flat.substring(mark.end()).strip() : flat;
        return clean.isEmpty() ? flat : clean;
    }
}
