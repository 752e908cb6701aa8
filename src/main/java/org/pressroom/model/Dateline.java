package org.pressroom.model;

import org.jspecify.annotations.Nullable;

/// Place and date at the head of a press release.
///
/// @param line one-based
/// @param text without markup
/// @param date the date as it is written; null when there is only a place
public record Dateline(int line, String text, @Nullable String date) { }
