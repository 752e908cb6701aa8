package org.pressroom.search;

import org.jspecify.annotations.Nullable;

/// An idea that answers a query.
///
/// @param number       in the catalog
/// @param url          of the best section, relative to the site's root: `ideas/0042.html#q-why-now`
/// @param score        Lucene's; 0 for a query without words
/// @param section      the best section's anchor; null for the top of the page
/// @param sectionTitle its heading or question; null when it has none
/// @param snippet      of the best section, as plain text
public record SearchHit(
        int number, String id, String title, String url, float score, @Nullable String section,
        @Nullable String sectionTitle, Snippet snippet, @Nullable String status, @Nullable String outcome) { }
