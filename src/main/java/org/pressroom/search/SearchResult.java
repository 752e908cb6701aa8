package org.pressroom.search;

import org.pressroom.catalog.FacetKind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a search found.
///
/// @param query     as typed
/// @param documents how many ideas were searched
/// @param total     how many ideas answer
/// @param relaxed   whether no idea has all of the words, and these have some of them
/// @param wordless  whether the query holds nothing that can be looked for: it is blank, or has only stop words or
///              signs
/// @param corrections words that no idea has, each with the word that was looked for in its place
/// @param hits      best first, among equals the lower number first; at most as many as asked for
/// @param facets    for each kind counted, how many ideas would answer with each of its values, were no value of this
///                  kind asked for; most first, then by value
public record SearchResult(
        String query, int documents, int total, boolean relaxed, boolean wordless, Map<String, String> corrections,
        List<SearchHit> hits,
        Map<FacetKind, Map<String, Integer>> facets) {

    public SearchResult {
        corrections = Collections.unmodifiableMap(new LinkedHashMap<>(corrections));
        hits = List.copyOf(hits);
    }
}
