package org.pressroom.rules;

import org.pressroom.config.WordChanges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// All word lists of one language as one trie, which finds every entry in one pass over a text. Immutable; safe for several
/// threads.
///
/// An entry begins where a word does, so the trie is entered there only and mostly left after a few letters. What a text
/// costs depends on its length and on the longest entry, whatever the number of entries. The trie is a double array (Aoe,
/// *An efficient digital search algorithm by using a double-array structure*, 1989): state `s` goes on with a character of
/// class `c` to the target of cell `base(s) + c`, provided that the cell's owner is `s`. A cell holds all that the next step
/// needs, so a step costs one access to memory.
final class Lexicon {

    /// Those of languages in which nothing is changed, made when first asked for.
    private static final Map<String, Lexicon> UNCHANGED = new ConcurrentHashMap<>();

    private static final int ROOT = 0;
    /// Numbers of a cell.
    private static final int CELL = 4;

    /// Everybody knows the acronyms of English.
    private static final String INTERNATIONAL = "en";

    /// The class of each UTF-16 code unit; 0 for those that no entry holds.
    private final char[] classes = new char[Character.MAX_VALUE + 1];
    /// Cells of four numbers each: the state that owns it, or -1; the state to which it leads; that state's base; 1 when entries
    /// end there.
    private final int[] cells;
    private final int rootBase;
    /// Entries that end in a state.
    private final Term[][] ending;
    private final Set<WordList> lists = EnumSet.noneOf(WordList.class);

    /// One state while the tree of entries grows.
    private static final class Node {
        final SortedMap<Character, Integer> children = new TreeMap<>();
        final List<Term> terms = new ArrayList<>();
    }

    private Lexicon(List<Term> terms) {
        List<Node> nodes = new ArrayList<>(List.of(new Node()));
        int count = 1;
        for (Term term : terms) {
            lists.add(term.list());
            int state = ROOT;
            for (char c : term.form().toCharArray()) {
                if (classes[c] == 0) {
                    classes[c] = (char) count++;
                }
                Integer child = nodes.get(state).children.get(c);
                if (child == null) {
                    child = nodes.size();
                    nodes.get(state).children.put(c, child);
                    nodes.add(new Node());
                }
                state = child;
            }
            nodes.get(state).terms.add(term);
        }
        ending = nodes.stream().map(node -> node.terms.toArray(Term[]::new)).toArray(Term[][]::new);
        Layout layout = new Layout(nodes, count);
        rootBase = layout.base[ROOT];
        cells = new int[layout.owner.length * CELL];
        for (int place = 0; place < layout.owner.length; place++) {
            int target = layout.target[place];
            cells[place * CELL] = layout.owner[place];
            cells[place * CELL + 1] = target;
            cells[place * CELL + 2] = layout.base[target];
            cells[place * CELL + 3] = ending[target].length > 0 ? 1 : 0;
        }
    }

    /// Finds each state's base.
    private final class Layout {
        final int[] base;
        int[] owner = new int[0];
        int[] target = new int[0];

        /// Gives each state the first base at which all its children find a free place. Places below `full` are all taken.
        Layout(List<Node> nodes, int count) {
            base = new int[nodes.size()];
            int full = 0;
            for (int state = 0; state < nodes.size(); state++) {
                SortedMap<Character, Integer> children = nodes.get(state).children;
                if (children.isEmpty()) {
                    continue;
                }
                char[] characters = new char[children.size()];
                int filled = 0;
                int least = count;
                for (char c : children.keySet()) {
                    characters[filled++] = c;
                    least = Math.min(least, classes[c]);
                }
                int place = Math.max(0, full - least);
                while (!fits(characters, place, count)) {
                    place++;
                }
                base[state] = place;
                for (Map.Entry<Character, Integer> child : children.entrySet()) {
                    owner[place + classes[child.getKey()]] = state;
                    target[place + classes[child.getKey()]] = child.getValue();
                }
                while (full < owner.length && owner[full] >= 0) {
                    full++;
                }
            }
            fits(new char[0], Arrays.stream(base).max().orElse(0), count);
        }

