package org.pressroom.config;

import org.jspecify.annotations.Nullable;

/// What the site says of itself.
///
/// @param name    in the header and in titles
/// @param tagline one sentence on the home page; null for the interface's own
public record SiteSettings(String name, @Nullable String tagline) {

    public static final SiteSettings DEFAULT = new SiteSettings("Pressroom", null);
}
