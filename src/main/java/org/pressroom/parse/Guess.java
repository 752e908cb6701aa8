package org.pressroom.parse;

import org.pressroom.source.LineSpan;

/// Where a part may be that was not found.
///
/// @param chance that a reader agrees; 0 to 1, and too small to say that the part is there
public record Guess(LineSpan lines, double chance) { }
