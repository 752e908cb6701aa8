package org.pressroom.parallel;

import org.jspecify.annotations.Nullable;

/// The work on one document by one thread, which a [Watch] looks after. Whoever works asks now and then whether the time is up; that
/// costs nothing to speak of, since nobody asks a clock.
///
/// What can be counted is bounded by counting, which is the same on every machine; this is for what nobody thought of.
public final class Turn {

    private static final ThreadLocal<@Nullable Turn> OWN = new ThreadLocal<>();

    final Thread thread;
    int looks;
    long since;
    volatile boolean over;
    private String part = "";

    /// Check points that are left.
    private long left;

    private Turn(Thread thread, long most) {
        this.thread = thread;
        this.left = most;
    }

    /// The work on a document was given up.
    public static final class OverException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private OverException(String part) {
            super(part, null, false, false);
        }

        /// The part of the work that took too long.
        public String part() {
            return String.valueOf(getMessage());
        }
    }

    /// Does work, of which the watch sees to the end.
    static <T, E extends Exception> T take(Watch watch, Watch.Work<T, E> work) throws E {
        Turn turn = new Turn(Thread.currentThread(), watch.mostPoints);
        OWN.set(turn);
        watch.add(turn);
        try {
            return work.run();
        } finally {
            watch.remove(turn);
            OWN.remove();
        }
    }

    /// The turn that the thread has now; null when nobody watches.
    public static @Nullable Turn own() {
        return OWN.get();
    }

    public boolean isOver() {
        return over;
    }

    /// Goes on with the work.
    ///
    /// @throws OverException when the time is up
    public static void go() {
        Turn turn = OWN.get();
        if (turn != null) {
            turn.point();
        }
    }

    private void point() {
        if (over || --left < 0) {
            over = true;
            throw new OverException(part);
        }
    }

    /// Goes on to a part of the work.
    ///
    /// @param part what it is, for the message: the id of a rule
    /// @throws OverException when the time is up, about the part before
    public static void go(String part) {
        Turn turn = OWN.get();
        if (turn != null) {
            turn.point();
            turn.part = part;
        }
    }
}
