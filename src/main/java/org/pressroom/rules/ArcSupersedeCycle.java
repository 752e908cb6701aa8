package org.pressroom.rules;

import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;
import org.pressroom.source.SourcePath;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Documents that replace each other in a circle, so that none of them is the one that holds; or one that replaces
/// itself.
///
/// The circles are the strongly connected components of "supersedes" (Tarjan, *Depth-first search and linear graph
/// algorithms*, 1972), found without recursion, since a chain may be as long as the archive.
final class ArcSupersedeCycle implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.error("arc-supersede-cycle", Category.ARCHIVE);

    /// Ids of a circle that are named.
    private static final int NAMED = 5;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        for (ArchiveEvidence document : archive.evidence()) {
            Entry entry = archive.catalog().at(document.path()).orElse(null);
            if (entry != null && supersedesItself(archive.catalog(), entry)) {
                reporter.report(document.path(), archive.supersedesOf(document.path()),
                    "`" + entry.id() + "` supersedes itself", "name the document that it replaces, or remove the key");
            }
        }
        for (List<Entry> circle : new Circles(archive.catalog()).found()) {
            List<Entry> members = circle.stream().sorted(Comparator.comparing(e -> e.facts().path())).toList();
            SourcePath path = members.getFirst().facts().path();
            String ids = String.join(", ", members.stream().limit(NAMED).map(e -> "`" + e.id() + "`").toList());
            String more = members.size() > NAMED ? " and " + (members.size() - NAMED) + " more" : "";
            reporter.report(path, archive.supersedesOf(path),
                ids + more + " supersede each other in a circle, so none of them counts",
                "keep `supersedes` only in the newer document of each pair");
        }
    }

    private static boolean supersedesItself(Catalog catalog, Entry entry) {
        return entry.facts().supersedes().stream()
            .anyMatch(id -> catalog.find(entry.id().source(), id).filter(entry::equals).isPresent());
    }

    /// One search over the catalog.
    private static final class Circles {

        private final Catalog catalog;
        /// When an entry was reached, from 1 on; 0 before.
        private final int[] reached;
        private final int[] lowest;
        private final boolean[] open;
        private final Deque<Entry> component = new ArrayDeque<>();
        private final List<List<Entry>> found = new ArrayList<>();
        private int clock;

        /// An entry on the way, with those it supersedes.
        private record Step(Entry entry, List<Entry> targets, int[] next) { }

        Circles(Catalog catalog) {
            this.catalog = catalog;
            int count = catalog.entries().size();
            reached = new int[count];
            lowest = new int[count];
            open = new boolean[count];
        }

        List<List<Entry>> found() {
            for (Entry entry : catalog.entries()) {
                if (reached[entry.number()] == 0) {
                    search(entry);
                }
            }
            return found;
        }

        private void search(Entry from) {
            Deque<Step> way = new ArrayDeque<>();
            way.push(enter(from));
            while (!way.isEmpty()) {
                Step step = way.peek();
                int number = step.entry.number();
                if (step.next[0] < step.targets.size()) {
                    Entry target = step.targets.get(step.next[0]++);
                    if (reached[target.number()] == 0) {
                        way.push(enter(target));
                    } else if (open[target.number()]) {
                        lowest[number] = Math.min(lowest[number], reached[target.number()]);
                    }
                } else {
                    way.pop();
                    if (lowest[number] == reached[number]) {
                        close(step.entry);
                    }
                    if (!way.isEmpty()) {
                        int before = way.peek().entry.number();
                        lowest[before] = Math.min(lowest[before], lowest[number]);
                    }
                }
            }
        }

        private Step enter(Entry entry) {
            clock++;
            reached[entry.number()] = clock;
            lowest[entry.number()] = clock;
            open[entry.number()] = true;
            component.push(entry);
            return new Step(entry, catalog.supersedes(entry), new int[1]);
        }

        private void close(Entry root) {
            List<Entry> members = new ArrayList<>();
            Entry member;
            do {
                member = component.pop();
                open[member.number()] = false;
                members.add(member);
            } while (member != root);
            if (members.size() > 1) {
                found.add(members);
            }
        }
    }
}
