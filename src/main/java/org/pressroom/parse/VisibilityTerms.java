package org.pressroom.parse;

import org.pressroom.source.EditDistance;

import java.util.List;
import java.util.Set;

/// Single words that speak about who may read a document. All are folded by [PlainLetters].
final class VisibilityTerms {

    private static final Set<String> OPEN = Set.of("internal", "intern", "public", "open", "everyone", "everybody", "all", "company", "default", "normal",
        "true", "yes", "visible", "unrestricted", "published", "shared");
    private static final List<String> SECRET = List.of("restrict", "confidential", "vertraulich", "eingeschrankt", "beschrankt", "secret", "geheim", "privat", "hidden",
        "sensitive", "embargo", "限定", "機密", "社外秘", "非公開");
    private static final Set<String> OTHER_KEYS = Set.of("sichtbarkeit", "公開範囲", "classification", "confidentiality", "sensitivity", "access", "zugriff", "vertraulichkeit");
    /// Keys that restrict by being true.
    private static final Set<String> SWITCHES = Set.of("private", "confidential");
    private static final Set<String> NEGATIONS = Set.of("not", "non", "no", "never");

    private VisibilityTerms() { }

    /// Whether a word is the key, or a form or misspelling of it.
    static boolean isVisibility(String word) {
        return word.contains("visib") || isNear(word, "visibility");
    }

    /// Whether a word is another key, which may be about other things than the document.
    static boolean isGeneralKey(String word) {
        return OTHER_KEYS.contains(word);
    }

    /// Whether a word is `restricted`, or a misspelling of it.
    static boolean isRestricted(String word) {
        return word.equals("restrict") || word.equals("restricted") || isNear(word, "restricted");
    }

    /// Whether a word, not a form of `restricted`, restricts as a key: `private: true`.
    static boolean isSwitch(String word) {
        return SWITCHES.contains(word);
    }

    /// Whether a word restricts as a value.
    static boolean isSecret(String word) {
        return isRestricted(word) || SECRET.stream().anyMatch(word::startsWith) || word.equals("nda");
    }

    static boolean isOpen(String word) {
        return OPEN.contains(word);
    }

    static boolean isNegation(String word) {
        return NEGATIONS.contains(word);
    }

    private static boolean isNear(String word, String wanted) {
        return Math.abs(word.length() - wanted.length()) <= 2 && !word.startsWith("un") && !word.startsWith("in") && word.indexOf(wanted.charAt(0)) <= 1 && word.indexOf(wanted.charAt(0)) >= 0
            && sharesLetters(word, wanted) && EditDistance.between(word.chars().toArray(), wanted.chars().toArray(), 2) <= 2;
    }

    /// Whether two words have letters of which at most two differ, in whatever order: seen sooner than their distance, which is not less.
    private static boolean sharesLetters(String word, String wanted) {
        int[] counts = new int['z' + 1];
        for (int i = 0; i < wanted.length(); i++) {
            counts[wanted.charAt(i)]++;
        }
        int more = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c > 'z' || --counts[c] < 0) && ++more > 2) {
                return false;
            }
        }
        return wanted.length() - (word.length() - more) <= 2;
    }
}
