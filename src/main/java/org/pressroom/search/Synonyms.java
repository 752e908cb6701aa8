package org.pressroom.search;

import org.pressroom.search.shard.ExpandedQuery.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
                .map(form -> form(SearchQuery.places(Analysis.exact(Analysis.normal(form)))))
                .filter(form -> !form.isEmpty()).distinct().toList();
            if (forms.size() > 1) {
                analysed.add(forms);
            }
        }
        return new Synonyms(analysed);
    }

    /// The terms of some words in order, an empty one for each stop word between them.
    static List<String> form(List<Word> words) {
        List<String> form = new ArrayList<>();
        for (Word word : words) {
            while (form.size() < word.offset()) {
                form.add("");
            }
            form.add(word.term());
        }
        return form;
    }

    /// The words of a form.
    static List<Word> words(List<String> form) {
        return IntStream.range(0, form.size()).filter(i -> !form.get(i).isEmpty()).mapToObj(i -> new Word(form.get(i), i)).toList();
    }

    /// Groups of forms.
    List<List<List<String>>> groups() {
        return groups;
    }
}
