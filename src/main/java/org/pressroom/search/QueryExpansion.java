package org.pressroom.search;

import org.pressroom.search.SearchQuery.Clause;
import org.pressroom.search.SearchQuery.Form;
import org.pressroom.search.shard.ExpandedQuery;
import org.pressroom.search.shard.ExpandedQuery.Alternative;
import org.pressroom.search.shard.ExpandedQuery.Unit;
import org.pressroom.search.shard.ExpandedQuery.Word;
import org.pressroom.search.shard.TermSource;
import org.pressroom.search.shard.TermSource.Counted;
import org.pressroom.source.EditDistance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes of what a query says the terms that the index holds, as `assets/search-engine/expansion.js` does too.
///
/// - A prefix stands for the [#MOST_BEGUN] terms that begin so, those of most documents first.
/// - A word or phrase stands for its synonyms as well. Words one after the other that make a form of several words, in the same
///   region and not in quotation marks, each stand for the other forms as well: so an idea that has one of these, or all of the
///   words, will do.
/// - Words that are joined in the index stand for that, too: see [SearchQuery#joined()].
/// - When it is asked for, a word that no document has stands for what its author may have meant: the last word of the query,
///   of at least three characters, for up to [#MOST_COMPLETED] terms that begin so; any other word, or one that begins none, for
///   up to [#MOST_CORRECTED] terms at an edit distance of 1, or 2 from 8 characters on: of those with the same first two characters or, when
///   none is so near, of those that begin with the first one, the first two the other way round, or the second and third. Nearer
///   ones come first, then those of more documents. Words of less than 4 characters stay as they are.
///
/// - Such a word also stands for [two words][#parted] that have at least [#SHORTEST_PART] characters each.
///
/// Equal counts are in the order of the terms' UTF-8 bytes.
final class QueryExpansion {

    static final int MOST_BEGUN = 16;
    static final int MOST_COMPLETED = 8;
    static final int MOST_CORRECTED = 4;

    private static final int SHORTEST_PART = 2;
    private static final int LONGEST_PARTED = 32;
    private static final int SHORTEST_COMPLETED = 3;
    private static final int SHORTEST_CORRECTED = 4;
    private static final int LONG = 8;

    /// Equals stay as they come, which is in the order of their bytes.
    private static final Comparator<Counted> MOST_FIRST = Comparator.comparingInt(c -> -c.documents());

    private final TermSource terms;
    private final List<List<List<String>>> synonyms;

    /// @param guessed for the words that no document has, what was taken for them
    record Result(ExpandedQuery query, Map<Clause, List<String>> guessed) { }

    /// @param synonyms groups of forms that stand for each other, each a list of terms
    QueryExpansion(TermSource terms, List<List<List<String>>> synonyms) {
        this.terms = terms;
        this.synonyms = synonyms;
    }

