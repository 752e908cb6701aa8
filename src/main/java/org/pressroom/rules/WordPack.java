package org.pressroom.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The word lists of one language: the file `words/<language>.txt`.
///
/// ```
/// # a comment
/// [weasel]
/// a lot of
/// significantly …
/// fundamental*
/// ```
///
/// One entry a line, in the section of its list. A `*` at the end stands for any ending, a `…` for one further word.
/// Hyphen and space are the same, and so are capitals and small letters.
///
/// @param lists the lists that the language has
record WordPack(Map<WordList, List<String>> lists) {

    /// The languages that have a pack.
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "ja", "ko", "zh");

    private static final Map<String, WordPack> LOADED = new ConcurrentHashMap<>();

    WordPack {
        lists = Map.copyOf(lists);
    }

    /// The pack of a language; one without lists when there is none.
    static WordPack of(String language) {
        return LANGUAGES.contains(language) ? LOADED.computeIfAbsent(language, WordPack::load) : new WordPack(Map.of());
    }

    /// All lists by the name that `pressroom.yaml` knows them by, with their words in all languages.
    static Map<String, Set<String>> byName() {
        Map<String, Set<String>> byName = new TreeMap<>();
        for (WordList list : WordList.values()) {
            Set<String> words = new TreeSet<>();
            LANGUAGES.forEach(language -> words.addAll(of(language).lists.getOrDefault(list, List.of())));
            byName.put(list.label(), words);
        }
        return byName;
    }

    private static WordPack load(String language) {
        String name = "words/" + language + ".txt";
        try (InputStream in = WordPack.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return parse(lines.lines().toList(), name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    private static WordPack parse(List<String> lines, String name) {
        Map<WordList, List<String>> lists = new EnumMap<>(WordList.class);
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            String entry = line.strip();
            if (entry.startsWith("[") && entry.endsWith("]")) {
                WordList list = WordList.of(entry.substring(1, entry.length() - 1))
                    .orElseThrow(() -> new IllegalStateException("there is no word list " + entry + " in " + name));
                current = lists.computeIfAbsent(list, _ -> new ArrayList<>());
            } else if (!entry.isEmpty() && !entry.startsWith("#")) {
                current.add(entry);
            }
        }
        return new WordPack(lists);
    }
}
