package org.pressroom.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads how the word lists of rules are changed.
final class WordsReader {

    private final ConfigurationKeys keys;
    private final Map<String, Set<String>> wordLists;
    private final ConfigurationFindings findings;

    /// @param wordLists name of each word list to its entries in all languages
    WordsReader(ConfigurationKeys keys, Map<String, Set<String>> wordLists, ConfigurationFindings findings) {
        this.keys = keys;
        this.wordLists = wordLists;
        this.findings = findings;
    }

    Map<String, WordChanges> read(Keys.Values words) {
        Map<String, WordChanges> changes = new LinkedHashMap<>();
        keys.wordLists.forEach((list, key) -> words.get(key).ifPresent(change -> changes.put(list,
            new WordChanges(added(change), removed(change, list, wordLists.getOrDefault(list, Set.of()))))));
        return changes;
    }

    private List<String> added(Keys.Values change) {
        List<String> added = new ArrayList<>();
        for (YamlValue.Scalar scalar : change.get(ConfigurationKeys.ADD).orElse(List.of())) {
            if (scalar.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                added.add(scalar.text());
            } else {
                findings.badValue(scalar.span(), "`" + scalar.text() + "` has no letter or digit",
                    "write a word or a few words, such as `game-changing`");
            }
        }
        return added;
    }

    /// Only what is in the built-in list can be taken out of it: a misspelt word would go on being found.
    private List<String> removed(Keys.Values change, String list, Set<String> entries) {
        Set<String> known = new TreeSet<>();
        entries.forEach(entry -> known.add(WordChanges.normal(entry)));
        List<String> removed = new ArrayList<>();
        for (YamlValue.Scalar scalar : change.get(ConfigurationKeys.REMOVE).orElse(List.of())) {
            if (known.contains(WordChanges.normal(scalar.text()))) {
                removed.add(scalar.text());
            } else {
                findings.unknownWord(scalar.span(), "the word list `" + list + "` does not contain `" + scalar.text() + "`",
                    scalar.text(), entries);
            }
        }
        return removed;
    }
}
