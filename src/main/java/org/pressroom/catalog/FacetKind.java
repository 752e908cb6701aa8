package org.pressroom.catalog;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// The ways in which ideas are grouped.
public enum FacetKind {
    STATUS, OUTCOME, RESULT, YEAR, TEAM, OWNER, TAG;

    /// The folder of its pages and its name in queries: `status`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The values that a document has of this kind, without duplicates; empty when none.
    public List<String> valuesOf(DocumentFacts facts) {
        return switch (this) {
            case STATUS -> list(facts.status());
            case OUTCOME -> list(facts.outcome());
            case RESULT -> list(facts.result());
            case YEAR -> list(facts.year());
            case TEAM -> list(facts.team());
            case OWNER -> list(facts.owner());
            case TAG -> facts.tags().stream().distinct().toList();
        };
    }

    private static List<String> list(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }
}
