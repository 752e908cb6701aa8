package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Finds names in Markdown, HTML and plain text, however they are written: in any case and width, composed or not, with any space, line break,
/// entity or markup between the words or inside them, last name first, in an address or a file's name.
///
/// The text is folded (see [FoldedText]) in three ways, and all names are looked for at once with the automaton of Aho and Corasick (*Efficient
/// string matching*, CACM 18:6, 1975), so time is linear in the text. Thread-safe.
public final class NameScan {

    /// A state of the automaton.
    private static final class State {
        final Map<Character, State> next = new HashMap<>();
        @Nullable State fail;
        /// The next state on the way of failures at which a name ends.
        @Nullable State shorter;
        int length;
        /// Whether a full stop behind it is of the name: `Ana L.`
        boolean abbreviated;
    }

    private final State root = new State();

    /// @param names as they are known
    public NameScan(Collection<String> names) {
        names.forEach(name -> forms(FoldedText.of(name, FoldedText.View.LITERAL).text())
            .forEach(form -> add(form, name.strip().endsWith("."))));
        Deque<State> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            State state = left.remove();
            state.next.forEach((c, next) -> {
                next.fail = state == root ? root : step(Objects.requireNonNull(state.fail), c);
                next.shorter = next.fail.length > 0 ? next.fail : next.fail.shorter;
                left.add(next);
            });
        }
    }

    /// Ways to write a name that don't fold to the same.
    private static Set<String> forms(String name) {
        Set<String> forms = new LinkedHashSet<>();
        String plain = name.strip();
        if (plain.isEmpty()) {
            return forms;
        }
        forms.add(plain);
        if (plain.indexOf('\'') > 0) {
            forms.add(plain.replace("'", ""));
            forms.add(plain.replace("'", " "));
        }
        String[] words = plain.split(" ");
        for (int i = 1; i < words.length; i++) {
            forms.add(String.join(" ", List.of(words).subList(i, words.length)) + "," + String.join(" ", List.of(words).subList(0, i)));
        }
        if (plain.codePoints().allMatch(c -> c == ' ' || isWithoutSpaces(c))) {
            int[] signs = plain.codePoints().filter(c -> c != ' ').toArray();
            forms.add(new String(signs, 0, signs.length));
            StringBuilder apart = new StringBuilder();
            for (int i = 0; i < signs.length; i++) {
                if (i > 0) {
                    forms.add(new String(signs, 0, i) + " " + new String(signs, i, signs.length - i));
                    apart.append(' ');
                }
                apart.appendCodePoint(signs[i]);
            }
            forms.add(apart.toString());
        }
        return forms;
    }

    private void add(String form, boolean abbreviated) {
        State state = root;
        for (int i = 0; i < form.length(); i++) {
            state = state.next.computeIfAbsent(form.charAt(i), _ -> new State());
        }
        state.length = form.length();
        state.abbreviated |= abbreviated;
    }

    private State step(State from, char c) {
        State state = from;
        State next = state.next.get(c);
        while (next == null && state != root) {
            state = Objects.requireNonNull(state.fail);
            next = state.next.get(c);
        }
        return next == null ? root : next;
    }

    /// Whether one of the names is in a text.
    public boolean finds(String text) {
        return !replace(text, "").equals(text);
    }

    /// The text with `instead` for each of the names. Line breaks and markup inside a name stay.
    public String replace(String text, String instead) {
        BitSet begins = new BitSet();
        BitSet dropped = new BitSet();
        for (FoldedText.View view : FoldedText.View.values()) {
            FoldedText folded = FoldedText.of(text, view);
            State state = root;
            String stream = folded.text();
            for (int i = 0; i < stream.length(); i++) {
                state = step(state, stream.charAt(i));
                for (State end = state.length > 0 ? state : state.shorter; end != null; end = end.shorter) {
                    int from = i + 1 - end.length;
                    if (isBoundary(stream, from) && isBoundary(stream, i + 1)) {
                        folded.drop(from, i + 1, end.abbreviated, begins, dropped);
                        break;
                    }
                }
            }
        }
        if (begins.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            // A name inside another is no name of its own.
            if (begins.get(i) && (i == 0 || !dropped.get(i - 1))) {
                clean.append(instead);
            }
            if (!dropped.get(i)) {
                clean.append(text.charAt(i));
            }
        }
        return clean.toString();
    }

    /// Where one of two neighbours is not of a word, or is of a script that has no spaces.
    private static boolean isBoundary(String stream, int at) {
        return at == 0 || at == stream.length() || !isOfWord(stream.codePointBefore(at)) || !isOfWord(stream.codePointAt(at))
            || isWithoutSpaces(stream.codePointBefore(at)) || isWithoutSpaces(stream.codePointAt(at));
    }

    private static boolean isOfWord(int c) {
        return c != ' ' && c != ',' && c != '\'' && c != FoldedText.STOP;
    }

    private static boolean isWithoutSpaces(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return Character.isIdeographic(c) || script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA
            || script == Character.UnicodeScript.THAI;
    }
}
