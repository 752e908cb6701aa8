package org.pressroom.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Words that tell what an unlabelled paragraph is about, one file a language: `cues/<language>.txt`.
final class Cues {

    /// What a cue speaks for.
    enum Kind { TROUBLE, NOW, CONTRAST, ANNOUNCE, LAUNCH, GAIN, ACTION, SAID, LEADER, CUSTOMER }

    private static final Map<String, Cues> LOADED = new ConcurrentHashMap<>();

    private final Map<Kind, List<String>> words = new EnumMap<>(Kind.class);

    private Cues() { }

    /// The cues of a language; English ones for a language without a file.
    static Cues of(String language) {
        return LOADED.computeIfAbsent(Labels.LANGUAGES.contains(language) ? language : "en", Cues::load);
    }

    private static Cues load(String language) {
        String name = "cues/" + language + ".txt";
        try (InputStream in = Cues.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            Cues cues = new Cues();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(cues::add);
            }
            return cues;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Kind kind = Kind.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
        List<String> list = words.computeIfAbsent(kind, _ -> new ArrayList<>());
        for (String word : line.substring(colon + 1).split("\\|")) {
            list.add(word.strip().toLowerCase(Locale.ROOT));
        }
    }

    /// How many different cues of a kind a text holds.
    ///
    /// @param text in lower case, with straight apostrophes
    int count(Kind kind, String text) {
        int count = 0;
        for (String word : words.getOrDefault(kind, List.of())) {
            if (holds(text, word)) {
                count++;
            }
        }
        return count;
    }

    /// Where the first cue of a kind begins; -1 when there is none.
    int first(Kind kind, String text) {
        int first = -1;
        for (String word : words.getOrDefault(kind, List.of())) {
            int at = find(text, word);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }

    private static boolean holds(String text, String word) {
        return find(text, word) >= 0;
    }

    /// A cue counts where a word begins; in scripts without spaces, anywhere.
    private static int find(String text, String word) {
        boolean wide = Words.isWide(word.codePointAt(0));
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (wide || (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) && endsWell(text, word, at + word.length())) {
                return at;
            }
        }
        return -1;
    }

    /// Short words must be whole, so that "now" is not found in "nowhere"; long ones may have endings.
    private static boolean endsWell(String text, String word, int end) {
        return word.length() >= 5 || end >= text.length() || !Character.isLetter(text.charAt(end));
    }
}
