package org.pressroom.rules;

import org.pressroom.config.WordChanges;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All word lists of one language as one automaton, which finds every entry in one pass over a text (Aho and Corasick,
/// *Efficient string matching*, 1975). Immutable; safe for several threads.
///
/// The automaton is complete: from every state there is a transition for every character that occurs in an entry, and
/// all other characters lead back to the root. So a text costs one step a character, whatever the number of entries.
final class Lexicon {

    private static final int ROOT = 0;

    /// Everybody knows the acronyms of English.
    private static final String INTERNATIONAL = "en";

    /// The class of each UTF-16 code unit; 0 for those that no entry holds.
    private final char[] classes = new char[Character.MAX_VALUE + 1];
    private final int classCount;
    private final int[] next;
    /// Entries that end in a state, of all lengths.
    private final Term[][] ending;
    private final Set<WordList> lists = EnumSet.noneOf(WordList.class);

    /// One state while the tree of entries grows.
    private static final class Node {
        final Map<Character, Integer> children = new HashMap<>();
        final List<Term> terms = new ArrayList<>();
        int fallback = ROOT;
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
        classCount = count;
        next = new int[nodes.size() * count];
        complete(nodes);
        ending = nodes.stream().map(node -> node.terms.toArray(Term[]::new)).toArray(Term[][]::new);
    }

    /// Breadth first, so that the state to fall back to, which is nearer to the root, is complete already.
    private void complete(List<Node> nodes) {
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(ROOT));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            Node node = nodes.get(state);
            if (state != ROOT) {
                System.arraycopy(next, node.fallback * classCount, next, state * classCount, classCount);
                node.terms.addAll(nodes.get(node.fallback).terms);
            }
            node.children.forEach((c, child) -> {
                int at = state * classCount + classes[c];
                nodes.get(child).fallback = state == ROOT ? ROOT : next[at];
                next[at] = child;
                queue.add(child);
            });
        }
    }

    /// The lists of a language with what `pressroom.yaml` changes in them.
    ///
    /// @param changes by the name of the list
    static Lexicon of(String language, Map<String, WordChanges> changes) {
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

    /// Whether some entry of a list is in a text.
    boolean holds(WordList list, String text) {
        return !scan(Prose.ofPlain(text)).getOrDefault(list, List.of()).isEmpty();
    }

    /// Everything that a text holds, by list, in order; of entries that overlap in one list the first, and the longest.
    Map<WordList, List<WordHit>> scan(Prose prose) {
        Map<WordList, List<WordHit>> found = new EnumMap<>(WordList.class);
        int state = ROOT;
        for (int i = 0; i < prose.length(); i++) {
            state = next[state * classCount + classes[prose.charAt(i)]];
            for (Term term : ending[state]) {
                int start = i + 1 - term.form().length();
                if (prose.beginsWord(start) && (term.open() || prose.endsWord(i + 1))) {
                    found.computeIfAbsent(term.list(), _ -> new ArrayList<>()).add(prose.hit(term, start, i + 1));
                }
            }
        }
        found.replaceAll((_, hits) -> withoutOverlaps(hits));
        return found;
    }

    private static List<WordHit> withoutOverlaps(List<WordHit> hits) {
        hits.sort(Comparator.comparingInt((WordHit hit) -> hit.span().start()).thenComparingInt(hit -> -hit.span().end()));
        List<WordHit> kept = new ArrayList<>(hits.size());
        int end = 0;
        for (WordHit hit : hits) {
            if (hit.span().start() >= end) {
                kept.add(hit);
                end = hit.span().end();
            }
        }
        return kept;
    }
}
