package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Words that tell what an unlabelled text is about, one file a language: `cues/<language>.txt`.
///
/// A cue counts where a word begins; in scripts without spaces, anywhere. Cues of five letters and more stand for words that
/// begin with them; shorter ones, and those that end with a full stop in the file, for themselves. One pass over a text finds
/// the cues of all kinds.
final class Cues {

    /// What a cue speaks for.
    enum Kind {
        /// Something is wrong, missing, dear, slow.
        TROUBLE,
        /// It is so today, always, increasingly.
        NOW,
        /// But, however.
        CONTRAST,
        /// A company makes something public.
        ANNOUNCE,
        /// From today on.
        LAUNCH,
        /// Somebody can do something now.
        GAIN,
        /// What was made, by its kind: the tool, the service.
        PRODUCT,
        /// What the reader may do, where and from when it can be had.
        ACTION,
        /// Somebody speaks.
        SAID,
        /// A speaker who answers for the product, by office and by words.
        LEADER, LEADER_SPEECH,
        /// A speaker who uses it, by role and by words.
        CUSTOMER, CUSTOMER_SPEECH,
        /// For whom a group of questions is, by its title.
        FOR_INTERNAL, FOR_PRESS, FOR_EXTERNAL,
        /// It is about how the thing is made.
        TECHNICAL,
        /// Who would ask a question, by what it asks.
        ASKS_INTERNAL, ASKS_EXTERNAL,
        /// Tells an agent or an author what to write.
        INSTRUCT,
        /// Who speaks, and to whom.
        WE, YOU, I,
        /// Something is not.
        NO,
        /// Something replaces what was.
        INSTEAD,
        /// It was so up to now.
        USED
    }

    private static final int KINDS = Kind.values().length;
    private static final int BUCKETS = 1024;
    private static final int LONGER_BUCKETS = 8192;
    private static final int PREFIX = 5;
    private static final Map<String, Cues> LOADED = new ConcurrentHashMap<>();

    /// By their first three letters, their two letters, their only one.
    private final Cue[][] longer = new Cue[LONGER_BUCKETS][];
    private final Cue[][] pairs = new Cue[BUCKETS][];
    private final Cue[][] singles = new Cue[BUCKETS][];
    private int size;

    /// @param whole whether no letter may follow
    private record Cue(int id, Kind kind, String word, boolean wide, boolean whole) { }

    /// The cues that a text holds.
    static final class Found {
        private final int[] counts = new int[KINDS];
        private final int[] first = new int[KINDS];

        private Found() {
            Arrays.fill(first, -1);
        }

        /// How many different cues of a kind there are.
        int count(Kind kind) {
            return counts[kind.ordinal()];
        }

        /// Where the first cue of a kind begins; -1 when there is none.
        int first(Kind kind) {
            return first[kind.ordinal()];
        }

        boolean has(Kind kind) {
            return counts[kind.ordinal()] > 0;
        }

        private void add(Kind kind, int at) {
            counts[kind.ordinal()]++;
            if (first[kind.ordinal()] < 0) {
                first[kind.ordinal()] = at;
            }
        }
    }

    private Cues() { }

    /// The cues of a language; English ones for a language without a file.
    static Cues of(String language) {
        return LOADED.computeIfAbsent(Labels.LANGUAGES.contains(language) ? language : "en", Cues::load);
    }

    private static Cues load(String language) {
        Cues cues = new Cues();
        WordFiles.lines("cues/" + language + ".txt").forEach(cues::add);
        return cues;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Kind kind = Kind.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        for (String written : line.substring(colon + 1).split("\\|")) {
            String cue = written.strip().toLowerCase(Locale.ROOT);
            boolean whole = cue.endsWith(".");
            String word = whole ? cue.substring(0, cue.length() - 1) : cue;
            boolean wide = Words.isWide(word.codePointAt(0));
            Cue[][] table = word.length() > 2 ? longer : word.length() > 1 ? pairs : singles;
            int bucket = word.length() > 2 ? bucket(word.charAt(0), word.charAt(1), word.charAt(2))
                : word.length() > 1 ? bucket(word.charAt(0), word.charAt(1)) : word.charAt(0) % BUCKETS;
            List<Cue> own = new ArrayList<>(table[bucket] == null ? List.of() : List.of(table[bucket]));
            own.add(new Cue(size++, kind, word, wide, !wide && (whole || word.length() < PREFIX)));
            // Longer ones first, so that the longest is the one that counts.
            own.sort((a, b) -> b.word().length() - a.word().length());
            table[bucket] = own.toArray(Cue[]::new);
        }
    }

    private static int bucket(char first, char second) {
        return (first * 31 + second) % BUCKETS;
    }

    private static int bucket(char first, char second, char third) {
        return (first * 961 + second * 31 + third) % LONGER_BUCKETS;
    }

    /// A text as cues are looked for in it.
    static String lowered(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    /// All cues of a text.
    Found in(String text) {
        return inLowered(lowered(text));
    }

    /// All cues of a text that is [lowered][#lowered] already.
    Found inLowered(String text) {
        Found found = new Found();
        long[] seen = new long[(size + 63) / 64];
        boolean inside = false;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c > 0x7f && Character.isLetterOrDigit(c);
            boolean wide = c >= Words.FIRST_WIDE && letter && Words.isWide(c);
            if (wide || letter && !inside) {
                look(singles[c % BUCKETS], 0, text, i, found, seen);
                if (i + 1 < length) {
                    char second = text.charAt(i + 1);
                    int kinds = i + 2 < length ? look(longer[bucket(c, second, text.charAt(i + 2))], 0, text, i, found, seen) : 0;
                    look(pairs[bucket(c, second)], kinds, text, i, found, seen);
                }
            }
            inside = letter && !wide || c >= '0' && c <= '9';
        }
        return found;
    }

    /// @param kinds of which a longer cue stands there
    /// @return those and the ones found
    private static int look(Cue @Nullable [] cues, int kinds, String text, int at, Found found, long[] seen) {
        if (cues == null) {
            return kinds;
        }
        int all = kinds;
        for (Cue cue : cues) {
            if ((all & 1 << cue.kind().ordinal()) == 0 && text.startsWith(cue.word(), at) && ends(cue, text, at + cue.word().length())) {
                all |= 1 << cue.kind().ordinal();
                if ((seen[cue.id() >> 6] & 1L << cue.id()) == 0) {
                    seen[cue.id() >> 6] |= 1L << cue.id();
                    found.add(cue.kind(), at);
                }
            }
        }
        return all;
    }

    private static boolean ends(Cue cue, String text, int end) {
        return !cue.whole() || end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }
}
