package org.pressroom.search;

import org.pressroom.catalog.FacetKind;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A question to the index.
///
/// @param query   as typed
/// @param filters values as shown, one of which an idea must have for each kind; empty for no filter
/// @param limit   how many hits to return, at least 0
/// @param counted kinds of facet that the result is counted by
public record SearchRequest(String query, Map<FacetKind, Set<String>> filters, int limit, List<FacetKind> counted) {

    /// The kinds that are counted when nothing is said.
    static final List<FacetKind> COUNTED = List.of(FacetKind.STATUS, FacetKind.OUTCOME);

    public SearchRequest {
        if (limit < 0) {
            throw new IllegalArgumentException("limit " + limit);
        }
        filters = Map.copyOf(filters);
        counted = List.copyOf(counted);
    }

    public SearchRequest(String query, Map<FacetKind, Set<String>> filters, int limit) {
        this(query, filters, limit, COUNTED);
    }

    /// A query without filters but its own.
    public static SearchRequest of(String query, int limit) {
        return new SearchRequest(query, Map.of(), limit);
    }

    /// The same question, counted by other kinds of facet.
    public SearchRequest counting(List<FacetKind> kinds) {
        return new SearchRequest(query, filters, limit, kinds);
    }
}
