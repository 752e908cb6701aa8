package org.pressroom.search;

import org.pressroom.catalog.FacetKind;

import java.util.Map;
import java.util.Set;

/// A question to the index.
///
/// @param query   as typed
/// @param filters values as shown, one of which an idea must have for each kind; empty for no filter
/// @param limit   how many hits to return, at least 0
public record SearchRequest(String query, Map<FacetKind, Set<String>> filters, int limit) {

    public SearchRequest {
        if (limit < 0) {
            throw new IllegalArgumentException("limit " + limit);
        }
        filters = Map.copyOf(filters);
    }

    /// A query without filters but its own.
    public static SearchRequest of(String query, int limit) {
        return new SearchRequest(query, Map.of(), limit);
    }
}
