package org.pressroom.history;

import org.pressroom.source.SourcePath;

import java.time.LocalDate;

/// A commit that gave a document another path.
///
/// @param commit its id
public record Rename(SourcePath from, SourcePath to, LocalDate day, String commit) { }
