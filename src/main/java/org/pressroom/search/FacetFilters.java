package org.pressroom.search;

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
            return column.ordinals().get(number).stream().anyMatch(wanted::get);
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

    boolean accept(int number) {
        return filters.stream().allMatch(f -> f.accepts(number))
            && exclusions.stream().noneMatch(f -> f.accepts(number));
    }

    /// Counts a document's values, for each kind as if it were not filtered by.
    void count(int number, Map<FacetKind, int[]> counts) {
        if (exclusions.stream().anyMatch(f -> f.accepts(number))) {
            return;
        }
        List<Filter> refusing = filters.stream().filter(f -> !f.accepts(number)).toList();
        if (refusing.size() > 1) {
            return;
        }
        for (FacetKind kind : counts.keySet()) {
            if (refusing.isEmpty() || refusing.getFirst().kind() == kind) {
                int[] of = Objects.requireNonNull(counts.get(kind));
                index.facet(kind).ordinals().get(number).forEach(ordinal -> of[ordinal]++);
            }
        }
    }
}
