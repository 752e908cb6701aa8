package org.pressroom.build;

import org.pressroom.source.SourcePath;

/// A document before and after its fixes.
///
/// @param before its text, without a byte order mark
/// @param after  as many lines as `before`
/// @param fixes  how many were made
public record Mended(SourcePath path, String before, String after, int fixes) { }
