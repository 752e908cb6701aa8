package org.pressroom.bake;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs numbered tasks on several threads. Numbers are begun in ascending order, and none is begun after a failure, so
/// the failure with the lowest number is the same whatever the number of threads.
final class Workers {

    @FunctionalInterface
    interface Task {
        void run(int number) throws Exception;
    }

    private final int count;
    private final Task task;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int failed = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    private Workers(int count, Task task) {
        this.count = count;
        this.task = task;
    }

    /// Runs the tasks 0 to `count - 1`, and returns when all are done.
    ///
    /// @throws Exception the failure with the lowest number
    static void run(int count, int threads, Task task) throws Exception {
        Workers workers = new Workers(count, task);
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, count); i++) {
            others.add(Thread.ofPlatform().name("bake-" + i).start(workers::work));
        }
        workers.work();
        for (Thread thread : others) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                workers.stopped.set(true);
                throw e;
            }
        }
        workers.rethrow();
    }

    private void work() {
        while (!stopped.get()) {
            int n = next.getAndIncrement();
            if (n >= count) {
                return;
            }
            try {
                task.run(n);
            } catch (Exception | Error e) {
                fail(n, e);
            }
        }
    }

    private synchronized void fail(int n, Throwable e) {
        stopped.set(true);
        if (n < failed) {
            failed = n;
            failure = e;
        }
    }

    private synchronized void rethrow() throws Exception {
        switch (failure) {
            case null -> { }
            case Exception e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }
}
