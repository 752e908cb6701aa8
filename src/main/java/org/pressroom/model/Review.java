package org.pressroom.model;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// One review with leaders.
///
/// @param decision `revise`, `approved`, `declined` or `deferred`
/// @param notes    text or a link
public record Review(
        @Nullable LocalDate date, List<Person> reviewers, @Nullable String decision, @Nullable String notes) {

    public Review {
        reviewers = List.copyOf(reviewers);
    }
}
