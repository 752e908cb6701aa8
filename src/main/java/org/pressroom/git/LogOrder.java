package org.pressroom.git;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Puts commits into one order whatever the order in which they came: children before parents, of those that could come
/// next the latest first.
final class LogOrder {

    private static final Comparator<RawCommit> LATEST_FIRST =
        Comparator.comparing(RawCommit::committed).thenComparing(RawCommit::id).reversed();

    private LogOrder() { }

    /// A commit that waits for its children.
    private static final class Node {
        final RawCommit commit;
        int children;

        Node(RawCommit commit) {
            this.commit = commit;
        }
    }

    static List<RawCommit> of(Collection<RawCommit> commits) {
        Map<String, Node> nodes = HashMap.newHashMap(commits.size());
        commits.forEach(commit -> nodes.put(commit.id(), new Node(commit)));
        for (Node node : nodes.values()) {
            for (String parent : parents(node.commit)) {
                Node of = nodes.get(parent);
                if (of != null) {
                    of.children++;
                }
            }
        }
        PriorityQueue<RawCommit> next = new PriorityQueue<>(LATEST_FIRST);
        nodes.values().stream().filter(node -> node.children == 0).forEach(node -> next.add(node.commit));
        List<RawCommit> ordered = new ArrayList<>(nodes.size());
        for (RawCommit commit = next.poll(); commit != null; commit = next.poll()) {
            ordered.add(commit);
            for (String id : parents(commit)) {
                @Nullable Node parent = nodes.get(id);
                if (parent != null && --parent.children == 0) {
                    next.add(parent.commit);
                }
            }
        }
        return ordered;
    }

    private static Collection<String> parents(RawCommit commit) {
        return commit.parents().size() < 2 ? commit.parents() : commit.parents().stream().distinct().toList();
    }

    /// The commits that lead to one.
    ///
    /// @param commits by id
    /// @return empty when a parent of any of them is missing
    static Optional<List<RawCommit>> from(String head, Map<String, RawCommit> commits) {
        Map<String, RawCommit> reached = HashMap.newHashMap(commits.size());
        Deque<String> left = new ArrayDeque<>(List.of(head));
        for (String id = left.poll(); id != null; id = left.poll()) {
            if (!reached.containsKey(id)) {
                RawCommit commit = commits.get(id);
                if (commit == null) {
                    return Optional.empty();
                }
                reached.put(id, commit);
                commit.parents().forEach(left::push);
            }
        }
        return Optional.of(of(reached.values()));
    }
}
