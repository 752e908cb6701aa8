package org.pressroom.bake;

import java.util.List;

/// A stretch of a text as it was and as it is.
///
/// @param runs what stayed, came and went, in the order in which it is read; none is empty
record DiffLine(Stretch.Kind kind, List<Run> runs) {

    enum Change { SAME, REMOVED, ADDED }

    record Run(Change change, String text) { }

    DiffLine {
        runs = List.copyOf(runs);
    }

    static DiffLine of(Stretch stretch, Change change) {
        return new DiffLine(stretch.kind(), List.of(new Run(change, stretch.text())));
    }

    boolean same() {
        return runs.stream().allMatch(run -> run.change() == Change.SAME);
    }

    int words() {
        return runs.stream().mapToInt(run -> DiffWords.count(run.text())).sum();
    }
}
