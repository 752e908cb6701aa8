package org.pressroom.rules;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Days on which the rules find the same in a document.
///
/// @param first null when every earlier day is one
/// @param last  null when every later day is one
public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {

    /// All days.
    public static final Days ALL = new Days(null, null);

    /// Whether a day is one of them.
    public boolean hold(LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
}
