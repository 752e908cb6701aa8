package org.pressroom.config;

/// Where "too long" and "too large" begin.
///
/// @param documentWarningBytes a document larger than this is a `text-too-large` warning
/// @param documentMaxBytes     a document larger than this is refused
/// @param titleMaxCharacters   titles are shown cut to this many code points in lists
public record Thresholds(int documentWarningBytes, int documentMaxBytes, int titleMaxCharacters) {

    public static final Thresholds DEFAULT = new Thresholds(1_000_000, 10_000_000, 300);
}
