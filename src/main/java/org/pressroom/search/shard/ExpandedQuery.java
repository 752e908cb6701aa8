package org.pressroom.search.shard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is looked for, in terms of the index: no prefixes, typing errors or synonyms any more.
///
/// @param required what a document must have: all of it, or in a relaxed search some
/// @param excluded what it must not have
public record ExpandedQuery(List<Unit> required, List<Alternative> excluded) {

    /// Stands for the region of an alternative that may be anywhere.
    public static final int ANYWHERE = -1;

    public ExpandedQuery {
        required = List.copyOf(required);
        excluded = List.copyOf(excluded);
    }

    /// One thing that a query asks for, in one of several ways; the best of them counts.
    ///
    /// @param alternatives at least one
    /// @param boost        how often the query asks for it
    public record Unit(List<Alternative> alternatives, int boost) {

        public Unit {
            alternatives = List.copyOf(alternatives);
        }
    }

    /// Terms that must all be there.
    ///
    /// @param words    at least one
    /// @param region   where each must stand, or [#ANYWHERE]
    /// @param adjacent whether they must stand as far from each other as their offsets say
    public record Alternative(List<Word> words, int region, boolean adjacent) {

        public Alternative {
            words = List.copyOf(words);
        }

        /// A term anywhere.
        public static Alternative of(String term) {
            return new Alternative(List.of(new Word(term, 0)), ANYWHERE, false);
        }

        /// Whether holding the terms is all that is asked for.
        public boolean isPlain() {
            return region == ANYWHERE && !adjacent;
        }

        /// A single term anywhere.
        public boolean isTerm() {
            return words.size() == 1 && region == ANYWHERE;
        }
    }

    /// @param offset from the first word's position
    public record Word(String term, int offset) { }

    /// All terms that speak for a document.
    public Set<String> terms() {
        Set<String> terms = new HashSet<>();
        required.forEach(unit -> unit.alternatives().forEach(a -> a.words().forEach(word -> terms.add(word.term()))));
        return terms;
    }
}
