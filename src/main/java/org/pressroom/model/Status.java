package org.pressroom.model;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The PR/FAQ's own statuses. The words of a vocabulary stand for them.
public enum Status {
    DRAFT, IN_REVIEW, REVISE, APPROVED, DECLINED, DEFERRED, WITHDRAWN, SUPERSEDED;

    /// Nothing was decided yet.
    public static final Set<Status> OPEN = set(DRAFT, IN_REVIEW, REVISE);
    /// A decision was made, for now or for good.
    public static final Set<Status> DECIDED = set(APPROVED, DECLINED, DEFERRED);
    /// A decision that stands.
    public static final Set<Status> FINAL = set(APPROVED, DECLINED);
    /// The idea was approved, whatever came later.
    public static final Set<Status> ONCE_APPROVED = set(APPROVED, SUPERSEDED);
    /// A decision was made once, whatever came later.
    public static final Set<Status> ONCE_DECIDED = set(APPROVED, DECLINED, DEFERRED, SUPERSEDED);
    /// Nobody works on the idea any more.
    public static final Set<Status> OVER = set(SUPERSEDED, DECLINED, WITHDRAWN);
    /// There is a word for what leaders did in a review.
    public static final Set<Status> OUTCOMES_OF_REVIEWS = set(APPROVED, DECLINED, DEFERRED, WITHDRAWN, REVISE);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    private static Set<Status> set(Status first, Status... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /// As it stands in metadata: `in-review`.
    public String word() {
        return word;
    }

    /// @param word as in metadata; null and unknown ones give nothing
    public static Optional<Status> of(@Nullable String word) {
        for (Status status : values()) {
            if (status.word.equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /// Whether a word is that of one among some.
    ///
    /// @param word as in metadata; null is none
    public static boolean isAmong(Set<Status> some, @Nullable String word) {
        return of(word).filter(some::contains).isPresent();
    }
}
