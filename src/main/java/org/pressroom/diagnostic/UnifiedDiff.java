package org.pressroom.diagnostic;

import java.util.ArrayList;
import java.util.List;

/// What changed in a text, in the form that `git apply` and `patch` read.
///
/// Lines that a text begins and ends with before and after are the same lines; between these the longest common sequence is looked for
/// (Hirschberg's problem, by a table), unless that would take too long: then what is between is one change.
public final class UnifiedDiff {

    /// Lines shown around a change.
    private static final int AROUND = 3;
    /// Fields of the table.
    private static final long MOST_FIELDS = 4_000_000;

    private UnifiedDiff() { }

    /// Lines that gave way to others.
    private record Change(int from, int to, int newFrom, int newTo) { }

    /// @param path as it stands in the headings
    /// @return empty when nothing changed; a `\r` before a line's end is part of the line
    public static String of(String path, String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        List<Change> changes = changes(old, now);
        if (changes.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("--- " + name("a/" + path) + "\n+++ " + name("b/" + path) + "\n");
        for (int next = 0; next < changes.size(); ) {
            int last = next;
            while (last + 1 < changes.size() && changes.get(last + 1).from - changes.get(last).to <= 2 * AROUND) {
                last++;
            }
            appendHunk(out, old, now, changes.subList(next, last + 1));
            next = last + 1;
        }
        return out.toString();
    }

    private static List<Change> changes(List<String> old, List<String> now) {
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = old.size();
        int newEnd = now.size();
        while (end > start && newEnd > start && old.get(end - 1).equals(now.get(newEnd - 1))) {
            end--;
            newEnd--;
        }
        if (start == end && start == newEnd) {
            return List.of();
        }
        if ((long) (end - start + 1) * (newEnd - start + 1) > MOST_FIELDS) {
            return List.of(new Change(start, end, start, newEnd));
        }
        return between(old.subList(start, end), now.subList(start, newEnd), start);
    }

    private static List<Change> between(List<String> old, List<String> now, int start) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
                continue;
            }
            int from = i;
            int newFrom = j;
            while ((i < old.size() || j < now.size()) && !(i < old.size() && j < now.size() && old.get(i).equals(now.get(j)))) {
                if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            changes.add(new Change(start + from, start + i, start + newFrom, start + j));
        }
        return changes;
    }

    private static void appendHunk(StringBuilder out, List<String> old, List<String> now, List<Change> changes) {
        Change first = changes.getFirst();
        Change last = changes.getLast();
        int from = Math.max(0, first.from - AROUND);
        int to = Math.min(old.size(), last.to + AROUND);
        int newFrom = first.newFrom - (first.from - from);
        int newTo = last.newTo + (to - last.to);
        out.append("@@ -").append(range(from, to)).append(" +").append(range(newFrom, newTo)).append(" @@\n");
        int at = from;
        for (Change change : changes) {
            old.subList(at, change.from).forEach(line -> append(out, ' ', line));
            old.subList(change.from, change.to).forEach(line -> append(out, '-', line));
            now.subList(change.newFrom, change.newTo).forEach(line -> append(out, '+', line));
            at = change.to;
        }
        old.subList(at, to).forEach(line -> append(out, ' ', line));
    }

    /// An empty range is named by the line before it.
    private static String range(int from, int to) {
        return (from == to ? from : from + 1) + "," + (to - from);
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
