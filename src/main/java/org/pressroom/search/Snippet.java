package org.pressroom.search;

import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A piece of a text around the words that were looked for.
///
/// @param text  one line; begins or ends in `…` when it was cut there
/// @param marks where those words stand in it, ascending, not overlapping
public record Snippet(String text, List<SourceSpan> marks) {

    private static final int LENGTH = 220;
    private static final int LEAD = 60;
    private static final String CUT = "… ";

    public Snippet {
        marks = List.copyOf(marks);
    }

    /// Cuts the piece with the most different terms out of a text; of several the one where they begin nearest to each other, so that a
    /// phrase is shown where it stands; then the first.
    ///
    /// @param text in [normal form][Analysis#normal]
    static Snippet of(String text, Set<String> terms) {
        List<Analysis.Token> found = Analysis.tokens(text).stream().filter(t -> terms.contains(t.term())).toList();
        int begin = begin(text, found.isEmpty() ? 0 : densest(found).start());
        int end = end(text, begin);
        String head = begin > 0 ? CUT : "";
        List<SourceSpan> marks = new ArrayList<>();
        for (Analysis.Token token : found) {
            if (token.start() < begin || token.end() > end) {
                continue;
            }
            int from = token.start() - begin + head.length();
            int to = token.end() - begin + head.length();
            if (!marks.isEmpty() && from <= marks.getLast().end()) {
                SourceSpan last = marks.removeLast();
                from = Math.min(from, last.start());
                to = Math.max(to, last.end());
            }
            marks.add(new SourceSpan(from, to));
        }
        return new Snippet(head + text.substring(begin, end) + (end < text.length() ? " …" : ""), marks);
    }

    private static Analysis.Token densest(List<Analysis.Token> found) {
        Analysis.Token best = found.getFirst();
        int most = 0;
        for (int i = 0; i < found.size(); i++) {
            int reach = found.get(i).start() + LENGTH - LEAD;
            int apart = 0;
            Set<String> different = new HashSet<>();
            for (int j = i; j < found.size() && found.get(j).end() <= reach; j++) {
                if (different.add(found.get(j).term())) {
                    apart = found.get(j).start() - found.get(i).start();
                }
            }
            // They are less than LENGTH apart, so one term more outweighs that.
            int dense = different.size() * LENGTH - apart;
            if (dense > most) {
                most = dense;
                best = found.get(i);
            }
        }
        return best;
    }

    private static int begin(String text, int found) {
        if (found <= LEAD) {
            return 0;
        }
        int space = text.indexOf(' ', found - LEAD);
        return space >= 0 && space < found ? space + 1 : whole(text, found - LEAD / 2);
    }

    private static int end(String text, int begin) {
        int end = begin + LENGTH;
        if (end >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', end);
        return space > begin + LENGTH / 2 ? space : whole(text, end);
    }

    /// An offset that parts no surrogate pair.
    private static int whole(String text, int offset) {
        return Character.isLowSurrogate(text.charAt(offset)) ? offset - 1 : offset;
    }
}
