package org.pressroom.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was found of a word list, each entry once: at its first place, with how often it stands there.
///
/// @param first where it stands first
/// @param count how often
record Reported(WordHit first, int count) {

    /// @param hits in order
    static List<Reported> of(List<WordHit> hits) {
        Map<Term, Reported> byTerm = new LinkedHashMap<>();
        for (WordHit hit : hits) {
            byTerm.merge(hit.term(), new Reported(hit, 1), (a, b) -> new Reported(a.first, a.count + b.count));
        }
        return List.copyOf(byTerm.values());
    }

    /// For the end of a message: nothing, or that it is not the only place.
    String times() {
        return count == 1 ? "" : " (" + count + " times in all)";
    }
}
