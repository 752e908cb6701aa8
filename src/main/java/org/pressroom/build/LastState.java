package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceId;

import java.time.LocalDate;

/// A source that could not be reached, so that what was last seen of it is used.
///
/// @param reached the day on which it was last reached; null when it never was, so that nothing of it is used
public record LastState(SourceId source, @Nullable LocalDate reached) { }
