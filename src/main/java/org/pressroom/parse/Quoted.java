package org.pressroom.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands between quotation marks and is long enough to be speech, not a term.
final class Quoted {

    private static final String OPENING = "\"“„«»「『";
    private static final String MARKS = OPENING + "”」』";
    private static final int SPEECH = 25;
    /// The same in scripts that need fewer characters.
    private static final int WIDE_SPEECH = 14;

    /// @param from index of the opening mark
    /// @param to   index behind the closing mark
    record Range(int from, int to) { }

    private Quoted() { }

    static boolean isMark(int c) {
        return MARKS.indexOf(c) >= 0;
    }

    /// The stretches of speech in a text, in order. A mark that nothing closes opens none.
    static List<Range> speech(String text) {
        return stretches(text, SPEECH);
    }

    /// Everything in quotation marks.
    static List<Range> all(String text) {
        return stretches(text, 1);
    }

    private static List<Range> stretches(String text, int least) {
        List<Range> ranges = List.of();
        int from = next(text, 0);
        if (from < 0) {
            return ranges;
        }
        Closings closings = new Closings(text);
        while (from >= 0) {
            int to = closings.of(from);
            if (to < 0) {
                from = next(text, from + 1);
                continue;
            }
            if (to - from - 1 >= (least > 1 && Words.isWide(text.codePointAt(from + 1)) ? WIDE_SPEECH : least)) {
                ranges = ranges.isEmpty() ? new ArrayList<>() : ranges;
                ranges.add(new Range(from, to + 1));
            }
            from = next(text, to + 1);
        }
        return ranges;
    }

    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c > 0x7f && OPENING.indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /// Which mark closes which. A term in speech may open and close marks of its own kind, where its script has different ones.
    /// Each kind of mark is looked at once from end to end, however many of them nothing closes.
    private static final class Closings {
        private static final String NESTING = "「『«";
        private static final String CLOSING_THEM = "」』»";

        private final String text;
        /// By the opening mark: for each index where it stands, that of the mark that closes it, or -1.
        private final Map<Character, int[]> nested = new HashMap<>();
        /// Marks without nesting that nothing closes from some place on.
        private String unclosed = "";

        Closings(String text) {
            this.text = text;
        }

        /// Index of the mark that closes the one at an index; -1 when none does. Asked in ascending order.
        int of(int from) {
            char open = text.charAt(from);
            if (NESTING.indexOf(open) >= 0) {
                return nested.computeIfAbsent(open, this::pairs)[from];
            }
            int to = unclosed.indexOf(open) >= 0 ? -1 : next(from, closing(open));
            if (to < 0 && unclosed.indexOf(open) < 0) {
                unclosed += open;
            }
            return to;
        }

        private static String closing(char open) {
            return switch (open) {
                case '“', '„' -> "”“\"";
                case '»' -> "«";
                default -> "\"”";
            };
        }

        private int next(int from, String marks) {
            for (int i = from + 1; i < text.length(); i++) {
                if (marks.indexOf(text.charAt(i)) >= 0) {
                    return i;
                }
            }
            return -1;
        }

        private int[] pairs(char open) {
            char close = CLOSING_THEM.charAt(NESTING.indexOf(open));
            int[] pairs = new int[text.length()];
            int[] stack = new int[text.length()];
            int depth = 0;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == open) {
                    pairs[i] = -1;
                    stack[depth++] = i;
                } else if (text.charAt(i) == close && depth > 0) {
                    pairs[stack[--depth]] = i;
                }
            }
            return pairs;
        }
    }

    /// A text with speech blanked out, every other character in its place.
    static String without(String text, List<Range> ranges) {
        if (ranges.isEmpty()) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text);
        for (Range range : ranges) {
            for (int i = range.from(); i < range.to(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    /// The speech alone.
    static String only(String text, List<Range> ranges) {
        StringBuilder speech = new StringBuilder();
        for (Range range : ranges) {
            speech.append(text, range.from(), range.to()).append(' ');
        }
        return speech.toString();
    }
}
