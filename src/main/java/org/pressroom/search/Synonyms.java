package org.pressroom.search;

import java.util.ArrayList;
import java.util.List;

/// Words that stand for each other, in terms of the index.
public final class Synonyms {

    public static final Synonyms NONE = new Synonyms(List.of());

    private final List<List<List<String>>> groups;

    private Synonyms(List<List<List<String>>> groups) {
        this.groups = List.copyOf(groups);
    }

    /// @param groups of words, or of several words each, that stand for each other
    public static Synonyms of(List<List<String>> groups) {
        List<List<List<String>>> analysed = new ArrayList<>();
        for (List<String> group : groups) {
            List<List<String>> forms = group.stream()
                .map(form -> Analysis.tokens(Analysis.normal(form)).stream().map(Analysis.Token::term).toList())
                .filter(form -> !form.isEmpty()).distinct().toList();
            if (forms.size() > 1) {
                analysed.add(forms);
            }
        }
        return new Synonyms(analysed);
    }

    /// Groups of forms, each a list of terms.
    List<List<List<String>>> groups() {
        return groups;
    }
}
