package org.pressroom.parse;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which language a text is in, by its script and its commonest small words.
final class Language {

    private static final Map<String, Set<String>> SMALL_WORDS = smallWords();
    private static final int ENOUGH = 20_000;

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
            if (Character.isLetter(c)) {
                letters++;
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
        Map<String, Integer> counts = new LinkedHashMap<>();
        SMALL_WORDS.keySet().forEach(language -> counts.put(language, 0));
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+")) {
            SMALL_WORDS.forEach((language, words) -> {
                if (words.contains(word)) {
                    counts.merge(language, 1, Integer::sum);
                }
            });
        }
        String best = "en";
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > counts.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        return best;
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
