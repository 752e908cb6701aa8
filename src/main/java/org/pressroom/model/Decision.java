package org.pressroom.model;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// Who decided, when, and why.
///
/// @param reason one word of the vocabulary's reasons
/// @param text   the reason in sentences
/// @param link   where it was written down
public record Decision(
        @Nullable LocalDate date, List<Person> deciders, @Nullable String reason, @Nullable String text,
        @Nullable String link) {

    public Decision {
        deciders = List.copyOf(deciders);
    }
}
