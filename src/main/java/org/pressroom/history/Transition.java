package org.pressroom.history;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// A change of a document's status or outcome, or the first ones that it had.
///
/// @param day     the author's own
/// @param status  a word of the vocabulary; null when it had none, or one that nobody knows
/// @param outcome likewise
/// @param author  of the commit
/// @param commit  its id
public record Transition(LocalDate day, @Nullable String status, @Nullable String outcome, String author, String commit) { }
