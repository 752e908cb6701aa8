package org.pressroom.bake;

import org.pressroom.catalog.FacetKind;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How the words of the vocabularies are shown.
final class Words {

    /// The words for which the style sheet has a colour.
    private static final Map<FacetKind, Set<String>> TONES = Map.of(
        FacetKind.STATUS, Set.of("draft", "in-review", "approved", "revise", "declined", "deferred", "withdrawn",
            "superseded"),
        FacetKind.OUTCOME, Set.of("planned", "building", "launched", "cancelled", "retired"),
        FacetKind.RESULT, Set.of("met", "mixed", "missed", "unknown"));

    private final Messages messages;

    Words(Messages messages) {
        this.messages = messages;
    }

    /// A value of a kind as readers see it: `In review` for `in-review`, other kinds as they are written.
    String label(FacetKind kind, String value) {
        return TONES.containsKey(kind) ? label(kind.label(), value) : value;
    }

    /// A word of a vocabulary as readers see it: the interface's own, else the word with spaces and a capital.
    String label(String vocabulary, String word) {
        String known = messages.find(vocabulary + "." + word);
        if (known != null) {
            return known;
        }
        String spaced = word.replace('-', ' ').strip();
        return spaced.isEmpty() ? word
            : spaced.substring(0, spaced.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + spaced.substring(spaced.offsetByCodePoints(0, 1));
    }

    /// The name of a value's colours in the style sheet; `other` for words that we don't know.
    String tone(FacetKind kind, String value) {
        return TONES.getOrDefault(kind, Set.of()).contains(value) ? value : "other";
    }
}
