package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.build.Stage;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

class ConsoleProgressTest {

    /// Time taken, time that the whole stage will take, and steps a second.
    private static final Pattern RATE = Pattern.compile("\\(0:0\\d:\\d\\d / 0:0\\d:\\d\\d\\) +\\d+/s");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Terminal terminal(boolean watched) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(nowhere, new PrintStream(err, true, StandardCharsets.UTF_8), watched, Map.of(), Path.of("."), Clock.systemUTC());
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void untilShown(String text) throws InterruptedException {
        for (int i = 0; i < 600 && !shown().contains(text); i++) {
            Thread.sleep(50);
        }
        assertTrue(shown().contains(text), text + " in " + shown());
    }

    @Test
    void tellsHowFarHowFastAndHowMuchLonger() throws Exception {
        try (ConsoleProgress progress = ConsoleProgress.after(Duration.ZERO, terminal(true), false)) {
            progress.begin(Stage.READ, 400);
            for (int i = 0; i < 100; i++) {
                progress.step();
            }
            untilShown("100/400");
            assertTrue(shown().contains("read") && shown().contains("25%"), shown());
            for (int i = 0; i < 299 && !RATE.matcher(shown()).find(); i++) {
                progress.step();
                Thread.sleep(100);
            }
            assertTrue(RATE.matcher(shown()).find(), shown());
            progress.begin(Stage.PUBLISH, 0);
            untilShown("publish");
        }
        assertTrue(shown().endsWith("\r"), () -> "the line is cleared: " + shown().substring(Math.max(0, shown().length() - 200)).replace("\r", "<CR>").replace("\u001b", "<ESC>"));
    }

    @Test
    void showsStepsThatWereDoneBeforeItAppeared() throws Exception {
        try (ConsoleProgress progress = ConsoleProgress.after(Duration.ofMillis(300), terminal(true), false)) {
            progress.begin(Stage.BAKE, 10);
            progress.step();
            progress.step();
            untilShown("2/10");
        }
    }

    @Test
    void saysNothingInAShortBuildOrWhereNobodyWatches() {
        for (ConsoleProgress progress : new ConsoleProgress[] {ConsoleProgress.after(Duration.ofDays(1), terminal(true), false),
                ConsoleProgress.after(Duration.ZERO, terminal(false), false), ConsoleProgress.after(Duration.ZERO, terminal(true), true)}) {
            try (progress) {
                progress.begin(Stage.READ, 2);
                progress.step();
                progress.begin(Stage.BAKE, 2);
            }
        }
        assertEquals("", shown());
    }
}
