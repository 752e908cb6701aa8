package org.pressroom.config;

import org.jspecify.annotations.Nullable;

/// What the site says of itself, and where its documents can be seen at the archive's host.
///
/// @param name    in the header and in titles
/// @param tagline one sentence on the home page; null for the interface's own
/// @param source  where a document's source can be read; null when nobody says
/// @param edit    where it can be changed; null when nobody says
/// @param history where its history can be seen; null when nobody says
public record SiteSettings(
        String name, @Nullable String tagline, @Nullable UrlPattern source, @Nullable UrlPattern edit,
        @Nullable UrlPattern history) {

    public static final SiteSettings DEFAULT = new SiteSettings("Pressroom", null);

    public SiteSettings(String name, @Nullable String tagline) {
        this(name, tagline, null, null, null);
    }
}
