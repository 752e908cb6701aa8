package org.pressroom.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells questions from other text, and rids them of numbering.
final class QuestionText {

    private static final Pattern MARK = Pattern.compile("^\\s*(?:(?:Q|F|P|질문|問|质问)\\s*\\d*\\s*[.:：)–—-]+|Q\\d+\\s+|[A-Z]{0,2}\\d+(?:\\.\\d+)*\\s*[.:)]|[A-Z]\\s*[.)](?=\\s))\\s*");
    private static final Pattern NAMED = Pattern.compile("^\\s*(?:Q\\s*\\d*\\s*[.:：)]|Q\\d+\\b|[A-Z]{1,2}\\d+\\s*[.:)])\\s*\\S");
    private static final String ASKING = "?？؟";
    private static final String CLOSING = " \t\n\r\"”’')*_";

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
        return NAMED.matcher(text).lookingAt();
    }

    static boolean isQuestion(String text) {
        return asks(text) || marked(text);
    }

    /// A question without its numbering.
    static String clean(String text) {
        String flat = Words.flat(text.strip());
        Matcher mark = MARK.matcher(flat);
        String clean = mark.lookingAt() ? flat.substring(mark.end()).strip() : flat;
        return clean.isEmpty() ? flat : clean;
    }
}
