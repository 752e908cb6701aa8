package org.pressroom.rules;

import java.util.Set;

/// How long a text is, as people of its language count: in words; in Chinese, Japanese and Korean in characters, two of
/// which are taken for a word.
///
/// @param words      as the parser counts them
/// @param characters whether to speak of characters
record Length(int words, boolean characters) {

    private static final Set<String> BY_CHARACTERS = Set.of("ja", "zh", "ko");

    static Length of(int words, String language) {
        return new Length(words, BY_CHARACTERS.contains(language));
    }

    /// Counts the words of a text without markup.
    static Length of(String text, String language) {
        int words = 0;
        int wide = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Prose.isWide(c)) {
                wide++;
                inside = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += inside ? 0 : 1;
                inside = true;
            } else if (Character.isWhitespace(c)) {
                inside = false;
            }
        }
        return of(words + (wide + 1) / 2, language);
    }

    @Override
    public String toString() {
        return characters ? words * 2L + " characters" : words + (words == 1 ? " word" : " words");
    }
}
