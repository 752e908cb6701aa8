package org.pressroom.diagnostic;

import org.jspecify.annotations.Nullable;

/// How an author mends a finding.
///
/// @param description an imperative sentence: "write `approved`"
/// @param edit        the change itself, where there is only one that can be meant; null when an author must choose
public record Fix(String description, @Nullable Edit edit) {

    /// Advice that only a person can follow.
    public Fix(String description) {
        this(description, null);
    }
}
