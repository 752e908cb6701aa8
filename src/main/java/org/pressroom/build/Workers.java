package org.pressroom.build;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/// Runs the same work for each number on several threads.
///
/// @param threads how many, at least 1
public record Workers(int threads) {

    /// Markdown's parser recurses; what [org.pressroom.parse] lets through fits in this many bytes.
    private static final long STACK_BYTES = 16L << 20;

    public Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }

    /// One thread a core.
    public static Workers onAllCores() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /// Calls `work` once for each of `0 … count - 1`, in ascending order as threads become free, and waits for all.
    ///
    /// @throws RuntimeException or Error: the first that `work` threw; no new number is begun after it
    public void forEach(int count, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> running = new ArrayList<>();
        Runnable loop = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                    work.accept(i);
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        };
        for (int i = 0; i < Math.min(threads, count); i++) {
            Thread thread = new Thread(null, loop, "pressroom-" + i, STACK_BYTES);
            thread.setDaemon(true);
            running.add(thread);
            thread.start();
        }
        try {
            for (Thread thread : running) {
                thread.join();
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, e);
            Thread.currentThread().interrupt();
        }
        rethrow(failure.get());
    }

    private static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> { }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException("interrupted", failure);
        }
    }
}
