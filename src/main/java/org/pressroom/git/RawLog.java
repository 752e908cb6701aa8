package org.pressroom.git;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Git's raw facts about an archive: every commit that leads to one, with what it did to the markdown files.
///
/// Renames are not looked for. The order of commits depends on nothing but the commits themselves.
///
/// @param commits children before parents
/// @param shallow whether the clone lacks older commits
public record RawLog(List<RawCommit> commits, boolean shallow) {

    public RawLog {
        commits = List.copyOf(commits);
    }

    /// Walks the log of a commit.
    ///
    /// @param prefix the archive's folder in the repository, without a final slash; empty for the root
    /// @return empty when there is no such commit yet
    static Optional<RawLog> read(Repository repository, String prefix, String ref) {
        try {
            ObjectId head = repository.resolve(ref + "^{commit}");
            if (head == null) {
                return Optional.empty();
            }
            Collector collector = new Collector(prefix);
            if (!GitProgram.walk(repository.getDirectory().toPath(), head.name(), prefix, collector)) {
                collector = new Collector(prefix);
                JGitWalk.walk(repository, head, prefix, collector);
            }
            return Optional.of(new RawLog(collector.commits(), !repository.getObjectDatabase().getShallowCommits().isEmpty()));
        } catch (IOException e) {
            throw new ArchiveException("cannot read the log of " + repository.getDirectory() + ": " + e.getMessage(), e);
        }
    }

    static final class Collector implements CommitVisitor {
        private final String folder;
        private final List<RawCommit> commits = new ArrayList<>();
        private final List<RawChange> changes = new ArrayList<>();
        private @Nullable RawCommit current;

        Collector(String prefix) {
            folder = prefix.isEmpty() ? "" : prefix + "/";
        }

        @Override
        public void commit(RawCommit commit) {
            finish();
            current = commit;
        }

        private void finish() {
            if (current != null) {
                commits.add(changes.isEmpty() ? current : current.with(changes));
            }
            changes.clear();
        }

        @Override
        public void changed(String path, @Nullable String before, @Nullable String after) {
            boolean same = before == null ? after == null : before.equals(after);
            if (!same && path.startsWith(folder) && isMarkdown(path)) {
                changes.add(new RawChange(path.substring(folder.length()), before, after));
            }
        }

        private static boolean isMarkdown(String path) {
            String end = path.substring(Math.max(0, path.length() - 9)).toLowerCase(Locale.ROOT);
            return end.endsWith(".md") || end.endsWith(".markdown");
        }

        List<RawCommit> commits() {
            finish();
            current = null;
            return LogOrder.of(commits);
        }
    }
}
