package org.pressroom.bake;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// A source of the site that could not be reached.
///
/// @param name    null for the archive itself
/// @param reached the day of the state that is shown; null when nothing of it is
public record StaleSource(@Nullable String name, @Nullable LocalDate reached) { }
