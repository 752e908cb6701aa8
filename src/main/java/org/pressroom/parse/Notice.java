package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;

/// Something that only a reader of the bytes can see, noticed while parsing.
///
/// @param rule    the id of the rule that is about it: `text-encoding`
/// @param position where in the file
/// @param message one sentence without a final full stop
/// @param fix     what to do, where that can be said
public record Notice(String rule, Position position, String message, @Nullable Fix fix) { }
