package org.pressroom.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// Time is what the test says that a thread was at work.
class WatchTest {

    private static final int FIRST_LOOKS = 5;

    private long nanoseconds;

    private final Watch watch = new Watch(Duration.ofSeconds(30), _ -> nanoseconds);

    private void look(int times, Duration each) {
        for (int i = 0; i < times; i++) {
            watch.look();
            nanoseconds += each.toNanos();
        }
    }

    @Test
    void whatTakesTooLongEndsAtItsNextStepAndNamesThePart() {
        Turn.OverException over = assertThrows(Turn.OverException.class, () -> watch.over(() -> {
            Turn.go("first");
            look(FIRST_LOOKS + 2, Duration.ofSeconds(10));
            Turn.go("second");
            look(1, Duration.ofSeconds(10));
            Turn.go("third");
            look(1, Duration.ofSeconds(10));
            Turn.go("fourth");
            return "never";
        }));
        assertEquals("third", over.part());
        assertEquals("next", watch.over(() -> {
            Turn.go("another document");
            return "next";
        }));
        assertNull(Turn.own());
    }

    @Test
    void aThreadThatWaitsForABusyMachineHasAllTime() {
        assertEquals("done", watch.over(() -> {
            look(10_000, Duration.ZERO);
            Turn.go();
            return "done";
        }));
    }

    @Test
    void oneTurnThatIsOverEndsNoOther() throws Exception {
        try (Background<String> other = Background.begin("other", () -> watch.over(() -> {
            synchronized (watch) {
                Turn.go("other");
                return "done";
            }
        }))) {
            assertThrows(Turn.OverException.class, () -> watch.over(() -> {
                look(FIRST_LOOKS, Duration.ZERO);
                look(5, Duration.ofSeconds(10));
                Turn.go();
                return "never";
            }));
            assertEquals("done", other.get());
        }
    }

    @Test
    void withoutAWatchNothingEnds() {
        Turn.go("alone");
        Turn.go();
        assertNull(Turn.own());
    }
}
