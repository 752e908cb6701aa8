package org.pressroom.parse;

import java.util.regex.Pattern;

/// Tells questions from other text, and rids them of numbering.
final class QuestionText {

    private static final Pattern MARK = Pattern.compile("^\\s*(?:(?:Q|F|P|질문|問|质问)\\s*\\d*\\s*[.:：)–—-]+|Q\\d+\\s+|[A-Z]{0,2}\\d+(?:\\.\\d+)*\\s*[.:)]|[A-Z]\\s*[.)](?=\\s))\\s*");
    private static final Pattern NAMED = Pattern.compile("^\\s*(?:Q\\s*\\d*\\s*[.:：)]|Q\\d+\\b|[A-Z]{1,2}\\d+\\s*[.:)])\\s*\\S");
    private static final Pattern ENDS = Pattern.compile("[?？؟](?:[\\s\"”’')*_]|\\([^)]*\\))*$|か[。]?$");

    private QuestionText() { }

    /// Whether a text ends as a question does.
    static boolean asks(String text) {
        return ENDS.matcher(text.strip()).find();
    }

    /// Whether a text is marked as a question: `Q:`, `Q3.`, `C1.`.
    static boolean marked(String text) {
        return NAMED.matcher(text).find();
    }

    static boolean isQuestion(String text) {
        return asks(text) || marked(text);
    }

    /// A question without its numbering.
    static String clean(String text) {
        String flat = text.strip().replaceAll("\\s+", " ");
        String clean = MARK.matcher(flat).replaceFirst("").strip();
        return clean.isEmpty() ? flat : clean;
    }
}
