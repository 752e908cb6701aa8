package org.pressroom.search;

import org.pressroom.catalog.FacetKind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a query says, as `assets/search-engine.js` reads it too.
///
/// Words are parted by spaces. `kind:value` and `kind:"value"`, where `kind` is one of [FacetKind], narrows to ideas
/// that have the value (or another one asked for of the same kind), `-kind:value` leaves them out; `-word` leaves out
/// the ideas that hold the word. Of a word with two forms (`c` and `c++`) the exact one is looked for. All else is
/// words, whatever signs it has. Of a longer query the first [#LONGEST] characters and [#MOST_TERMS] different terms
/// count.
///
/// @param terms    in order, each with how often it was written
/// @param excluded for each word left out, its terms
/// @param filters  for each kind the keys of the values, one of which an idea must have (see [Analysis#key])
/// @param without  for each kind the keys of the values that an idea must not have
record SearchQuery(
        Map<String, Integer> terms, List<Set<String>> excluded, Map<FacetKind, Set<String>> filters,
        Map<FacetKind, Set<String>> without) {

    static final int LONGEST = 2000;
    static final int MOST_TERMS = 32;

    private static final Pattern CHUNK = Pattern.compile(
        "(-?)(status|outcome|result|year|team|owner|tag):(?:\"([^\"]*)\"|([^ \"]+))|[^ ]+", Pattern.CASE_INSENSITIVE);

    SearchQuery {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        excluded = List.copyOf(excluded);
        filters = Map.copyOf(filters);
        without = Map.copyOf(without);
    }

    static SearchQuery parse(String query) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        List<Set<String>> excluded = new ArrayList<>();
        Map<FacetKind, Set<String>> filters = new EnumMap<>(FacetKind.class);
        Map<FacetKind, Set<String>> without = new EnumMap<>(FacetKind.class);
        String head = query.length() > LONGEST ? query.substring(0, LONGEST) : query;
        Matcher chunk = CHUNK.matcher(Analysis.normal(head));
        while (chunk.find()) {
            String text = chunk.group();
            if (chunk.group(2) != null) {
                FacetKind kind = FacetKind.valueOf(chunk.group(2).toUpperCase(Locale.ROOT));
                String value = chunk.group(3) != null ? chunk.group(3) : chunk.group(4);
                (chunk.group(1).isEmpty() ? filters : without).computeIfAbsent(kind, _ -> new TreeSet<>())
                    .add(Analysis.key(value));
            } else if (text.startsWith("-")) {
                Set<String> left = new LinkedHashSet<>(termsOf(text));
                if (!left.isEmpty()) {
                    excluded.add(left);
                }
            } else {
                for (String term : termsOf(text)) {
                    if (terms.size() < MOST_TERMS || terms.containsKey(term)) {
                        terms.merge(term, 1, Integer::sum);
                    }
                }
            }
        }
        return new SearchQuery(terms, excluded, filters, without);
    }

    private static List<String> termsOf(String text) {
        List<String> terms = new ArrayList<>();
        for (Analysis.Token token : Analysis.tokens(text)) {
            if (token.exact()) {
                terms.removeLast();
            }
            terms.add(token.term());
        }
        return terms;
    }

    /// The same query, narrowed further.
    ///
    /// @param values for each kind, values as shown
    SearchQuery narrowedTo(Map<FacetKind, Set<String>> values) {
        Map<FacetKind, Set<String>> narrowed = new EnumMap<>(FacetKind.class);
        filters.forEach((kind, keys) -> narrowed.put(kind, new TreeSet<>(keys)));
        values.forEach((kind, wanted) -> wanted.forEach(
            value -> narrowed.computeIfAbsent(kind, _ -> new TreeSet<>()).add(Analysis.key(value))));
        return new SearchQuery(terms, excluded, narrowed, without);
    }

    /// Whether it asks for nothing at all.
    boolean isEmpty() {
        return terms.isEmpty() && excluded.isEmpty() && filters.isEmpty() && without.isEmpty();
    }
}
