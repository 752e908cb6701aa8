package org.pressroom.model;

/// A line that stands for itself: headline, subheading.
///
/// @param line one-based
/// @param text without markup
public record Passage(int line, String text) { }
