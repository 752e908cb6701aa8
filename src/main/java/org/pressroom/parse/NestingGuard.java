package org.pressroom.parse;

import org.pressroom.source.LineMap;
import org.pressroom.source.SourceText;

/// Refuses what would nest too deep for a recursive parser: quotes, lists, emphasis and brackets by the hundred.
///
/// Linear; counts openers without closers from above, so a document that passes can't overflow the stack, and no honest
/// document comes near the bounds.
final class NestingGuard {

    static final int MAX_CONTAINERS = 60;
    static final int MAX_INDENT = 300;
    static final int MAX_OPEN_MARKS = 250;
    /// Of the number of a list item.
    private static final int MAX_DIGITS = 9;

    private NestingGuard() { }

    /// @throws TooComplexException at the first line that goes beyond
    static void check(SourceText source, int firstLine) {
        LineMap lines = source.lines();
        String text = source.text();
        boolean sparse = fewMarks(text);
        int brackets = 0;
        int marks = 0;
        for (int line = firstLine; line <= lines.count(); line++) {
            int at = lines.startOf(line);
            int end = lines.endOf(line);
            int containers = 0;
            int indent = 0;
            boolean prefix = true;
            boolean blank = true;
            for (; at < end; at++) {
                char c = text.charAt(at);
                if (c == ' ' || c == '\t') {
                    indent += prefix ? c == '\t' ? 4 : 1 : 0;
                    continue;
                }
                blank = false;
                int marker = prefix ? markerLength(text, at, end) : 0;
                if (marker > 0) {
                    containers++;
                    indent += 2;
                    at += marker - 1;
                    continue;
                }
                if (sparse) {
                    break;
                }
                prefix = false;
                if (c == '\\') {
                    at++;
                } else if (c == '[') {
                    brackets++;
                } else if (c == ']') {
                    brackets = Math.max(0, brackets - 1);
                } else if (c == '*' || c == '_' || c == '~') {
                    boolean opens = at + 1 < end && !Character.isWhitespace(text.charAt(at + 1));
                    boolean closes = at > lines.startOf(line) && !Character.isWhitespace(text.charAt(at - 1));
                    marks = closes && marks > 0 ? marks - 1 : opens ? marks + 1 : marks;
                }
                if (brackets > MAX_OPEN_MARKS || marks > MAX_OPEN_MARKS) {
                    throw new TooComplexException("more than " + MAX_OPEN_MARKS + " brackets or emphasis marks are open here", line);
                }
            }
            if (containers > MAX_CONTAINERS || containers > 0 && indent > MAX_INDENT) {
                throw new TooComplexException("quotes or lists are nested deeper than " + MAX_CONTAINERS + " levels here", line);
            }
            if (blank) {
                brackets = 0;
                marks = 0;
            }
        }
    }

    /// Whether a text has so few brackets and marks that, open or not, they stay within bounds; then only the beginnings of
    /// lines matter.
    private static boolean fewMarks(String text) {
        return count(text, '[', MAX_OPEN_MARKS) < MAX_OPEN_MARKS
            && count(text, '*', MAX_OPEN_MARKS) + count(text, '_', MAX_OPEN_MARKS) + count(text, '~', MAX_OPEN_MARKS) < MAX_OPEN_MARKS;
    }

    /// How often a character occurs, counted up to `most`.
    private static int count(String text, char c, int most) {
        int count = 0;
        for (int at = text.indexOf(c); at >= 0 && count < most; at = text.indexOf(c, at + 1)) {
            count++;
        }
        return count;
    }

    /// Length of what opens a quotation or list item here, the box of a task included; 0 when nothing does.
    private static int markerLength(String text, int at, int end) {
        char c = text.charAt(at);
        if (c == '>') {
            return 1;
        }
        int to = at;
        while (to < end && to < at + MAX_DIGITS && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        boolean ordered = to > at && to < end && (text.charAt(to) == '.' || text.charAt(to) == ')');
        if (!ordered && c != '-' && c != '*' && c != '+') {
            return 0;
        }
        to = ordered ? to + 1 : at + 1;
        if (to < end && text.charAt(to) != ' ' && text.charAt(to) != '\t') {
            return 0;
        }
        boolean box = to + 3 < end && text.charAt(to + 1) == '[' && text.charAt(to + 3) == ']';
        return (box ? to + 4 : to) - at;
    }
}
