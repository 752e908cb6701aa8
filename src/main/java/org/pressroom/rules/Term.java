package org.pressroom.rules;

import java.util.Optional;

/// An entry of a word list, ready to be looked for.
///
/// @param form  as [Prose] writes it: lower case, single spaces instead of hyphens
/// @param open  whether it may have any ending
/// @param taken whether the word after it belongs to it
record Term(WordList list, String form, boolean open, boolean taken) {

    /// Reads an entry as it is written in a pack or in `pressroom.yaml`.
    ///
    /// @return empty when there is neither letter nor digit in it
    static Optional<Term> parse(WordList list, String written) {
        String entry = written.strip();
        boolean open = entry.endsWith("*");
        boolean taken = entry.endsWith("…");
        String bare = open || taken ? entry.substring(0, entry.length() - 1) : entry;
        StringBuilder form = new StringBuilder();
        boolean spaced = false;
        for (char c : bare.toCharArray()) {
            char plain = Prose.plain(c);
            if (plain == ' ') {
                spaced = !form.isEmpty();
            } else {
                form.append(spaced ? " " : "").append(plain);
                spaced = false;
            }
        }
        return form.codePoints().anyMatch(Character::isLetterOrDigit)
            ? Optional.of(new Term(list, form.toString(), open, taken)) : Optional.empty();
    }
}
