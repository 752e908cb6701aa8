package org.pressroom.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which language a text is in, by its script and its commonest small words.
public final class Language {

    private static final Map<String, Set<String>> SMALL_WORDS = smallWords();
    /// English first: it is what a text is in when nothing tells.
    private static final List<String> LANGUAGES = List.copyOf(SMALL_WORDS.keySet());
    /// Letters of the longest small word.
    private static final int LONGEST = 7;
    /// Stands for a letter that no small word has.
    private static final int FOREIGN = 1;
    private static final int PLACES = 512;
    /// The small words of all languages in a hash table with open addressing, 0 where none is.
    private static final long[] WORDS = new long[PLACES];
    /// A bit for each of the languages that have the word at the same place of [#WORDS], by its place in [#LANGUAGES].
    private static final int[] WORD_LANGUAGES = new int[PLACES];

    static {
        SMALL_WORDS.forEach((language, words) -> words.forEach(word -> enter(word, LANGUAGES.indexOf(language))));
    }

    /// Small words that leave no doubt.
    private static final int TELLING = 3;
    /// Characters that are looked at; more would tell no more.
    static final int ENOUGH = 6_000;

    private Language() { }

    /// @return an ISO 639-1 code; `en` when nothing tells
    static String of(String text) {
        return of(text, 1);
    }

    /// The language of a few words: English too when only one or two small words speak for another one, since languages share some.
    ///
    /// @return an ISO 639-1 code
    public static String ofFewWords(String text) {
        return of(text, TELLING);
    }

    /// @param least how many small words must tell a language that is not English
    private static String of(String text, int least) {
        String head = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        int kana = 0;
        int han = 0;
        int hangul = 0;
        int letters = 0;
        for (int i = 0; i < head.length(); ) {
            char unit = head.charAt(i);
            if (unit < 0x80) {
                letters += (unit | 32) >= 'a' && (unit | 32) <= 'z' ? 1 : 0;
                i++;
                continue;
            }
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
        return byWords(head, least);
    }

    /// The language most of whose small words stand in a text. Words are compared as [#packed] numbers.
    private static String byWords(String text, int least) {
        int[] counts = new int[LANGUAGES.size()];
        long word = 0;
        int length = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            if (c >= 'a' && c <= 'z' || c == '\'') {
                word = word << Byte.SIZE | c;
                length++;
            } else if (c >= 'A' && c <= 'Z' || c > 0x7f && Character.isLetter(c)) {
                int lower = Character.toLowerCase(c);
                word = word << Byte.SIZE | (lower < 0x100 ? lower : FOREIGN);
                length++;
            } else if (length > 0) {
                if (length <= LONGEST) {
                    count(word, counts);
                }
                word = 0;
                length = 0;
            }
        }
        int best = 0;
        for (int language = 1; language < counts.length; language++) {
            best = counts[language] > counts[best] ? language : best;
        }
        return LANGUAGES.get(counts[best] < least ? 0 : best);
    }

    private static void count(long word, int[] counts) {
        int place = place(word);
        while (WORDS[place] != 0) {
            if (WORDS[place] == word) {
                for (int language = 0; language < counts.length; language++) {
                    counts[language] += WORD_LANGUAGES[place] >> language & 1;
                }
                return;
            }
            place = place + 1 & PLACES - 1;
        }
    }

    private static int place(long word) {
        return (int) (word * 0x9e3779b97f4a7c15L >>> Long.SIZE - Integer.numberOfTrailingZeros(PLACES));
    }

    /// The letters of a small word, a byte each, the last one lowest.
    private static long packed(String word) {
        if (word.length() > LONGEST || word.chars().anyMatch(c -> c > 0xff)) {
            throw new IllegalStateException("no small word: " + word);
        }
        return word.chars().asLongStream().reduce(0, (packed, c) -> packed << Byte.SIZE | c);
    }

    private static void enter(String word, int language) {
        long packed = packed(word);
        int place = place(packed);
        while (WORDS[place] != 0 && WORDS[place] != packed) {
            place = place + 1 & PLACES - 1;
        }
        WORDS[place] = packed;
        WORD_LANGUAGES[place] |= 1 << language;
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