        /// Whether places are free; there are enough of them afterwards.
        private boolean fits(char[] characters, int place, int count) {
            int length = owner.length;
            if (place + count > length) {
                owner = Arrays.copyOf(owner, Math.max(place + count, length * 2));
                target = Arrays.copyOf(target, owner.length);
                Arrays.fill(owner, length, owner.length, -1);
            }
            for (char c : characters) {
                if (owner[place + classes[c]] >= 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /// The lists of a language with what `pressroom.yaml` changes in them.
    ///
    /// @param changes by the name of the list
    static Lexicon of(String language, Map<String, WordChanges> changes) {
        return changes.isEmpty() ? UNCHANGED.computeIfAbsent(language, each -> make(each, changes)) : make(language, changes);
    }

    private static Lexicon make(String language, Map<String, WordChanges> changes) {
        List<Term> terms = new ArrayList<>();
        for (WordList list : WordList.values()) {
            WordChanges change = changes.getOrDefault(list.label(), WordChanges.NONE);
            Set<String> removed = new HashSet<>();
            change.remove().forEach(word -> removed.add(WordChanges.normal(word)));
            List<String> words = new ArrayList<>(WordPack.of(language).lists().getOrDefault(list, List.of()));
            if (list == WordList.ACRONYMS) {
                words.addAll(WordPack.of(INTERNATIONAL).lists().getOrDefault(list, List.of()));
            }
            words.removeIf(word -> removed.contains(WordChanges.normal(word)));
            words.addAll(change.add());
            words.forEach(word -> Term.parse(list, word).ifPresent(terms::add));
        }
        return new Lexicon(terms.stream().distinct().toList());
    }

    /// Whether a list has any word at all in this language.
    boolean has(WordList list) {
        return lists.contains(list);
    }

    /// Whether some entry of a list is in a text without markup.
    boolean holds(WordList list, String text) {
        return holds(EnumSet.of(list), text);
    }

    /// Whether some entry of some of these lists is in a text without markup.
    boolean holds(Set<WordList> any, String text) {
        return !scan(Prose.ofPlain(text), any).isEmpty();
    }

    /// What a text holds of some lists, in order; of entries of one list that overlap the first, and the longest.
    Map<WordList, List<WordHit>> scan(Prose prose, Set<WordList> wanted) {
        Map<WordList, List<WordHit>> found = new EnumMap<>(WordList.class);
        boolean inWord = false;
        for (int start = 0; start < prose.length(); start++) {
            char c = prose.charAt(start);
            if ((!inWord || Prose.isWide(c)) && goesOnFromRoot(c)) {
                scan(prose, start, wanted, found);
            }
            inWord = c >= 'a' && c <= 'z' || Character.isLetterOrDigit(c);
        }
        return found;
    }

    private boolean goesOnFromRoot(char c) {
        int known = classes[c];
        return known != 0 && cells[(rootBase + known) * CELL] == ROOT;
    }

    private void scan(Prose prose, int start, Set<WordList> wanted, Map<WordList, List<WordHit>> found) {
        int state = ROOT;
        int base = rootBase;
        for (int i = start; i < prose.length(); i++) {
            int c = classes[prose.charAt(i)];
            int cell = (base + c) * CELL;
            if (c == 0 || cells[cell] != state) {
                return;
            }
            state = cells[cell + 1];
            base = cells[cell + 2];
            if (cells[cell + 3] != 0) {
                for (Term term : ending[state]) {
                    if ((term.open() || prose.endsWord(i + 1)) && wanted.contains(term.list())) {
                        add(prose.hit(term, start, i + 1), found.computeIfAbsent(term.list(), _ -> new ArrayList<>()));
                    }
                }
            }
        }
    }

    /// Hits come by their beginnings, and those of one beginning by their length.
    private static void add(WordHit hit, List<WordHit> hits) {
        WordHit last = hits.isEmpty() ? null : hits.getLast();
        if (last == null || hit.span().start() >= last.span().end()) {
            hits.add(hit);
        } else if (hit.span().start() == last.span().start()) {
            hits.set(hits.size() - 1, hit);
        }
    }
}
