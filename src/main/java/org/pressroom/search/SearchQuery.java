package org.pressroom.search;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.FacetKind;
import org.pressroom.search.shard.ExpandedQuery;
import org.pressroom.search.shard.ExpandedQuery.Word;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a query says, as `assets/search-engine/query.js` reads it too.
///
/// Parts of a query are parted by spaces:
///
/// - `word`: the document has it. Of a word with two forms (`c` and `c++`) the exact one is looked for.
/// - `check in`, `check-in`: words side by side stand for what they make when they are joined, too, unless the first is a stop word
///   and only a space follows. `#335` stands for the id `335` as well.
/// - stop words alone: it has them in its title. Beside other words they don't count.
/// - `"some words"`: it has them side by side. A single word in quotation marks is taken for no other one.
/// - `begin*`: it has a word that begins so, with at least two letters a–z or one other letter
/// - `title:`, `problem:`, `solution:`, `quote:`, `faq:`, `customer:`, `author:`, `id:` before any of these: there
/// - `status:`, `outcome:`, `result:`, `year:`, `team:`, `owner:`, `tag:` and a value: it has this value, or another one asked
///   for of the same kind
/// - `since:2024`, `until:2025-06`, `since:2024-03-01`: it was created then, the day, month or year itself included
/// - `-` before any of them but dates: not
///
/// All else is words, whatever signs it has. Of a longer query the first [#LONGEST] characters and [#MOST_CLAUSES] different
/// clauses count.
///
/// @param clauses  in order, each with how often it was written
/// @param joined   for the clauses that stand for words joined too: the terms that these make
/// @param filters  for each kind the keys of the values, one of which an idea must have (see [Analysis#key])
/// @param without  for each kind the keys of the values that an idea must not have
/// @param since    the first day of creation, counted from 1970; [#NO_DAY] for any
/// @param until    the last one; [#NO_DAY] for any
/// @param id       a query that may be nothing but an id: its terms, which hold a digit; null for others
record SearchQuery(
        Map<Clause, Integer> clauses, Map<Clause, Set<String>> joined, Map<FacetKind, Set<String>> filters, Map<FacetKind, Set<String>> without,
        int since, int until, @Nullable Clause id) {

    static final int LONGEST = 2000;
    static final int MOST_CLAUSES = 32;
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final int MOST_WORDS = 32;

    private static final Pattern CHUNK = Pattern.compile(
        "(-?)(?:(status|outcome|result|year|team|owner|tag|since|until|title|problem|solution|quote|faq|customer|author|id):)?"
            + "(?:\"([^\"]*)\"|([^ ]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?");

    /// How the words of a clause are meant.
    enum Form {
        /// All of them; where they are required there is only one.
        WORDS,
        /// Side by side, and just these.
        PHRASE,
        /// One word that begins so.
        PREFIX
    }

    /// One thing that is asked for.
    ///
    /// @param region  where, or [ExpandedQuery#ANYWHERE]
    /// @param written as it stands in the query; not compared
    record Clause(Form form, boolean excluded, int region, List<Word> words, String written) {

        Clause {
            words = List.copyOf(words);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Clause(Form f, boolean e, int r, List<Word> w, String _) && f == form && e == excluded && r == region
                && w.equals(words);
        }

        @Override
        public int hashCode() {
            return words.hashCode() * 31 + form.ordinal();
        }
    }

    static SearchQuery parse(String query) {
        String head = Analysis.normal(query.length() > LONGEST ? query.substring(0, LONGEST) : query);
        Reading reading = new Reading();
        Matcher chunk = CHUNK.matcher(head);
        int chunks = 0;
        boolean bare = false;
        while (chunk.find()) {
            chunks++;
            bare = chunk.group(1).isEmpty() && chunk.group(2) == null && chunk.group(3) == null;
            reading.take(!chunk.group(1).isEmpty(), chunk.group(2), chunk.group(3), chunk.group(4), chunk.group());
        }
        return reading.query(chunks == 1 && bare ? head : null);
    }

    /// A query while it is read.
    private static final class Reading {

        private final Map<Clause, Integer> clauses = new LinkedHashMap<>();
        private final Map<Clause, Set<String>> joined = new LinkedHashMap<>();
        /// What is asked for when there are no other words.
        private final Map<Clause, Integer> common = new LinkedHashMap<>();
        /// The words before, as long as nothing but words came, and all for the same region.
        private final List<Spoken> spoken = new ArrayList<>();
        private final Map<FacetKind, Set<String>> filters = new EnumMap<>(FacetKind.class);
        private final Map<FacetKind, Set<String>> without = new EnumMap<>(FacetKind.class);
        private int since = NO_DAY;
        private int until = NO_DAY;

        /// @param clause null for a stop word
        private record Spoken(Analysis.Written written, @Nullable Clause clause, int region) { }

        void take(boolean minus, @Nullable String field, @Nullable String quoted, @Nullable String plain, String whole) {
            String value = quoted != null ? quoted : String.valueOf(plain);
            String name = field == null ? "" : field.toLowerCase(Locale.ROOT);
            int region = Region.named(name).map(Enum::ordinal).orElse(ExpandedQuery.ANYWHERE);
            if (name.isEmpty() || region != ExpandedQuery.ANYWHERE) {
                words(minus, region, value, quoted != null);
            } else if (name.equals("since") || name.equals("until")) {
                int day = minus ? NO_DAY : day(value, name.equals("until"));
                if (day == NO_DAY) {
                    words(minus, ExpandedQuery.ANYWHERE, minus ? whole.substring(1) : whole, false);
                } else if (name.equals("since")) {
                    since = Math.max(since, day);
                } else {
                    until = until == NO_DAY ? day : Math.min(until, day);
                }
            } else {
                spoken.clear();
                FacetKind kind = FacetKind.valueOf(name.toUpperCase(Locale.ROOT));
                (minus ? without : filters).computeIfAbsent(kind, _ -> new TreeSet<>()).add(Analysis.key(value));
            }
        }

        private void words(boolean minus, int region, String value, boolean quoted) {
            String text = value;
            while (!quoted && text.endsWith("*")) {
                text = text.substring(0, text.length() - 1);
            }
            String prefix = text.length() < value.length() ? lastWord(text) : "";
            List<Analysis.Token> tokens = Analysis.exact(text);
            if (!prefix.isEmpty()) {
                if (!minus) {
                    int end = text.length();
                    tokens.stream().filter(token -> token.end() < end)
                        .forEach(token -> add(single(region, token, value.substring(token.start(), token.end()))));
                }
                add(new Clause(Form.PREFIX, minus, region, List.of(new Word(prefix, 0)), value));
            } else if (quoted || minus) {
                if (!tokens.isEmpty()) {
                    Clause clause = new Clause(quoted ? Form.PHRASE : Form.WORDS, minus, region, places(tokens), value);
                    add(clause);
                    if (!quoted && Analysis.written(text).size() == 2) {
                        join(List.of(clause), Analysis.written(text));
                    }
                } else if (!minus) {
                    addCommon(region, Analysis.written(text), value);
                }
            } else {
                speak(region, value, tokens);
                return;
            }
            spoken.clear();
        }

        /// Words that may be joined to those before.
        private void speak(int region, String value, List<Analysis.Token> tokens) {
            Iterator<Analysis.Token> rest = tokens.iterator();
            Analysis.@Nullable Token token = rest.hasNext() ? rest.next() : null;
            int glued = 0;
            List<Analysis.Written> words = Analysis.written(value);
            for (int i = 0; i < words.size(); i++) {
                Analysis.Written word = words.get(i);
                glued = i > 0 && word.start() == words.get(i - 1).end() + 1 ? glued + 1 : 0;
                Clause clause = null;
                if (token != null && token.start() < word.end()) {
                    clause = single(region, token, value.substring(token.start(), token.end()));
                    add(clause);
                    token = rest.hasNext() ? rest.next() : null;
                } else if (word.common()) {
                    addCommon(region, List.of(word), word.word());
                }
                if (!spoken.isEmpty() && spoken.getLast().region != region) {
                    spoken.clear();
                }
                spoken.add(new Spoken(word, clause, region));
                joinLast(2, glued > 0);
                if (glued == 2) {
                    joinLast(3, true);
                }
            }
        }
        /// Lets the last words stand for what they make together as well.
        private void joinLast(int count, boolean glued) {
            if (spoken.size() < count) {
                return;
            }
            List<Spoken> last = spoken.subList(spoken.size() - count, spoken.size());
            if (glued || !last.getFirst().written.common()) {
                List<Clause> clauses = new ArrayList<>();
                for (Spoken one : last) {
                    if (one.clause != null) {
                        clauses.add(one.clause);
                    }
                }
                join(clauses, last.stream().map(Spoken::written).toList());
            }
        }

        private void join(List<Clause> clauses, List<Analysis.Written> words) {
            List<Analysis.Token> made = clauses.isEmpty() ? List.of()
                : Analysis.exact(words.stream().map(Analysis.Written::word).collect(Collectors.joining()));
            if (made.size() == 1) {
                clauses.forEach(clause -> joined.computeIfAbsent(clause, _ -> new LinkedHashSet<>()).add(made.getFirst().term()));
            }
        }

        /// @param words stop words, side by side if there are several
        private void addCommon(int region, List<Analysis.Written> words, String written) {
            if (!words.isEmpty()) {
                List<Word> places = IntStream.range(0, Math.min(words.size(), MOST_WORDS))
                    .mapToObj(i -> new Word(Analysis.COMMON + words.get(i).word(), i)).toList();
                add(common, new Clause(places.size() > 1 ? Form.PHRASE : Form.WORDS, false, region, places, written));
            }
        }

        private static Clause single(int region, Analysis.Token token, String written) {
            return new Clause(Form.WORDS, false, region, List.of(new Word(token.term(), 0)), written);
        }

        private void add(Clause clause) {
            add(clauses, clause);
        }

        private static void add(Map<Clause, Integer> to, Clause clause) {
            if (to.size() < MOST_CLAUSES || to.containsKey(clause)) {
                to.merge(clause, 1, Integer::sum);
            }
        }

        SearchQuery query(@Nullable String alone) {
            Clause id = null;
            if (alone != null && alone.chars().anyMatch(c -> c >= '0' && c <= '9')) {
                List<Analysis.Token> tokens = Analysis.plain(alone);
                id = tokens.isEmpty() ? null
                    : new Clause(Form.PHRASE, false, Region.ID.ordinal(), places(tokens), alone);
            }
            return new SearchQuery(clauses.isEmpty() ? common : clauses, joined, filters, without, since, until, id);
        }
    }

    /// Tokens with their distances from the first one.
    static List<Word> places(List<Analysis.Token> tokens) {
        int first = tokens.isEmpty() ? 0 : tokens.getFirst().position();
        return tokens.stream().limit(MOST_WORDS).map(token -> new Word(token.term(), token.position() - first)).toList();
    }

    /// The word with which a text ends, neither stemmed nor taken for a stop word; empty when it ends otherwise or the word is
    /// too short to begin others.
    private static String lastWord(String text) {
        WordScanner scanner = new WordScanner();
        scanner.reset(text);
        String last = "";
        while (scanner.next()) {
            if (scanner.kind() != WordScanner.Kind.JOINED) {
                last = scanner.end() == text.length() ? scanner.term().toString() : "";
            }
        }
        return last.length() > 1 || !last.isEmpty() && last.charAt(0) > 0x7f ? last : "";
    }

    /// The first or last day of a year, month or day; [#NO_DAY] when it is none.
    private static int day(String text, boolean last) {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches()) {
            return NO_DAY;
        }
        try {
            YearMonth month = YearMonth.of(Integer.parseInt(parts.group(1)),
                parts.group(2) != null ? Integer.parseInt(parts.group(2)) : last ? 12 : 1);
            LocalDate day = parts.group(3) != null ? month.atDay(Integer.parseInt(parts.group(3)))
                : last ? month.atEndOfMonth() : month.atDay(1);
            return (int) day.toEpochDay();
        } catch (DateTimeException e) {
            // 2024-13 and 2024-02-30 are words.
            return NO_DAY;
        }
    }

    /// The same query, narrowed further.
    ///
    /// @param values for each kind, values as shown
    SearchQuery narrowedTo(Map<FacetKind, Set<String>> values) {
        Map<FacetKind, Set<String>> narrowed = new EnumMap<>(FacetKind.class);
        filters.forEach((kind, keys) -> narrowed.put(kind, new TreeSet<>(keys)));
        values.forEach((kind, wanted) -> wanted.forEach(
            value -> narrowed.computeIfAbsent(kind, _ -> new TreeSet<>()).add(Analysis.key(value))));
        return new SearchQuery(clauses, joined, narrowed, without, since, until, id);
    }

    /// Whether it narrows by dates.
    boolean dated() {
        return since != NO_DAY || until != NO_DAY;
    }

    /// Whether it asks for nothing at all.
    boolean isEmpty() {
        return clauses.isEmpty() && filters.isEmpty() && without.isEmpty() && !dated();
    }
}
