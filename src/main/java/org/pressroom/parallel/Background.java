package org.pressroom.parallel;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// One piece of work on a thread of its own, beside what its maker does. Closing waits for its end, so that it never
/// outlives what it works on.
///
/// @param <T> what it gives
public final class Background<T> implements AutoCloseable {

    private final FutureTask<T> task;
    private final Thread thread;

    private Background(String name, Callable<T> work) {
        task = new FutureTask<>(work);
        thread = new Thread(task, "pressroom-" + name);
        thread.setDaemon(true);
    }

    /// Begins the work.
    ///
    /// @param name of the work, for the thread
    public static <T> Background<T> begin(String name, Callable<T> work) {
        Background<T> background = new Background<>(name, work);
        background.thread.start();
        return background;
    }

    /// Waits for the work and gives its result.
    ///
    /// @throws RuntimeException what the work threw, when unchecked
    /// @throws IllegalStateException with the cause, when the work threw a checked exception, or the wait was interrupted
    public T get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Waits for the end of the work, whatever came of it.
    @Override
    public void close() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
