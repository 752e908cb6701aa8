package org.pressroom.diagnostic;

import java.util.ArrayList;
import java.util.List;

/// What [Edit]s changed in a text, in the form that `git apply` and `patch` read. Edits stay within their lines, so line
/// `n` before is line `n` after.
public final class UnifiedDiff {

    /// Lines shown around a change.
    private static final int AROUND = 3;

    private UnifiedDiff() { }

    /// @param path   as it stands in the headings
    /// @param before with as many lines as `after`
    /// @return empty when nothing changed; a `\r` before a line's end is part of the line
    public static String of(String path, String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        if (old.size() != now.size()) {
            throw new IllegalArgumentException("lines were added to or removed from " + path);
        }
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(now.get(i))) {
                changed.add(i);
            }
        }
        if (changed.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("--- " + name("a/" + path) + "\n+++ " + name("b/" + path) + "\n");
        int next = 0;
        while (next < changed.size()) {
            int last = next;
            while (last + 1 < changed.size() && changed.get(last + 1) - changed.get(last) <= 2 * AROUND) {
                last++;
            }
            int from = Math.max(0, changed.get(next) - AROUND);
            int to = Math.min(old.size(), changed.get(last) + AROUND + 1);
            out.append("@@ -").append(from + 1).append(',').append(to - from).append(" +").append(from + 1).append(',')
                .append(to - from).append(" @@\n");
            appendHunk(out, old.subList(from, to), now.subList(from, to));
            next = last + 1;
        }
        return out.toString();
    }

    private static void appendHunk(StringBuilder out, List<String> old, List<String> now) {
        for (int i = 0; i < old.size(); ) {
            int end = i;
            while (end < old.size() && !old.get(end).equals(now.get(end))) {
                end++;
            }
            if (end == i) {
                append(out, ' ', old.get(i++));
                continue;
            }
            old.subList(i, end).forEach(line -> append(out, '-', line));
            now.subList(i, end).forEach(line -> append(out, '+', line));
            i = end;
        }
    }

    private static void append(StringBuilder out, char sign, String line) {
        out.append(sign).append(line);
        if (!line.endsWith("\n")) {
            out.append("\n\\ No newline at end of file\n");
        }
    }

    /// Each with its `\n`, but for a last one that has none.
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            lines.add(text.substring(from, at + 1));
            from = at + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    /// Git puts names with characters that would end them in quotes.
    private static String name(String path) {
        if (path.chars().allMatch(c -> c >= 0x20 && c != 0x7f && c != '"' && c != '\\')) {
            return path.indexOf(' ') >= 0 ? path + "\t" : path;
        }
        StringBuilder quoted = new StringBuilder("\"");
        path.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < 0x20 || c == 0x7f) {
                quoted.append(String.format("\\%03o", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
