package org.pressroom.adopt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts words. For one thread.
final class Tally {

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(String word) {
        counts.merge(word, 1, Integer::sum);
    }

    int of(String word) {
        return counts.getOrDefault(word, 0);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    int sum() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// The words, the most frequent first, equals by name.
    List<Map.Entry<String, Integer>> ranked() {
        List<Map.Entry<String, Integer>> ranked = new ArrayList<>(counts.entrySet());
        ranked.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()));
        return ranked;
    }

    /// `Final 310, Draft 12, and 4 more`.
    String text(int most) {
        List<Map.Entry<String, Integer>> ranked = ranked();
        String named = String.join(", ", ranked.stream().limit(most).map(entry -> entry.getKey() + " " + entry.getValue()).toList());
        return ranked.size() > most ? named + ", and " + (ranked.size() - most) + " more" : named;
    }

    Map<String, Integer> counts() {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        ranked().forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
