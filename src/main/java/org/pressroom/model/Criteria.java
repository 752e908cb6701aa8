package org.pressroom.model;

import org.jspecify.annotations.Nullable;

/// The three questions that decide; each `yes`, `no`, `unsure` or not answered.
///
/// @param bigIdea  is it a big idea?
/// @param oursToDo should *we* do it?
/// @param plan     is there a plan?
public record Criteria(@Nullable String bigIdea, @Nullable String oursToDo, @Nullable String plan) { }
