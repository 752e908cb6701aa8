package org.pressroom.rules;

import org.pressroom.diagnostic.Position;

/// Something in a document that names something else of the archive.
///
/// @param target a link's as written, decoded; or an id
public record Reference(Kind kind, String target, Position position) {

    /// How it is named.
    public enum Kind { LINK, IMAGE, RELATED, SUPERSEDES, SUPERSEDED_BY }
}
