package org.pressroom.catalog;

import org.pressroom.model.DocumentId;

/// A document in the catalog.
///
/// @param number  its number in the catalog and in the search index, by (created, id); zero-based
/// @param id      unique in its source, compared ignoring case
/// @param address its name in addresses, unique in the site
/// @param facts   what is known of it
public record Entry(int number, DocumentId id, String address, DocumentFacts facts) {

    /// Its page, relative to the site's root: `ideas/0042.html`.
    public String page() {
        return "ideas/" + address + ".html";
    }
}
