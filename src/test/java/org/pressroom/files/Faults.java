package org.pressroom.files;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets one of the steps by which files change fail, or be the last of the process. Steps are counted from 1 over all threads.
public final class Faults implements AutoCloseable {

    /// Of a process that ended in the middle of its work.
    public static final int HALTED = 86;

    private final AtomicInteger steps = new AtomicInteger();

    private Faults() { }

    /// Counts.
    public static Faults none() {
        return at(Integer.MAX_VALUE, false);
    }

    /// That step fails, and each one after it: as on a disk that is full.
    public static Faults failingFrom(int step) {
        return at(step, true);
    }

    /// That step does not happen, and nothing after it, in any thread.
    public static Faults haltingAt(int step) {
        Faults faults = new Faults();
        FileOperations.observe(() -> {
            if (faults.steps.incrementAndGet() == step) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        return faults;
    }

    private static Faults at(int step, boolean failing) {
        Faults faults = new Faults();
        FileOperations.observe(() -> {
            if (faults.steps.incrementAndGet() >= step && failing) {
                throw new IOException("no space is left");
            }
        });
        return faults;
    }

    public int steps() {
        return steps.get();
    }

    @Override
    public void close() {
        FileOperations.observe(null);
    }
}
