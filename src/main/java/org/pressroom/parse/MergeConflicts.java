package org.pressroom.parse;

import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.source.LineMap;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Finds what a merge left open: a line that begins with seven `<`, further down one of seven `=`, and one that begins with seven `>`. The
/// markers of an example in a block of code are its text.
final class MergeConflicts {

    static final String RULE = "text-conflict-marker";

    private static final String OURS = "<<<<<<<";
    private static final String BETWEEN = "=======";
    private static final String THEIRS = ">>>>>>>";

    private MergeConflicts() { }

    /// @param code whether a line, counted from 1, stands in a block of code
    static List<Notice> in(SourceText source, IntPredicate code) {
        List<Notice> conflicts = new ArrayList<>();
        String text = source.text();
        LineMap lines = source.lines();
        if (!text.contains(OURS) || !text.contains(THEIRS)) {
            return conflicts;
        }
        int begun = 0;
        boolean divided = false;
        for (int line = 1; line <= lines.count(); line++) {
            int start = lines.startOf(line);
            if (isMarker(text, start, OURS)) {
                begun = code.test(line) ? 0 : line;
                divided = false;
            } else if (begun > 0 && isMarker(text, start, BETWEEN)) {
                divided = true;
            } else if (divided && isMarker(text, start, THEIRS)) {
                conflicts.add(new Notice(RULE, Position.ofLine(begun, lines), "lines " + begun + " to " + line + " are two versions that a merge could not join",
                    new Fix("keep one version, or what is right of both, and delete the lines with the markers")));
                begun = 0;
                divided = false;
            }
        }
        return conflicts;
    }

    private static boolean isMarker(String text, int start, String marker) {
        int end = start + marker.length();
        return text.startsWith(marker, start) && (end == text.length() || text.charAt(end) <= ' ');
    }
}
