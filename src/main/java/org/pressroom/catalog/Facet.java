package org.pressroom.catalog;

import java.util.List;

/// One value of a kind, with the ideas that have it.
///
/// @param value   as shown
/// @param address its name in an address
/// @param entries newest first
public record Facet(FacetKind kind, String value, String address, List<Entry> entries) {

    public Facet {
        entries = List.copyOf(entries);
    }

    /// The page of this value, relative to the site's root: `status/declined.html`.
    public String page() {
        return kind.label() + "/" + address + ".html";
    }
}
