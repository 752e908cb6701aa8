package org.pressroom.parse;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which language a text is in, by its script and its commonest small words.
final class Language {

    private static final Map<String, Set<String>> SMALL_WORDS = smallWords();
    /// English first: it is what a text is in when nothing tells.
    private static final List<String> LANGUAGES = List.copyOf(SMALL_WORDS.keySet());
    private static final Map<String, Integer> LANGUAGES_BY_WORD = languagesByWord();
    private static final int LONGEST =
        LANGUAGES_BY_WORD.keySet().stream().mapToInt(String::length).max().orElse(0);
    /// Characters that are looked at; more would tell no more.
    static final int ENOUGH = 6_000;

    private Language() { }

    /// @return an ISO 639-1 code; `en` when nothing tells
    static String of(String text) {
        String head = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        int kana = 0;
        int han = 0;
        int hangul = 0;
        int letters = 0;
        for (int i = 0; i < head.length(); ) {
            int c = head.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c)) {
                letters++;
                if (c < Words.FIRST_WIDE) {
                    continue;
                }
                switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA -> kana++;
                    case HAN -> han++;
                    case HANGUL -> hangul++;
                    default -> { }
                }
            }
        }
        if ((kana + han + hangul) * 5 > letters && letters > 0) {
            return hangul > kana + han ? "ko" : kana * 10 > han ? "ja" : "zh";
        }
        return byWords(head);
    }

    private static String byWords(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int[] counts = new int[LANGUAGES.size()];
        int start = -1;
        for (int i = 0; i <= lower.length(); ) {
            int c = i == lower.length() ? ' ' : lower.codePointAt(i);
            boolean inside = c >= 'a' && c <= 'z' || c == '\'' || c > 0x7f && Character.isLetter(c);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (i - start <= LONGEST) {
                    count(lower.substring(start, i), counts);
                }
                start = -1;
            }
            i += Character.charCount(c);
        }
        int best = 0;
        for (int language = 1; language < counts.length; language++) {
            best = counts[language] > counts[best] ? language : best;
        }
        return LANGUAGES.get(best);
    }

    private static void count(String word, int[] counts) {
        int languages = LANGUAGES_BY_WORD.getOrDefault(word, 0);
        for (int language = 0; languages >> language != 0; language++) {
            counts[language] += languages >> language & 1;
        }
    }

    /// A bit for each of the languages that have a word, by its place in [#LANGUAGES].
    private static Map<String, Integer> languagesByWord() {
        Map<String, Integer> languages = new HashMap<>();
        SMALL_WORDS.forEach((language, words) ->
            words.forEach(word -> languages.merge(word, 1 << LANGUAGES.indexOf(language), (a, b) -> a | b)));
        return languages;
    }

    private static Map<String, Set<String>> smallWords() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        words.put("en", Set.of("the", "and", "of", "to", "is", "that", "for", "with", "it", "are", "this", "we", "be", "they",
            "have", "from", "or", "which", "when", "what", "how", "not"));
        words.put("de", Set.of("der", "die", "das", "und", "ist", "nicht", "ein", "eine", "den", "von", "mit", "für", "auf",
            "sich", "dem", "wir", "auch", "werden", "oder", "wird", "sind", "zu", "im"));
        words.put("fr", Set.of("le", "les", "des", "et", "est", "une", "pour", "dans", "qui", "nous", "vous", "pas", "sur",
            "avec", "du", "au", "ce", "cette", "sont", "ou"));
        words.put("es", Set.of("el", "los", "las", "y", "es", "una", "para", "con", "del", "por", "su", "se", "lo", "más",
            "cómo", "está", "pero", "sin", "nuestro", "al"));
        words.put("pt", Set.of("o", "os", "as", "e", "é", "um", "uma", "para", "com", "do", "da", "não", "em", "dos", "das",
            "na", "no", "são", "você", "mais", "ao"));
        return words;
    }
}
