package org.pressroom.parallel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/// Ends the turns that take too long, on one thread for all. Counted is the time for which a thread was at work, so a busy machine
/// changes nothing.
public final class Watch implements AutoCloseable {

    /// A turn that is over sooner is not measured at all.
    private static final int LOOKS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /// Check points that no document needs: counted, so that work which goes on and on ends at the same place on every machine.
    private static final long MOST_POINTS = 100_000_000;

    private final Set<Turn> turns = ConcurrentHashMap.newKeySet();
    private final long most;
    final long mostPoints;
    private final ToLongFunction<Thread> spent;
    private final Thread looker = new Thread(this::work, "pressroom-watch");

    /// A watch in which nobody looks but its maker.
    ///
    /// @param spent how many nanoseconds a thread was at work
    public Watch(Duration most, ToLongFunction<Thread> spent) {
        this(most, spent, MOST_POINTS);
    }

    private Watch(Duration most, ToLongFunction<Thread> spent, long mostPoints) {
        this.most = most.toNanos();
        this.spent = spent;
        this.mostPoints = mostPoints;
    }

    /// A watch without a clock.
    ///
    /// @param points how often a turn may ask whether its time is up
    public static Watch counting(long points) {
        return new Watch(Duration.ZERO, _ -> 0, points);
    }

    /// Begins to watch.
    ///
    /// @param most what a turn may take beyond its first seconds
    public static Watch begin(Duration most) {
        Watch watch = new Watch(most, Watch::processorTime);
        watch.looker.setDaemon(true);
        watch.looker.start();
        return watch;
    }

    /// Work on one document.
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /// Does work, in which [Turn#go] throws when it has taken too long.
    public <T, E extends Exception> T over(Work<T, E> work) throws E {
        return Turn.take(this, work);
    }

    void add(Turn turn) {
        turns.add(turn);
    }

    void remove(Turn turn) {
        turns.remove(turn);
    }

    /// Looks at each turn once.
    public void look() {
        for (Turn turn : turns) {
            if (++turn.looks == LOOKS) {
                turn.since = spent.applyAsLong(turn.thread);
            } else if (turn.looks > LOOKS && spent.applyAsLong(turn.thread) - turn.since > most) {
                turn.over = true;
            }
        }
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException e) {
            // Closed.
            return;
        }
    }

    /// Where the system can't tell, time goes on for all.
    private static long processorTime(Thread thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled() ? threads.getThreadCpuTime(thread.threadId()) : System.nanoTime();
    }

    @Override
    public void close() {
        looker.interrupt();
    }
}
