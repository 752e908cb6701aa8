package org.pressroom.bake;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/// What sets one baking of an archive apart from another.
///
/// @param asOf       the day that pages call today
/// @param baseUrl    where the site will stand, ending in `/`; null when that isn't known
/// @param version    of Pressroom
/// @param searchable whether the site has a search index; without one there is no search page and no search field
/// @param stale      sources that could not be reached
public record Edition(LocalDate asOf, @Nullable URI baseUrl, String version, boolean searchable, List<StaleSource> stale) {

    public Edition {
        stale = List.copyOf(stale);
        if (baseUrl != null && (!baseUrl.isAbsolute() || !baseUrl.toString().endsWith("/"))) {
            throw new IllegalArgumentException("not a base address that ends in '/': " + baseUrl);
        }
    }

    /// Of sources that could all be reached.
    public Edition(LocalDate asOf, @Nullable URI baseUrl, String version, boolean searchable) {
        this(asOf, baseUrl, version, searchable, List.of());
    }
}