    /// @param guess whether words that no document has are taken for others
    Result expand(SearchQuery query, boolean guess) throws IOException {
        List<Unit> required = new ArrayList<>();
        List<Alternative> excluded = new ArrayList<>();
        Map<Clause, List<String>> guessed = new LinkedHashMap<>();
        List<Clause> clauses = List.copyOf(query.clauses().keySet());
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            List<Alternative> alternatives = alternatives(query, clauses, i);
            if (clause.excluded()) {
                excluded.addAll(alternatives);
                continue;
            }
            if (guess && alternatives.size() == 1 && clause.form() == Form.WORDS && !isCommon(clause)
                    && terms.documents(clause.words().getFirst().term()) == 0) {
                String word = clause.words().getFirst().term();
                List<String> meant = meant(word, i == clauses.size() - 1);
                List<Alternative> taken = Stream.concat(meant.stream().map(term -> alternative(clause, term)), parted(clause).stream()).toList();
                if (!taken.isEmpty()) {
                    guessed.put(clause, meant.isEmpty() ? List.of(word) : meant);
                    alternatives = taken;
                }
            }
            required.add(new Unit(alternatives, query.clauses().getOrDefault(clause, 1)));
        }
        return new Result(new ExpandedQuery(required, excluded), guessed);
    }

    private static boolean isCommon(Clause clause) {
        return clause.words().getFirst().term().startsWith(Analysis.COMMON);
    }

    private List<Alternative> alternatives(SearchQuery query, List<Clause> clauses, int at) throws IOException {
        Clause clause = clauses.get(at);
        if (clause.form() == Form.PREFIX) {
            List<Counted> begun = terms.startingWith(clause.words().getFirst().term());
            List<Alternative> alternatives = begun.stream().sorted(MOST_FIRST).limit(MOST_BEGUN)
                .map(counted -> alternative(clause, counted.term())).toList();
            return alternatives.isEmpty() ? List.of(alternative(clause, clause.words().getFirst().term())) : alternatives;
        }
        Set<Alternative> alternatives = new LinkedHashSet<>();
        alternatives.add(new Alternative(clause.words(), clause.region(), clause.form() == Form.PHRASE && clause.words().size() > 1));
        List<String> asked = Synonyms.form(clause.words());
        boolean whole = clause.form() == Form.PHRASE || asked.size() == 1;
        for (List<List<String>> group : synonyms) {
            for (List<String> form : group) {
                if (whole && form.equals(asked) || isAmong(form, clauses, at)) {
                    group.stream().filter(other -> !other.equals(form)).forEach(other -> alternatives.add(form(clause, other)));
                }
            }
        }
        for (String term : query.joined().getOrDefault(clause, Set.of())) {
            if (terms.documents(term) > 0) {
                alternatives.add(alternative(clause, term));
            }
        }
        String first = clause.words().getFirst().term();
        if (clause.form() == Form.WORDS && first.startsWith("#") && clause.region() == ExpandedQuery.ANYWHERE) {
            alternatives.add(new Alternative(List.of(new Word(first.substring(1), 0)), Region.ID.ordinal(), false));
        }
        return List.copyOf(alternatives);
    }

    /// Whether words that make a form of several words stand one after the other, and one of them is at a place.
    private static boolean isAmong(List<String> form, List<Clause> clauses, int at) {
        List<Word> words = Synonyms.words(form);
        return words.size() > 1 && IntStream.rangeClosed(at - words.size() + 1, at).anyMatch(from -> from >= 0
            && from + words.size() <= clauses.size() && IntStream.range(0, words.size())
                .allMatch(i -> isWord(clauses.get(from + i), clauses.get(at).region(), words.get(i).term())));
    }

    private static boolean isWord(Clause clause, int region, String term) {
        return clause.form() == Form.WORDS && !clause.excluded() && clause.region() == region
            && clause.words().getFirst().term().equals(term);
    }

    private static Alternative form(Clause clause, List<String> form) {
        List<Word> words = Synonyms.words(form);
        return new Alternative(words, clause.region(), words.size() > 1);
    }

    private static Alternative alternative(Clause clause, String term) {
        return new Alternative(List.of(new Word(term, 0)), clause.region(), false);
    }

    private List<String> meant(String word, boolean last) throws IOException {
        int[] letters = word.codePoints().toArray();
        if (last && letters.length >= SHORTEST_COMPLETED) {
            List<Counted> begun = terms.startingWith(word);
            if (!begun.isEmpty()) {
                return begun.stream().sorted(MOST_FIRST).limit(MOST_COMPLETED).map(Counted::term).toList();
            }
        }
        if (letters.length < SHORTEST_CORRECTED) {
            return List.of();
        }
        int most = letters.length < LONG ? 1 : 2;
        Map<Counted, Integer> near = near(letters, most, new int[] {letters[0], letters[1]});
        if (near.isEmpty()) {
            near.putAll(near(letters, most, new int[] {letters[0]}, new int[] {letters[1], letters[0]}, new int[] {letters[1], letters[2]}));
        }
        return near.keySet().stream().sorted(Comparator.comparingInt((Counted c) -> near.getOrDefault(c, most)).thenComparing(MOST_FIRST))
            .limit(MOST_CORRECTED).map(Counted::term).toList();
    }

    /// Two words that make a word when they are joined, side by side: of all pairs the one of which the rarer word is in most documents,
    /// of several the first.
    private Optional<Alternative> parted(Clause clause) throws IOException {
        String word = Analysis.key(clause.written());
        Optional<Alternative> best = Optional.empty();
        int most = 0;
        for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART && word.length() <= LONGEST_PARTED; at++) {
            List<String> parts = Stream.of(word.substring(0, at), word.substring(at))
                .flatMap(part -> Analysis.exact(part).stream()).map(Analysis.Token::term).toList();
            int documents = parts.size() == 2 ? terms.documents(parts.getFirst()) : 0;
            documents = documents > most ? Math.min(documents, terms.documents(parts.getLast())) : 0;
            if (documents > most) {
                most = documents;
                best = Optional.of(form(clause, parts));
            }
        }
        return best;
    }

    /// The terms near to a word, with their distance.
    ///
    /// @param begins with which characters they begin
    private Map<Counted, Integer> near(int[] letters, int most, int[]... begins) throws IOException {
        Map<Counted, Integer> near = new LinkedHashMap<>();
        for (int[] begin : begins) {
            for (Counted counted : terms.startingWith(new String(begin, 0, begin.length))) {
                int distance = EditDistance.between(letters, counted.term().codePoints().toArray(), most);
                if (distance <= most) {
                    near.put(counted, distance);
                }
            }
        }
        return near;
    }
}
