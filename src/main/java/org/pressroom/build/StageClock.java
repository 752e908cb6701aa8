package org.pressroom.build;

import java.util.EnumMap;
import java.util.Map;

/// Measures stages that follow each other. For one thread.
final class StageClock {

    private final Map<Stage, Long> millis = new EnumMap<>(Stage.class);
    private Stage current;
    private long since = System.nanoTime();

    StageClock(Stage first) {
        current = first;
    }

    void next(Stage stage) {
        stop();
        current = stage;
    }

    /// Milliseconds of each stage so far.
    Map<Stage, Long> stop() {
        long now = System.nanoTime();
        millis.merge(current, (now - since) / 1_000_000, Long::sum);
        since = now;
        return new EnumMap<>(millis);
    }
}
