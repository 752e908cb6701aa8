package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One word of a vocabulary, such as a status.
///
/// @param word    as stored, listed and linked: `in-review`
/// @param meaning the PR/FAQ's own word that it stands for, so that pages and rules know what to do with it; null when
///     it stands for none
/// @param written other forms in which authors write it; a final `*` stands for any further words
/// @param next    the words that may follow it in a document's life; empty when it is final, null when any may
/// @param label   what readers see; null for the interface's own, or the word with spaces and a capital
/// @param about   a sentence that explains it; null for the interface's own, or none
/// @param colour  of its badge; null for that of its meaning, or a neutral one
public record Term(
        String word, @Nullable String meaning, List<String> written, @Nullable List<String> next,
        @Nullable String label, @Nullable String about, @Nullable Colour colour) {

    public Term {
        written = List.copyOf(written);
        next = next == null ? null : List.copyOf(next);
    }

    /// A word of the PR/FAQ's own: it means itself.
    ///
    /// @param next the words that may follow it
    static Term standard(String word, @Nullable List<String> next) {
        return new Term(word, word, List.of(), next, null, null, null);
    }
}
