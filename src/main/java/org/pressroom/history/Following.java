package org.pressroom.history;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.RawChange;
import org.pressroom.git.RawCommit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/// Goes from the newest commit to the oldest and knows at each which document stood where.
///
/// A document that was added by a commit ends there, unless that commit took it from another path, or the same path had
/// held the same document before and lost it (a deletion that was taken back).
final class Following {

    /// What a commit did to a document.
    ///
    /// @param document number
    /// @param after    what it was then; null when the commit deleted it
    /// @param from     its path before, when the commit renamed it
    record Step(int document, RawCommit commit, String path, @Nullable String after, @Nullable String from) { }

    /// A path that a document had after a commit, and no longer before it.
    private record Former(int document, RawCommit renaming) { }

    private final Pairing pairing;
    private final BiPredicate<String, String> leadsTo;
    private final Map<String, Integer> documents = new HashMap<>();
    /// Documents that were added, with what was added: their path may have held them earlier.
    private final Map<Integer, String> begun = new HashMap<>();
    private final Map<String, List<Former>> former = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /// @param paths   where the documents stand today, by number
    /// @param leadsTo whether the first commit is an ancestor of the second; asked where a path was renamed on one branch
    ///     and changed on another
    Following(List<String> paths, Pairing pairing, BiPredicate<String, String> leadsTo) {
        this.pairing = pairing;
        this.leadsTo = leadsTo;
        for (int i = 0; i < paths.size(); i++) {
            documents.put(paths.get(i), i);
        }
    }

    /// Every step of every document, newest first.
    List<Step> steps() {
        return steps;
    }

    /// @param commit newer than those that follow
    void take(RawCommit commit) {
        List<RawChange> known = new ArrayList<>();
        boolean filled = false;
        for (RawChange change : commit.changes()) {
            Integer document = documents.get(change.path());
            if (document != null) {
                known.add(change);
                filled |= change.after() != null;
            } else if (former.containsKey(change.path())) {
                aside(commit, change);
            }
        }
        if (known.isEmpty()) {
            return;
        }
        Map<String, String> renamed = filled && commit.changes().size() > 1 ? pairing.of(commit) : Map.of();
        Map<String, Integer> moved = new HashMap<>();
        for (RawChange change : known) {
            step(commit, change, renamed.get(change.path()), moved);
        }
        documents.putAll(moved);
    }

    private void step(RawCommit commit, RawChange change, @Nullable String source, Map<String, Integer> moved) {
        int document = Objects.requireNonNull(documents.get(change.path()));
        String again = begun.remove(document);
        if (again != null && (change.after() != null || !pairing.alike(again, Objects.requireNonNull(change.before())))) {
            // The path held something else before the document came there.
            documents.remove(change.path());
            return;
        }
        steps.add(new Step(document, commit, change.path(), change.after(), source));
        if (source != null) {
            documents.remove(change.path());
            moved.put(source, document);
            former.computeIfAbsent(change.path(), _ -> new ArrayList<>()).add(new Former(document, commit));
        } else if (change.before() == null) {
            begun.put(document, Objects.requireNonNull(change.after()));
        }
    }

    /// A change under a name that a document bears since a renaming which this commit did not know: a branch beside it.
    private void aside(RawCommit commit, RawChange change) {
        Collection<Former> documents = former.getOrDefault(change.path(), List.of());
        for (Former one : documents) {
            if (change.after() != null && !commit.id().equals(one.renaming().id()) && !leadsTo.test(commit.id(), one.renaming().id())) {
                steps.add(new Step(one.document(), commit, change.path(), change.after(), null));
                return;
            }
        }
    }
}
