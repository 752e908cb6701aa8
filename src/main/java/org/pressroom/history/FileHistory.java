package org.pressroom.history;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What git knows of one document, since it was restricted last.
///
/// @param revisions oldest first, at least one
/// @param renames   oldest first
/// @param timeline  oldest first; on the line of first parents
/// @param ids       other ids that its metadata or file name gave it once, oldest first
/// @param identified the commit that gave it the id of today, counted on the line of first parents from the oldest
public record FileHistory(List<Revision> revisions, List<Rename> renames, List<Transition> timeline, List<String> ids, int identified) {

    public FileHistory {
        revisions = List.copyOf(revisions);
        renames = List.copyOf(renames);
        timeline = List.copyOf(timeline);
        ids = List.copyOf(ids);
    }

    public Revision created() {
        return revisions.getFirst();
    }

    public Revision revised() {
        return revisions.getLast();
    }

    /// Everybody who made a revision or helped to, in the order of their first.
    public List<String> authors() {
        Collection<String> authors = new LinkedHashSet<>();
        revisions.forEach(revision -> authors.addAll(revision.authors()));
        return List.copyOf(authors);
    }

    /// The same with people under other names.
    FileHistory named(UnaryOperator<String> names, Predicate<String> hidden) {
        return new FileHistory(revisions.stream().map(revision -> revision.named(names)).toList(),
            renames.stream().filter(rename -> !hidden.test(rename.from().path()) && !hidden.test(rename.to().path())).toList(),
            timeline.stream().map(t -> new Transition(t.day(), t.status(), t.outcome(), names.apply(t.author()), t.commit())).toList(), ids.stream().filter(hidden.negate()).toList(), identified);
    }
}
