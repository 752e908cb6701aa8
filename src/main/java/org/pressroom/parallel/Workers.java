package org.pressroom.parallel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs the same work for each number on several threads.
///
/// @param threads how many, at least 1
public record Workers(int threads) {

    /// Markdown's parser recurses; what the parser's guard lets through fits in this many bytes.
    private static final long STACK_BYTES = 16L << 20;

    public Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }

    /// Work for one number.
    @FunctionalInterface
    public interface Task<E extends Exception> {
        void run(int number) throws E;
    }

    /// One thread a core.
    public static Workers onAllCores() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /// Calls `task` once for each of `0 … count - 1`, begun in ascending order as threads become free, and waits for all.
    ///
    /// No number is begun after a failure, so the failure with the lowest number is the same whatever the number of threads.
    ///
    /// @throws E the failure with the lowest number; unchecked ones too
    public <E extends Exception> void forEach(int count, Task<E> task) throws E {
        Run<E> run = new Run<>(count, task);
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, count); i++) {
            Thread thread = new Thread(null, run::work, "pressroom-" + i, STACK_BYTES);
            thread.setDaemon(true);
            running.add(thread);
            thread.start();
        }
        try {
            for (Thread thread : running) {
                thread.join();
            }
        } catch (InterruptedException e) {
            run.stopped.set(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        run.rethrow();
    }

    private static final class Run<E extends Exception> {
        private final int count;
        private final Task<E> task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private int failed = Integer.MAX_VALUE;
        private @Nullable Throwable failure;

        Run(int count, Task<E> task) {
            this.count = count;
            this.task = task;
        }

        void work() {
            while (!stopped.get()) {
                int number = next.getAndIncrement();
                if (number >= count) {
                    return;
                }
                try {
                    task.run(number);
                } catch (Throwable e) {
                    fail(number, e);
                }
            }
        }

        private synchronized void fail(int number, Throwable e) {
            stopped.set(true);
            if (number < failed) {
                failed = number;
                failure = e;
            }
        }

        @SuppressWarnings("unchecked")
        synchronized void rethrow() throws E {
            // A switch over types would be put together when it is first come to, which a short command can't spare.
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            if (failure != null) {
                throw (E) failure;
            }
        }
    }
}
