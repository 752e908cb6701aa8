package org.pressroom.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.pressroom.build.Progress;
import org.pressroom.build.Stage;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;

/// Shows how far a build is, how fast it goes and how long the stage will take: a bar on a terminal, nothing elsewhere.
///
/// Nothing is shown at first: most builds are over before a bar can be read.
final class ConsoleProgress implements Progress, AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);

    /// The stage that goes on.
    ///
    /// @param steps 0 when that is not known
    private record Current(Stage stage, int steps, AtomicLong done, Instant began) { }

    /// A bar that leaves nothing behind, where the library's begins a new line.
    private static final class Line extends ConsoleProgressBarConsumer {

        private final PrintStream to;

        Line(PrintStream to) {
            super(to);
            this.to = to;
        }

        @Override
        public void close() {
            to.flush();
        }
    }

    private final Terminal terminal;
    private final @Nullable Timer timer;
    private volatile @Nullable Current current;
    private volatile @Nullable ProgressBar bar;
    private boolean visible;

    private ConsoleProgress(Terminal terminal, @Nullable Timer timer) {
        this.terminal = terminal;
        this.timer = timer;
    }

    static ConsoleProgress on(Terminal terminal, boolean silent) {
        return after(QUIET, terminal, silent);
    }

    /// @param quiet for how long nothing is shown
    static ConsoleProgress after(Duration quiet, Terminal terminal, boolean silent) {
        if (silent || !terminal.interactive()) {
            return new ConsoleProgress(terminal, null);
        }
        Timer timer = new Timer("progress", true);
        ConsoleProgress progress = new ConsoleProgress(terminal, timer);
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                progress.show();
            }
        }, quiet.toMillis());
        return progress;
    }

    private synchronized void show() {
        visible = timer != null;
        Current now = current;
        if (!visible || now == null || bar != null) {
            return;
        }
        ProgressBarBuilder builder = new ProgressBarBuilder().setTaskName(now.stage.label()).setInitialMax(now.steps > 0 ? now.steps : -1)
            .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).clearDisplayOnFinish()
            .startsFrom(now.done.get(), Duration.between(now.began, terminal.clock().instant()))
            .setConsumer(new Line(terminal.err().raw()));
        if (now.steps > 0) {
            builder.showSpeed(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        }
        bar = builder.build();
    }

    private synchronized void hide() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        current = null;
    }

    @Override
    public synchronized void begin(Stage stage, int steps) {
        hide();
        if (timer != null) {
            current = new Current(stage, steps, new AtomicLong(), terminal.clock().instant());
            if (visible) {
                show();
            }
        }
    }

    @Override
    public void step() {
        Current now = current;
        if (now != null) {
            long done = now.done.incrementAndGet();
            ProgressBar shown = bar;
            if (shown != null) {
                shown.stepTo(done);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (timer != null) {
            timer.cancel();
        }
        hide();
        visible = false;
    }
}
