package org.pressroom.serve;

import org.pressroom.json.Json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What the browsers that show a preview are told: which addresses have changed since they loaded their page, what is wrong at the
/// moment, and which pages show documents that are not committed. Safe for several threads.
///
/// States are numbered from one. A page bears the number of the state in which it was sent, so that nothing is missed between that and
/// the moment at which it begins to listen.
public final class PreviewState {

    /// How many states are remembered address by address; a page that is older is loaded again.
    private static final int REMEMBERED = 64;
    /// Of a change of more files than this, pages need not be told which.
    private static final int LISTED = 2_000;

    /// What changed in one state.
    private record Change(long number, Set<String> addresses) { }

    /// What one browser is told.
    ///
    /// @param mark of the state
    /// @param json on one line
    record Message(String mark, String json) { }

    private final String run;
    private final Map<String, Long> changedAt = new HashMap<>();
    private final Deque<Change> changes = new ArrayDeque<>();
    private long number = 1;
    private boolean closed;
    private List<Problem> problems = List.of();
    private boolean stopped;
    /// The state in which an error came that was not there before; 0 for none.
    private long freshAt;
    private Set<String> uncommitted = Set.of();

    /// Something that is wrong, as a terminal shows it.
    ///
    /// @param text place, message, source line, caret and fix, on lines
    public record Problem(String text) { }

    /// @param run tells this run of the server from others, whose states have the same numbers
    public PreviewState(String run) {
        this.run = run;
    }

    /// A site was published.
    ///
    /// @param changed  addresses of files that are new, different or gone
    /// @param problems errors that the documents have
    /// @param drafts   addresses of pages of documents that are not committed
    public synchronized void published(Collection<String> changed, List<Problem> problems, Collection<String> drafts) {
        number++;
        changed.forEach(address -> changedAt.put(address, number));
        changes.addLast(new Change(number, Set.copyOf(changed)));
        if (changes.size() > REMEMBERED) {
            changes.removeFirst();
        }
        stopped = false;
        uncommitted = Set.copyOf(drafts);
        setProblems(problems);
    }

    /// The site could not be made, and the last one is still shown.
    public synchronized void failed(List<Problem> problems) {
        number++;
        stopped = true;
        setProblems(problems);
    }

    private void setProblems(List<Problem> next) {
        Set<Problem> before = new HashSet<>(problems);
        if (next.isEmpty()) {
            freshAt = 0;
        } else if (stopped || changes.size() > 1 && next.stream().anyMatch(problem -> !before.contains(problem))) {
            freshAt = number;
        }
        problems = List.copyOf(next);
        notifyAll();
    }

    /// The number of the state, with the run before it: `3f9a-12`.
    synchronized String mark() {
        return run + "-" + number;
    }

    /// Ends all waiting.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /// Waits for a state after one that a browser has seen.
    ///
    /// @param seen  the mark of that state; of another run, the state of now is given at once
    /// @param first whether the browser begins to listen: it is told the state at once
    /// @param page  the address of the page that it shows
    /// @return the state as it is after `millis` at the latest; its mark is the one seen when nothing happened
    synchronized Message await(String seen, boolean first, String page, long millis) throws InterruptedException {
        long last = numberOf(seen);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!first && !closed && last == number) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return new Message(run + "-" + number, json(last, page));
    }

    private long numberOf(String seen) {
        int dash = seen.lastIndexOf('-');
        if (dash < 0 || !seen.substring(0, dash).equals(run)) {
            return 0;
        }
        try {
            return Long.parseLong(seen.substring(dash + 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String json(long last, String page) {
        Set<String> files = new HashSet<>();
        boolean unknown = last == 0 || last < number - REMEMBERED;
        for (Change change : changes) {
            if (change.number > last) {
                change.addresses.stream().filter(address -> !address.endsWith(".html")).forEach(files::add);
            }
        }
        boolean reload = unknown || changedAt.getOrDefault(page, 0L) > last || files.size() > LISTED;
        List<String> texts = new ArrayList<>();
        problems.forEach(problem -> texts.add(problem.text()));
        return Json.compact(Json.object("mark", run + "-" + number, "reload", reload, "files", reload ? List.of() : files.stream().sorted().toList(),
            "stopped", stopped, "fresh", freshAt == 0 ? null : run + "-" + freshAt, "problems", texts, "uncommitted", uncommitted.stream().sorted().toList()));
    }
}
