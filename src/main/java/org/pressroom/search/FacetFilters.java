package org.pressroom.search;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.FacetKind;
import org.pressroom.search.shard.FacetColumn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which documents the filters of a query let through.
final class FacetFilters {

    private final SearchIndex index;
    private final List<Filter> filters = new ArrayList<>();
    private final List<Filter> exclusions = new ArrayList<>();

    /// @param wanted the ordinals one of which a document must have
    private record Filter(FacetKind kind, FacetColumn column, BitSet wanted) {

        boolean accepts(int number) {
            for (int ordinal : column.ordinals().get(number)) {
                if (wanted.get(ordinal)) {
                    return true;
                }
            }
            return false;
        }
    }

    FacetFilters(SearchIndex index, SearchQuery query) {
        this.index = index;
        query.filters().forEach((kind, keys) -> filters.add(filter(kind, keys)));
        query.without().forEach((kind, keys) -> exclusions.add(filter(kind, keys)));
    }

    private Filter filter(FacetKind kind, Set<String> keys) {
        FacetColumn column = index.facet(kind);
        BitSet wanted = new BitSet();
        for (int ordinal = 0; ordinal < column.values().size(); ordinal++) {
            wanted.set(ordinal, keys.contains(Analysis.key(column.values().get(ordinal))));
        }
        return new Filter(kind, column, wanted);
    }

    /// Whether a document has what is filtered by.
    boolean accept(int number) {
        for (Filter filter : filters) {
            if (!filter.accepts(number)) {
                return false;
            }
        }
        return !excludes(number);
    }

    private boolean excludes(int number) {
        for (Filter exclusion : exclusions) {
            if (exclusion.accepts(number)) {
                return true;
            }
        }
        return false;
    }

    /// Counts a document's values, for each kind as if it were not filtered by.
    void count(int number, Map<FacetKind, int[]> counts) {
        if (excludes(number)) {
            return;
        }
        @Nullable Filter refusing = null;
        for (Filter filter : filters) {
            if (!filter.accepts(number)) {
                if (refusing != null) {
                    return;
                }
                refusing = filter;
            }
        }
        for (FacetKind kind : counts.keySet()) {
            if (refusing == null || refusing.kind() == kind) {
                int[] of = Objects.requireNonNull(counts.get(kind));
                for (int ordinal : index.facet(kind).ordinals().get(number)) {
                    of[ordinal]++;
                }
            }
        }
    }
}
