package org.pressroom.search;

import org.jspecify.annotations.Nullable;

/// How near proposals are to a question by what both mean. Safe for several threads.
public interface Likeness {

    /// Nobody knows what anything means: words are all there is to compare.
    Likeness UNKNOWN = new Likeness() {
        @Override
        public double @Nullable [] to(String question) {
            return null;
        }

        @Override
        public Closeness closeness() {
            return Closeness.BY_TABLE;
        }
    };

    /// Compares a question with every proposal.
    ///
    /// @param question in English
    /// @return by number of the catalog, at most 1; NaN for those of which nobody knows; null when there is no word in the question
    double @Nullable [] to(String question);

    /// What scores say that stand on it.
    Closeness closeness();
}
