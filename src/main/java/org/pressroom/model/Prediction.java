package org.pressroom.model;

import org.jspecify.annotations.Nullable;

/// What was promised.
///
/// @param by until when: `2028`, `2028-Q2`, `2028-06` or a day
public record Prediction(@Nullable String text, @Nullable LooseDate by) { }
