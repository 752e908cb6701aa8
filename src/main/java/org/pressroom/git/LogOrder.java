package org.pressroom.git;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Puts commits into one order whatever the order in which they came: children before parents, of those that could come
/// next the latest first.
final class LogOrder {

    private static final Comparator<RawCommit> LATEST_FIRST =
        Comparator.comparing(RawCommit::committed).thenComparing(RawCommit::id).reversed();

    private LogOrder() { }

    static List<RawCommit> of(Collection<RawCommit> commits) {
        Map<String, RawCommit> byId = HashMap.newHashMap(commits.size());
        Map<String, Integer> children = HashMap.newHashMap(commits.size());
        for (RawCommit commit : commits) {
            byId.put(commit.id(), commit);
            commit.parents().stream().distinct().forEach(parent -> children.merge(parent, 1, Integer::sum));
        }
        PriorityQueue<RawCommit> next = new PriorityQueue<>(LATEST_FIRST);
        byId.values().stream().filter(commit -> !children.containsKey(commit.id())).forEach(next::add);
        List<RawCommit> ordered = new ArrayList<>(byId.size());
        for (RawCommit commit = next.poll(); commit != null; commit = next.poll()) {
            ordered.add(commit);
            for (String id : commit.parents().stream().distinct().toList()) {
                RawCommit parent = byId.get(id);
                if (children.merge(id, -1, Integer::sum) == 0 && parent != null) {
                    next.add(parent);
                }
            }
        }
        return ordered;
    }
}
