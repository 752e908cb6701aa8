package org.pressroom.history;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.Blobs;
import org.pressroom.git.RawChange;
import org.pressroom.git.RawCommit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells which of the files that a commit added were others before: those with the same content first, then those with
/// at least half of it, the most similar first, as git does.
final class Pairing {

    private static final int ENOUGH = 50;
    /// Above this number of comparisons only files of the same name are compared.
    private static final int MOST_COMPARISONS = 40_000;

    private record Candidate(RawChange added, RawChange deleted, int similarity) { }

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::similarity).reversed()
        .thenComparing(c -> !sameName(c)).thenComparing(c -> c.added().path()).thenComparing(c -> c.deleted().path());

    private final Blobs blobs;
    private final Learned.Session learned;

    Pairing(Blobs blobs, Learned.Session learned) {
        this.blobs = blobs;
        this.learned = learned;
    }

    /// For each path at which a commit put what had stood elsewhere: where.
    ///
    /// A path that was changed counts as emptied and filled, but only for what is identical: so files that changed places
    /// are told apart.
    Map<String, String> of(RawCommit commit) {
        return learned.renames(commit.id(), () -> {
            Map<String, String> renames = new HashMap<>();
            pairs(commit.changes()).forEach((path, source) -> renames.put(path, source.path()));
            return renames;
        });
    }

    private Map<String, RawChange> pairs(Collection<RawChange> changes) {
        Map<String, RawChange> pairs = new HashMap<>();
        List<RawChange> filled = new ArrayList<>(changes.stream().filter(c -> c.after() != null).toList());
        List<RawChange> emptied = new ArrayList<>(changes.stream().filter(c -> c.before() != null).toList());
        identical(filled, emptied, pairs);
        List<RawChange> added = filled.stream().filter(c -> c.before() == null).toList();
        List<RawChange> deleted = emptied.stream().filter(c -> c.after() == null).toList();
        if (!added.isEmpty() && !deleted.isEmpty()) {
            similar(added, deleted, pairs);
        }
        return pairs;
    }

    private static void identical(List<RawChange> filled, List<RawChange> emptied, Map<String, RawChange> pairs) {
        Map<String, List<RawChange>> byBlob = new HashMap<>();
        emptied.forEach(d -> byBlob.computeIfAbsent(String.valueOf(d.before()), _ -> new ArrayList<>()).add(d));
        Set<RawChange> taken = new HashSet<>();
        Set<RawChange> found = new HashSet<>();
        for (boolean named : new boolean[] {true, false}) {
            for (RawChange a : filled) {
                if (found.contains(a)) {
                    continue;
                }
                List<RawChange> same = byBlob.getOrDefault(String.valueOf(a.after()), List.of());
                Optional<RawChange> one = same.stream().filter(d -> !named || name(d).equals(name(a))).findFirst();
                if (one.isPresent()) {
                    pairs.put(a.path(), one.get());
                    same.remove(one.get());
                    taken.add(one.get());
                    found.add(a);
                }
            }
        }
        emptied.removeIf(taken::contains);
        filled.removeIf(found::contains);
    }

    private void similar(List<RawChange> added, List<RawChange> deleted, Map<String, RawChange> pairs) {
        boolean all = (long) added.size() * deleted.size() <= MOST_COMPARISONS;
        Map<String, List<RawChange>> byName = new HashMap<>();
        deleted.forEach(d -> byName.computeIfAbsent(name(d), _ -> new ArrayList<>()).add(d));
        Map<String, Optional<Blobs.Print>> prints = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (RawChange a : added) {
            for (RawChange d : all ? deleted : byName.getOrDefault(name(a), List.of())) {
                int similarity = similarity(prints, a.after(), d.before());
                if (similarity >= ENOUGH) {
                    candidates.add(new Candidate(a, d, similarity));
                }
            }
        }
        candidates.sort(BEST_FIRST);
        Set<String> gone = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!pairs.containsKey(candidate.added().path()) && gone.add(candidate.deleted().path())) {
                pairs.put(candidate.added().path(), candidate.deleted());
            }
        }
    }

    /// Whether two contents are one document's.
    boolean alike(String one, String other) {
        return one.equals(other) || learned.alike(one, other, () -> similarity(new HashMap<>(), one, other) >= ENOUGH);
    }

    private int similarity(Map<String, Optional<Blobs.Print>> prints, @Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return 0;
        }
        Optional<Blobs.Print> first = prints.computeIfAbsent(one, blobs::print);
        Optional<Blobs.Print> second = prints.computeIfAbsent(other, blobs::print);
        return first.isEmpty() || second.isEmpty() ? 0 : first.get().similarity(second.get());
    }

    private static boolean sameName(Candidate candidate) {
        return name(candidate.added()).equals(name(candidate.deleted()));
    }

    private static String name(RawChange change) {
        return change.path().substring(change.path().lastIndexOf('/') + 1);
    }
}
