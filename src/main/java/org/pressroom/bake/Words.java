package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.FacetKind;
import org.pressroom.config.Colour;
import org.pressroom.config.Term;
import org.pressroom.config.Terms;
import org.pressroom.config.Vocabulary;

import java.util.List;
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

    private static final List<FacetKind> KINDS = List.of(FacetKind.STATUS, FacetKind.OUTCOME, FacetKind.RESULT);

    private final Messages messages;
    private final Vocabulary vocabulary;

    Words(Messages messages, Vocabulary vocabulary) {
        this.messages = messages;
        this.vocabulary = vocabulary;
    }

    private static Terms terms(Vocabulary vocabulary, FacetKind kind) {
        return switch (kind) {
            case STATUS -> vocabulary.status();
            case OUTCOME -> vocabulary.outcome();
            case RESULT -> vocabulary.result();
            case YEAR, TEAM, OWNER, TAG -> new Terms(List.of());
        };
    }

    private @Nullable Term term(FacetKind kind, String value) {
        return terms(vocabulary, kind).find(value).orElse(null);
    }

    /// A value of a kind as readers see it: `In review` for `in-review`, other kinds as they are written.
    String label(FacetKind kind, String value) {
        Term term = term(kind, value);
        return term != null && term.label() != null ? term.label() : TONES.containsKey(kind) ? label(kind.label(), value) : value;
    }

    /// Why a proposal was declined, as readers see it.
    String reason(String word) {
        String label = vocabulary.reason().find(word).map(Term::label).orElse(null);
        return label != null ? label : label("reason", word);
    }

    /// A word of a vocabulary as readers see it: the interface's own, else the word with spaces and a capital.
    String label(String vocabulary, String word) {
        String known = messages.find(vocabulary + "." + word);
        return known != null ? known : spoken(word);
    }

    /// A word with spaces and a capital: `Review manager` for `review-manager`.
    static String spoken(String word) {
        String spaced = word.replace('-', ' ').strip();
        return spaced.isEmpty() ? word
            : spaced.substring(0, spaced.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + spaced.substring(spaced.offsetByCodePoints(0, 1));
    }

    /// A sentence that explains a value; null when there is none.
    @Nullable String about(FacetKind kind, String value) {
        Term term = term(kind, value);
        return term != null && term.about() != null ? term.about() : messages.find(kind.label() + "." + value + ".about");
    }

    /// The PR/FAQ's own word that a value stands for; empty when it stands for none.
    String meaning(FacetKind kind, @Nullable String value) {
        if (value == null) {
            return "";
        }
        Term term = term(kind, value);
        String meaning = term == null ? value : term.meaning();
        return meaning == null ? "" : meaning;
    }

    /// The name of a value's colours in the style sheet: the configuration's, else those of its meaning; `other` for words
    /// that have none.
    String tone(FacetKind kind, String value) {
        Term term = term(kind, value);
        if (term != null && term.colour() != null) {
            return ownTone(kind, terms(vocabulary, kind).terms().indexOf(term));
        }
        String meaning = meaning(kind, value);
        return TONES.getOrDefault(kind, Set.of()).contains(meaning) ? meaning : "other";
    }

    private static String ownTone(FacetKind kind, int index) {
        return kind.label() + "-" + index;
    }

    /// The colours that a configuration gives to words, as the end of a style sheet; empty when it gives none.
    static String styles(Vocabulary vocabulary) {
        StringBuilder day = new StringBuilder();
        StringBuilder night = new StringBuilder();
        for (FacetKind kind : KINDS) {
            List<Term> terms = terms(vocabulary, kind).terms();
            for (int i = 0; i < terms.size(); i++) {
                Colour colour = terms.get(i).colour();
                if (colour != null) {
                    day.append(style(ownTone(kind, i), colour.light()));
                    night.append("  ").append(style(ownTone(kind, i), colour.dark()));
                }
            }
        }
        return day.isEmpty() ? "" : "\n" + day + "@media (prefers-color-scheme: dark) {\n" + night + "}\n";
    }

    private static String style(String tone, String colour) {
        return ".tone-" + tone + " { --fg: " + Colour.ink(colour) + "; --bg: " + colour + "; --bd: " + colour + "; }\n";
    }
}
