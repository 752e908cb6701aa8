package org.pressroom.model;

/// A heading in the FAQ that holds questions.
///
/// @param title without markup
/// @param line  one-based
public record FaqGroup(String title, int line, Audience audience) { }
