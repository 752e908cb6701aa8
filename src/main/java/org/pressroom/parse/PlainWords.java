package org.pressroom.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The words of a text that [PlainLetters] folded: letters and digits without a break, each with its place. Immutable; linear in the text.
final class PlainWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    /// Of each word its beginning and its end.
    private int[] bounds = new int[16];

    private PlainWords(String text) {
        this.text = text;
    }

    /// @param folded as [PlainLetters] gives it
    static PlainWords of(String folded) {
        PlainWords all = new PlainWords(folded);
        for (int i = 0; i < folded.length();) {
            int start = i;
            int c = folded.codePointAt(i);
            while (Character.isLetterOrDigit(c)) {
                i += Character.charCount(c);
                c = i < folded.length() ? folded.codePointAt(i) : ' ';
            }
            if (i > start) {
                all.add(start, i);
            }
            i += Character.charCount(c);
        }
        return all;
    }

    private void add(int start, int end) {
        int at = 2 * words.size();
        if (at == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * at);
        }
        bounds[at] = start;
        bounds[at + 1] = end;
        words.add(text.substring(start, end));
    }

    /// The text whose words they are.
    String text() {
        return text;
    }

    List<String> words() {
        return words;
    }

    int size() {
        return words.size();
    }

    String get(int word) {
        return words.get(word);
    }

    int startOf(int word) {
        return bounds[2 * word];
    }

    /// What stands before the first word.
    String opening() {
        return text.substring(0, startOf(0));
    }

    /// What stands behind a word, up to the next or the end of the text.
    String gap(int word) {
        return text.substring(bounds[2 * word + 1], word + 1 < words.size() ? startOf(word + 1) : text.length());
    }

    /// Whether one of some characters stands behind a word, before the next.
    boolean isFollowedBy(int word, String characters) {
        return hasAny(gap(word), characters);
    }

    static boolean hasAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
