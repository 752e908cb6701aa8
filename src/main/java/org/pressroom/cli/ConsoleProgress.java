package org.pressroom.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.pressroom.build.Progress;
import org.pressroom.build.Stage;

/// Shows how far a build is: a bar on a terminal, nothing elsewhere.
final class ConsoleProgress implements Progress, AutoCloseable {

    private final Terminal terminal;
    private final boolean shown;
    private @Nullable ProgressBar bar;

    private ConsoleProgress(Terminal terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    static ConsoleProgress on(Terminal terminal, boolean silent) {
        return new ConsoleProgress(terminal, terminal.interactive() && !silent);
    }

    @Override
    public synchronized void begin(Stage stage, int steps) {
        close();
        if (shown && steps > 0) {
            bar = new ProgressBarBuilder().setTaskName(stage.label()).setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err().raw())).build();
        }
    }

    @Override
    public void step() {
        ProgressBar current = bar;
        if (current != null) {
            current.step();
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
