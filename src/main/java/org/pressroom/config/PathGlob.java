package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Position;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/// A pattern of paths below the content folder, as in a shell: `archive/**`, `*.draft.md`.
///
/// `*` stands for any characters but `/`, `**` for any, `?` for one, `[a-c]` and `[!a-c]` for one of a class, `{a,b}` for one of
/// some patterns, and a backslash takes the next character as it is: the glob of Java's file systems, case counted everywhere,
/// but that folders of any number may be none: `**/private/**` is `private/` at the root, too.
///
/// The places of the pattern that the path may have reached are followed together, so matching takes at most as many steps as
/// the lengths of pattern and path multiplied.
public final class PathGlob {

    /// What stands at one place of the pattern.
    private sealed interface Step { }

    private record Letter(int c) implements Step { }

    /// One character of a name.
    private record One() implements Step { }

    /// Any number of characters.
    ///
    /// @param slashes whether `/` is among them
    private record Any(boolean slashes) implements Step { }

    /// @param ranges pairs of first and last
    private record OneOf(boolean not, List<Integer> ranges) implements Step { }

    /// The way on, from the opening brace to each alternative and from the end of each behind the closing one.
    private record Go(List<Integer> to) implements Step { }

    private static final int LONGEST = 4096;

    private final String text;
    private final List<Step> steps;
    private final @Nullable Position place;

    /// @throws PatternSyntaxException when it is no pattern
    public PathGlob(String text) {
        this(text, null);
    }

    /// @param place where it is written; null when that isn't known
    /// @throws PatternSyntaxException when it is no pattern
    PathGlob(String text, @Nullable Position place) {
        if (text.length() > LONGEST) {
            throw new PatternSyntaxException("it is longer than " + LONGEST + " characters", text, -1);
        }
        this.text = text;
        this.steps = new Reader(text).read();
        this.place = place;
    }

    /// Where it is written; null when that isn't known.
    public @Nullable Position place() {
        return place;
    }

    /// Reads a pattern into steps.
    private static final class Reader {
        private final int[] pattern;
        private final String text;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Reader(String text) {
            this.text = text;
            this.pattern = text.codePoints().toArray();
        }

        List<Step> read() {
            List<Integer> beginnings = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            int open = -1;
            while (at < pattern.length) {
                int c = pattern[at++];
                if (c == '{') {
                    if (open >= 0) {
                        throw problem("there are braces inside braces");
                    }
                    open = steps.size();
                    steps.add(new Go(List.of()));
                    beginnings.add(steps.size());
                } else if (open >= 0 && (c == ',' || c == '}')) {
                    ends.add(steps.size());
                    steps.add(new Go(List.of()));
                    if (c == ',') {
                        beginnings.add(steps.size());
                        continue;
                    }
                    steps.set(open, new Go(List.copyOf(beginnings)));
                    ends.forEach(end -> steps.set(end, new Go(List.of(steps.size()))));
                    beginnings.clear();
                    ends.clear();
                    open = -1;
                } else {
                    steps.add(step(c));
                }
            }
            if (open >= 0) {
                throw problem("a brace is not closed");
            }
            return List.copyOf(steps);
        }

        private Step step(int c) {
            return switch (c) {
                case '*' -> {
                    boolean twice = at < pattern.length && pattern[at] == '*';
                    boolean folders = twice && (at == 1 || pattern[at - 2] == '/') && at + 1 < pattern.length && pattern[at + 1] == '/';
                    at += twice ? 1 : 0;
                    if (folders) {
                        // No folder at all, too: past the stars and the slash behind them.
                        steps.add(new Go(List.of(steps.size() + 1, steps.size() + 3)));
                    }
                    yield new Any(twice);
                }
                case '?' -> new One();
                case '[' -> bracket();
                case '\\' -> {
                    if (at == pattern.length) {
                        throw problem("nothing follows the last backslash");
                    }
                    yield new Letter(pattern[at++]);
                }
                case ']', '}' -> throw problem("a bracket or brace is closed that was not opened");
                default -> new Letter(c);
            };
        }

        private Step bracket() {
            boolean not = at < pattern.length && pattern[at] == '!';
            at += not ? 1 : 0;
            List<Integer> ranges = new ArrayList<>();
            while (at < pattern.length && pattern[at] != ']') {
                int first = pattern[at++];
                int last = first;
                if (at + 1 < pattern.length && pattern[at] == '-' && pattern[at + 1] != ']') {
                    last = pattern[at + 1];
                    at += 2;
                }
                if (first == '/' || last == '/' || first == '[' || last == '[') {
                    throw problem("there is a slash or a bracket inside brackets");
                }
                if (last < first) {
                    throw problem("a range in brackets ends before it begins");
                }
                ranges.add(first);
                ranges.add(last);
            }
            if (at == pattern.length || ranges.isEmpty()) {
                throw problem(ranges.isEmpty() ? "brackets are empty" : "a bracket is not closed");
            }
            at++;
            return new OneOf(not, List.copyOf(ranges));
        }

        private PatternSyntaxException problem(String what) {
            return new PatternSyntaxException(what, text, -1);
        }
    }

    /// The places that are reached, each once. The last is the end of the pattern.
    private final class Places {
        private final int[] reached = new int[steps.size() + 1];
        private final boolean[] known = new boolean[steps.size() + 1];
        private int count;

        /// Adds a place, and those that are reached from it without a character.
        void add(int place) {
            if (known[place]) {
                return;
            }
            known[place] = true;
            reached[count++] = place;
            switch (place == steps.size() ? null : steps.get(place)) {
                case Any _ -> add(place + 1);
                case Go(List<Integer> to) -> to.forEach(this::add);
                case null, default -> { }
            }
        }

        void clear() {
            Arrays.fill(known, false);
            count = 0;
        }
    }

    /// @param path below the content folder, with `/` between names
    public boolean matches(CharSequence path) {
        Places now = new Places();
        Places next = new Places();
        now.add(0);
        for (int i = 0; i < path.length() && now.count > 0; ) {
            int c = Character.codePointAt(path, i);
            i += Character.charCount(c);
            next.clear();
            for (int n = 0; n < now.count; n++) {
                int place = now.reached[n];
                if (place < steps.size() && takes(steps.get(place), c)) {
                    next.add(steps.get(place) instanceof Any ? place : place + 1);
                }
            }
            Places before = now;
            now = next;
            next = before;
        }
        return now.known[steps.size()];
    }

    private static boolean takes(Step step, int c) {
        return switch (step) {
            case Letter(int wanted) -> c == wanted;
            case One _ -> c != '/';
            case Any(boolean slashes) -> slashes || c != '/';
            case OneOf(boolean not, List<Integer> ranges) -> c != '/' && holds(ranges, c) != not;
            case Go _ -> false;
        };
    }

    private static boolean holds(List<Integer> ranges, int c) {
        for (int i = 0; i < ranges.size(); i += 2) {
            if (ranges.get(i) <= c && c <= ranges.get(i + 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathGlob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
