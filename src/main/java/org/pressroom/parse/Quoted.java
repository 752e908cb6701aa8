package org.pressroom.parse;

import java.util.ArrayList;
import java.util.List;

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
        while (from >= 0) {
            int to = closing(text, from);
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
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /// The mark that closes the one at an index; a term in speech may open and close marks of its own kind.
    private static int closing(String text, int from) {
        char open = text.charAt(from);
        String close = switch (open) {
            case '“', '„' -> "”“\"";
            case '«' -> "»";
            case '»' -> "«";
            case '「' -> "」";
            case '『' -> "』";
            default -> "\"”";
        };
        int depth = 0;
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == open && "「『«".indexOf(open) >= 0) {
                depth++;
            } else if (close.indexOf(c) >= 0 && depth-- == 0) {
                return i;
            }
        }
        return -1;
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
