package org.pressroom.bake;

import org.pressroom.bake.BoundedDiff.Edit;
import org.pressroom.bake.DiffLine.Change;
import org.pressroom.bake.DiffLine.Run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Compares two texts: stretch by stretch, and where one became another, word by word.
///
/// Time is linear in the words of both, since every comparison within is bounded: of what has too little in common it is
/// said that the one went and the other came.
final class TextDiff {

    /// Stretches, and words of one, that may differ before it is given up.
    private static final int MOST_STRETCHES = 400;
    private static final int MOST_WORDS = 500;
    /// Pairs of stretches that are looked at to find what became of each.
    private static final int MOST_PAIRS = 2_500;
    /// Of a hundred words of two stretches this many are the same when one became the other.
    private static final int ALIKE = 35;

    private final List<Stretch> before;
    private final List<Stretch> after;
    private final List<DiffLine> lines = new ArrayList<>();

    private TextDiff(List<Stretch> before, List<Stretch> after) {
        this.before = before;
        this.after = after;
    }

    /// The later text line by line, with what went in its place.
    static List<DiffLine> of(List<Stretch> before, List<Stretch> after) {
        TextDiff diff = new TextDiff(before, after);
        int done = 0;
        for (Edit edit : BoundedDiff.of(texts(before), texts(after), MOST_STRETCHES)) {
            diff.same(done, edit.newFrom());
            diff.changed(edit);
            done = edit.newTo();
        }
        diff.same(done, after.size());
        return diff.lines;
    }

    private static List<String> texts(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::text).toList();
    }

    private void same(int from, int to) {
        after.subList(from, to).forEach(stretch -> lines.add(DiffLine.of(stretch, Change.SAME)));
    }

    private void changed(Edit edit) {
        int[] became = pairs(edit);
        int next = edit.newFrom();
        for (int i = edit.oldFrom(); i < edit.oldTo(); i++) {
            int to = became[i - edit.oldFrom()];
            if (to < 0) {
                lines.add(DiffLine.of(before.get(i), Change.REMOVED));
            } else {
                added(next, to);
                lines.add(new DiffLine(after.get(to).kind(), words(before.get(i).text(), after.get(to).text())));
                next = to + 1;
            }
        }
        added(next, edit.newTo());
    }

    private void added(int from, int to) {
        after.subList(from, to).forEach(stretch -> lines.add(DiffLine.of(stretch, Change.ADDED)));
    }

    /// For each stretch that went the one that it became, in order; -1 for none. Of all such pairings the one in which most
    /// is alike.
    private int[] pairs(Edit edit) {
        int olds = edit.oldTo() - edit.oldFrom();
        int news = edit.newTo() - edit.newFrom();
        int[] became = new int[olds];
        Arrays.fill(became, -1);
        if (olds == 0 || news == 0 || (long) olds * news > MOST_PAIRS) {
            return became;
        }
        List<Map<String, Integer>> bags = after.subList(edit.newFrom(), edit.newTo()).stream().map(s -> bag(s.text())).toList();
        int[][] alike = new int[olds][news];
        int[][] best = new int[olds + 1][news + 1];
        for (int i = olds - 1; i >= 0; i--) {
            Map<String, Integer> bag = bag(before.get(edit.oldFrom() + i).text());
            for (int j = news - 1; j >= 0; j--) {
                int score = alike(bag, bags.get(j));
                alike[i][j] = score < ALIKE ? 0 : score;
                best[i][j] = Math.max(Math.max(best[i + 1][j], best[i][j + 1]), alike[i][j] + best[i + 1][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < olds && j < news; ) {
            if (alike[i][j] > 0 && best[i][j] == alike[i][j] + best[i + 1][j + 1]) {
                became[i++] = edit.newFrom() + j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return became;
    }

    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        DiffWords.of(text).stream().filter(DiffWords::isWord).forEach(word -> bag.merge(word, 1, Integer::sum));
        return bag;
    }

    private static int alike(Map<String, Integer> one, Map<String, Integer> other) {
        int all = one.values().stream().mapToInt(Integer::intValue).sum() + other.values().stream().mapToInt(Integer::intValue).sum();
        int shared = 0;
        for (Map.Entry<String, Integer> word : one.entrySet()) {
            shared += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
        }
        return all == 0 ? 0 : 200 * shared / all;
    }

    private static List<Run> words(String old, String fresh) {
        List<String> oldWords = DiffWords.of(old);
        List<String> newWords = DiffWords.of(fresh);
        Runs runs = new Runs();
        int done = 0;
        for (Edit edit : BoundedDiff.of(oldWords, newWords, MOST_WORDS)) {
            runs.same(newWords.subList(done, edit.newFrom()));
            runs.changed(oldWords.subList(edit.oldFrom(), edit.oldTo()), newWords.subList(edit.newFrom(), edit.newTo()));
            done = edit.newTo();
        }
        runs.same(newWords.subList(done, newWords.size()));
        return runs.all();
    }

    /// Runs of words. What stays between two changes but says nothing (a space, a comma) is taken as part of both, so that
    /// a sentence that was written anew does not fall to pieces.
    private static final class Runs {
        private final List<Run> runs = new ArrayList<>();
        /// Changes with nothing that says something between them.
        private final List<Run> group = new ArrayList<>();

        void changed(List<String> old, List<String> fresh) {
            add(group, Change.REMOVED, old);
            add(group, Change.ADDED, fresh);
        }

        void same(List<String> words) {
            if (!group.isEmpty() && words.stream().noneMatch(DiffWords::isWord)) {
                add(group, Change.SAME, words);
            } else {
                flush();
                add(runs, Change.SAME, words);
            }
        }

        private static void add(List<Run> to, Change change, List<String> words) {
            if (!words.isEmpty()) {
                to.add(new Run(change, String.join("", words)));
            }
        }

        private void flush() {
            Run end = !group.isEmpty() && group.getLast().change() == Change.SAME ? group.removeLast() : null;
            if (has(Change.REMOVED) && has(Change.ADDED)) {
                runs.add(new Run(Change.REMOVED, without(Change.ADDED)));
                runs.add(new Run(Change.ADDED, without(Change.REMOVED)));
            } else {
                runs.addAll(group);
            }
            group.clear();
            if (end != null) {
                runs.add(end);
            }
        }

        private boolean has(Change change) {
            return group.stream().anyMatch(run -> run.change() == change);
        }

        private String without(Change change) {
            return group.stream().filter(run -> run.change() != change).map(Run::text).collect(Collectors.joining());
        }

        List<Run> all() {
            flush();
            return runs;
        }
    }
}
