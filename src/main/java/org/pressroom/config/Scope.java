package org.pressroom.config;

import java.util.List;

/// What belongs to the site.
///
/// @param drafts  whether documents that are mere drafts do
/// @param sources further ones, beside the archive itself, in the order in which they are written
public record Scope(boolean drafts, List<OtherSource> sources) {

    /// The archive alone, with all that is in it.
    public static final Scope ALL = new Scope(true, List.of());

    public Scope {
        sources = List.copyOf(sources);
    }
}
