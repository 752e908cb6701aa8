package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.Proceedings;
import org.pressroom.config.DiffBounds;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Which revisions of which documents are compared: the newest of each document, and of all those the newest. So a large
/// archive costs no more than the bounds say. It is told before any text is read, so some turn out to have changed none.
final class DiffPlan {

    /// One comparison that could be made.
    ///
    /// @param number of the revision that is compared with the one before, one-based; 0: the text of today with that of the
    ///     last review
    private record Candidate(int entry, int number, LocalDate day) { }

    private static final Comparator<Candidate> NEWEST_FIRST = Comparator.comparing(Candidate::day).reversed()
        .thenComparing(Candidate::entry).thenComparing(Candidate::number, Comparator.reverseOrder());

    /// Numbers of the revisions by number of the entry.
    private final Map<Integer, BitSet> compared = new HashMap<>();

    private DiffPlan() { }

    static DiffPlan of(Catalog catalog, DiffBounds bounds, LocalDate today) {
        DiffPlan plan = new DiffPlan();
        List<Candidate> all = new ArrayList<>();
        for (Entry entry : bounds.revisions() == 0 ? List.<Entry>of() : catalog.entries()) {
            FileHistory history = entry.facts().history();
            if (history != null) {
                int count = history.revisions().size();
                for (int n = Math.max(2, count - bounds.revisions() + 1); n <= count; n++) {
                    all.add(new Candidate(entry.number(), n, history.revisions().get(n - 1).day()));
                }
                if (atReview(entry.facts(), today) > 0) {
                    all.add(new Candidate(entry.number(), 0, history.revised().day()));
                }
            }
        }
        all.stream().sorted(NEWEST_FIRST).limit(bounds.pages())
            .forEach(one -> plan.compared.computeIfAbsent(one.entry(), _ -> new BitSet()).set(one.number()));
        return plan;
    }

    /// The last day on which a document was reviewed or decided on; null when it never was.
    static @Nullable LocalDate reviewed(DocumentFacts facts, LocalDate today) {
        return Stream.concat(facts.proceedings().reviews().stream().map(Proceedings.Review::date), Stream.ofNullable(facts.decided()))
            .filter(Objects::nonNull).map(Objects::requireNonNull).filter(day -> !day.isAfter(today)).max(LocalDate::compareTo).orElse(null);
    }

    /// The number of the last revision on or before the last review, one-based; 0 when there is none, or that is no review.
    static int atReview(DocumentFacts facts, LocalDate today) {
        LocalDate day = reviewed(facts, today);
        FileHistory history = facts.history();
        if (day == null || history == null) {
            return 0;
        }
        List<Revision> revisions = history.revisions();
        for (int n = revisions.size(); n > 0; n--) {
            if (!revisions.get(n - 1).day().isAfter(day)) {
                return n;
            }
        }
        return 0;
    }

    /// Numbers of an entry's revisions that are compared with the one before, ascending.
    int[] revisions(Entry entry) {
        return compared.getOrDefault(entry.number(), new BitSet()).stream().filter(n -> n > 0).toArray();
    }

    /// Whether the text of today is compared with that of the last review.
    boolean sinceReview(Entry entry) {
        return compared.getOrDefault(entry.number(), new BitSet()).get(0);
    }
}
