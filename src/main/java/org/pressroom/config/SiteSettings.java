package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the site says of itself, how it looks, and where its documents can be seen at the archive's host.
///
/// @param name     in the header and in titles
/// @param tagline  one sentence on the home page; null for the interface's own
/// @param language of the interface, a BCP 47 tag: one of [#LANGUAGES], or one for which the archive has messages
/// @param logo     path of the picture in the header, below the archive's root; null for the name
/// @param accent   the colour of links and marks; null for the theme's own
/// @param menu     the pages that the header leads to besides all ideas and the kinds, in order: some of [#MENU]
/// @param indexed  whether search engines may list the site
/// @param imageMetadata whether pictures are published with what their camera noted
/// @param source   where a document's source can be read; null when nobody says
/// @param edit     where it can be changed; null when nobody says
/// @param history  where its history can be seen; null when nobody says
public record SiteSettings(
        String name, @Nullable String tagline, String language, @Nullable String logo, @Nullable Colour accent, List<String> menu, boolean indexed,
        boolean imageMetadata, @Nullable UrlPattern source, @Nullable UrlPattern edit, @Nullable UrlPattern history) {

    /// The languages in which Pressroom has its interface; the first is the default.
    public static final List<String> LANGUAGES = List.of("en", "de", "ja");

    /// All pages that the header can lead to, in their usual order.
    public static final List<String> MENU = List.of("board", "timeline", "insights", "people", "tried");

    public static final SiteSettings DEFAULT = new SiteSettings("Pressroom", null);

    public SiteSettings {
        menu = List.copyOf(menu);
    }

    public SiteSettings(String name, @Nullable String tagline) {
        this(name, tagline, LANGUAGES.getFirst(), null, null, MENU, false, false, null, null, null);
    }
}
