package org.pressroom.git;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Git's raw facts about an archive's files, from one walk over the log.
///
/// @param revisions what is known of each path that any commit changed
/// @param commits   number of commits walked
/// @param shallow   whether the clone lacks older commits, so that `created` may be too late
public record GitLog(Map<SourcePath, Revisions> revisions, int commits, boolean shallow) {

    public GitLog {
        revisions = Map.copyOf(revisions);
    }

    /// Walks the log of `ref`.
    ///
    /// @param prefix only paths below it, cut from them; empty for all
    /// @return empty when there is no commit yet
    static Optional<GitLog> read(SourceId source, Repository repository, String prefix, String ref) {
        try {
            ObjectId head = repository.resolve(ref + "^{commit}");
            if (head == null) {
                return Optional.empty();
            }
            Collector collector = new Collector();
            if (!GitProgram.walk(repository.getDirectory().toPath(), head.name(), prefix, collector)) {
                collector = new Collector();
                JGitWalk.walk(repository, head, prefix, collector);
            }
            return Optional.of(new GitLog(collector.revisions(source, prefix), collector.commits,
                !repository.getObjectDatabase().getShallowCommits().isEmpty()));
        } catch (IOException e) {
            throw new ArchiveException("cannot read the log of " + repository.getDirectory() + ": " + e.getMessage(), e);
        }
    }

    /// One commit as far as it is kept, ordered by time so that the answer does not depend on the walk's order.
    private record Stamp(Instant time, String id, LocalDate day, String author) implements Comparable<Stamp> {
        private static final Comparator<Stamp> ORDER = Comparator.comparing(Stamp::time).thenComparing(Stamp::id);

        @Override
        public int compareTo(Stamp other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Span {
        private Stamp first;
        private Stamp last;
        private int count = 1;

        Span(Stamp only) {
            first = only;
            last = only;
        }

        void add(Stamp stamp) {
            first = stamp.compareTo(first) < 0 ? stamp : first;
            last = stamp.compareTo(last) > 0 ? stamp : last;
            count++;
        }
    }

    static final class Collector implements CommitVisitor {
        private final Map<String, Span> spans = new HashMap<>();
        private Stamp current = new Stamp(Instant.EPOCH, "", LocalDate.EPOCH, "");
        private int commits;

        @Override
        public void commit(String id, Instant time, ZoneOffset zone, String author) {
            current = new Stamp(time, id, LocalDate.ofInstant(time, zone), author);
            commits++;
        }

        @Override
        public void changed(String path) {
            Span span = spans.get(path);
            if (span == null) {
                spans.put(path, new Span(current));
            } else {
                span.add(current);
            }
        }

        int commits() {
            return commits;
        }

        Map<SourcePath, Revisions> revisions(SourceId source, String prefix) {
            Map<SourcePath, Revisions> revisions = HashMap.newHashMap(spans.size());
            spans.forEach((path, span) -> {
                String inside = prefix.isEmpty() ? path : path.startsWith(prefix + "/") ? path.substring(prefix.length() + 1) : "";
                if (!inside.isEmpty()) {
                    revisions.put(new SourcePath(source, inside), new Revisions(
                        span.first.day(), span.first.author(), span.last.day(), span.last.author(), span.count));
                }
            });
            return revisions;
        }
    }
}
