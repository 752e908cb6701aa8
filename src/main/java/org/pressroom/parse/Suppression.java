package org.pressroom.parse;

import org.pressroom.diagnostic.Position;

/// `<!-- pressroom: allow RULE reason -->` in a document.
///
/// @param rule     as written, perhaps no rule that there is
/// @param reason   as written; empty when none was given
/// @param position of the comment
public record Suppression(String rule, String reason, Position position) { }
