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

    private NestingGuard() { }

    /// @throws TooComplexException at the first line that goes beyond
    static void check(SourceText source, int firstLine) {
        LineMap lines = source.lines();
        String text = source.text();
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
                if (prefix && (c == '>' || isBullet(text, at, end))) {
                    containers++;
                    indent += 2;
                    continue;
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

    private static boolean isBullet(String text, int at, int end) {
        char c = text.charAt(at);
        return (c == '-' || c == '*' || c == '+') && (at + 1 == end || text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '\t');
    }
}
