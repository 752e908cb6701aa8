package org.pressroom.history;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.RawCommit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which commits lead to which.
final class Ancestry {

    private final Map<String, Integer> numbers;
    private final List<RawCommit> commits;
    private final Map<String, BitSet> ancestors = new HashMap<>();

    Ancestry(List<RawCommit> commits) {
        this.commits = commits;
        this.numbers = HashMap.newHashMap(commits.size());
        for (int i = 0; i < commits.size(); i++) {
            numbers.put(commits.get(i).id(), i);
        }
    }

    /// Whether a commit is an ancestor of another. What leads to the other is found once and kept.
    boolean leadsTo(String earlier, String later) {
        Integer number = numbers.get(earlier);
        return number != null && ancestors.computeIfAbsent(later, this::ancestorsOf).get(number);
    }

    private BitSet ancestorsOf(String commit) {
        BitSet found = new BitSet(commits.size());
        Deque<Integer> left = new ArrayDeque<>();
        add(parents(numbers.get(commit)), found, left);
        while (!left.isEmpty()) {
            add(parents(left.pop()), found, left);
        }
        return found;
    }

    private Collection<String> parents(@Nullable Integer number) {
        return number == null ? List.of() : commits.get(number).parents();
    }

    private void add(Collection<String> parents, BitSet found, Deque<Integer> left) {
        for (String parent : parents) {
            Integer number = numbers.get(parent);
            if (number != null && !found.get(number)) {
                found.set(number);
                left.push(number);
            }
        }
    }

    /// A commit and its first parents, newest first; empty when there are no commits.
    List<RawCommit> mainLine() {
        Collection<RawCommit> line = new ArrayList<>();
        for (Integer number = commits.isEmpty() ? null : 0; number != null; ) {
            RawCommit commit = commits.get(number);
            line.add(commit);
            number = commit.parents().isEmpty() ? null : numbers.get(commit.parents().getFirst());
        }
        return List.copyOf(line);
    }
}
