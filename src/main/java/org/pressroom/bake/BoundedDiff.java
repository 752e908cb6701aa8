package org.pressroom.bake;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import org.jspecify.annotations.Nullable;
import org.pressroom.parallel.Turn;

import java.util.Comparator;
import java.util.List;

/// Myers' comparison of two lists (An O(ND) Difference Algorithm, 1986), given up when the lists have too little in common:
/// its time and memory grow with the square of the number of differences.
final class BoundedDiff {

    /// One list has this between its two ends, the other that.
    record Edit(int oldFrom, int oldTo, int newFrom, int newTo) { }

    private static final class TooDifferent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDifferent() {
            super("too different", null, false, false);
        }
    }

    private record Limit(int most, @Nullable Turn turn) implements DiffAlgorithmListener {
        @Override
        public void diffStart() { }

        @Override
        public void diffStep(int differences, int all) {
            if (differences > most || turn != null && turn.isOver()) {
                throw new TooDifferent();
            }
        }

        @Override
        public void diffEnd() { }
    }

    private BoundedDiff() { }

    /// What sets two lists apart, in order. With more than `most` differences it is everything between what is the same at
    /// their beginnings and at their ends.
    static List<Edit> of(List<String> before, List<String> after, int most) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> old = before.subList(head, before.size() - tail);
        List<String> fresh = after.subList(head, after.size() - tail);
        if (old.isEmpty() || fresh.isEmpty()) {
            return old.isEmpty() && fresh.isEmpty() ? List.of() : List.of(new Edit(head, head + old.size(), head, head + fresh.size()));
        }
        int start = head;
        try {
            return new MyersDiff<String>().computeDiff(old, fresh, new Limit(most, Turn.own())).stream().map(change -> edit(change, start))
                .sorted(Comparator.comparing(Edit::oldFrom).thenComparing(Edit::newFrom)).toList();
        } catch (TooDifferent e) {
            return List.of(new Edit(head, head + old.size(), head, head + fresh.size()));
        }
    }

    private static Edit edit(Change change, int start) {
        return new Edit(start + change.startOriginal, start + change.endOriginal, start + change.startRevised, start + change.endRevised);
    }
}
