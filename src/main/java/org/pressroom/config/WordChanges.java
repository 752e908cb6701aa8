package org.pressroom.config;

import java.util.List;
import java.util.Locale;

/// How `pressroom.yaml` changes one word list, in every language.
///
/// @param add    entries as written: `game-changing`, `revolution*` for any ending, `much …` for one more word
/// @param remove entries of the built-in list, as it or [#normal] writes them
public record WordChanges(List<String> add, List<String> remove) {

    public static final WordChanges NONE = new WordChanges(List.of(), List.of());

    public WordChanges {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }

    /// The form in which entries are compared: lower case, single spaces instead of hyphens, no mark of an ending.
    public static String normal(String entry) {
        return entry.strip().toLowerCase(Locale.ROOT).replaceAll("[*…]$", "").strip().replaceAll("[\\s-]+", " ");
    }
}
