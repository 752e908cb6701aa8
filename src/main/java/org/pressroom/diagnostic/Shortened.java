package org.pressroom.diagnostic;

/// Messages that quote what an author wrote, which may be of any length.
final class Shortened {

    /// Longer than any sentence that Pressroom writes itself.
    private static final int LONGEST_PIECE = 500;
    private static final int LONGEST = 2_000;
    private static final char QUOTE = '`';

    private Shortened() { }

    /// A message of which each long piece, quoted or not, ends early with `…`; as it is when none is long.
    static String of(String message) {
        if (message.length() <= LONGEST_PIECE) {
            return message;
        }
        StringBuilder shortened = new StringBuilder();
        boolean quoted = false;
        for (int from = 0; from <= message.length() && shortened.length() < LONGEST; ) {
            int quote = message.indexOf(QUOTE, from);
            int to = quote < 0 ? message.length() : quote;
            shortened.append(message, from, cut(message, from, to)).append(to - from > LONGEST_PIECE ? "…" : "");
            if (quote >= 0) {
                shortened.append(QUOTE);
                quoted = !quoted;
            }
            from = to + 1;
        }
        return shortened.length() < LONGEST ? shortened.toString() : shortened + (quoted ? "…`" : "…");
    }

    private static int cut(String message, int from, int to) {
        int end = Math.min(to, from + LONGEST_PIECE);
        return end < to && Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end;
    }
}
