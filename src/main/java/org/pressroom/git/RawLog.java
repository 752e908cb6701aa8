package org.pressroom.git;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Git's raw facts about an archive: every commit that leads to one, with what it did to the markdown files.
///
/// Renames are not looked for. The order of commits depends on nothing but the commits themselves.
///
/// @param commits  children before parents
/// @param boundary ids of the commits at which a shallow clone ends, in order; empty for a whole one
/// @param damaged  ids of commits that can't be read, or of which the files can't; what came before the former is missing
public record RawLog(List<RawCommit> commits, List<String> boundary, List<String> damaged) {

    /// Nothing is known.
    public static final RawLog NONE = new RawLog(List.of(), List.of(), List.of());

    public RawLog {
        commits = List.copyOf(commits);
        boundary = List.copyOf(boundary);
        damaged = List.copyOf(damaged);
    }

    /// Whether the clone lacks older commits.
    public boolean shallow() {
        return !boundary.isEmpty();
    }

    /// Walks the log of a commit.
    ///
    /// @param ref    names a commit itself, no tag
    /// @param prefix the archive's folder in the repository, without a final slash; empty for the root
    /// @param known  an earlier log with the same prefix: of what it has nothing is read again
    /// @return empty when there is no such commit yet
    static Optional<RawLog> read(Repository repository, String prefix, String ref, RawLog known) {
        try {
            ObjectId head = repository.resolve(ref);
            if (head == null) {
                return Optional.empty();
            }
            List<String> boundary = boundary(repository);
            // A commit never changes, but where a shallow clone ends it seems to have no parents.
            boolean usable = !known.commits.isEmpty() && known.damaged.isEmpty() && known.boundary.equals(boundary);
            Map<String, RawCommit> before = usable ? byId(known.commits) : Map.of();
            if (usable && known.commits.getFirst().id().equals(head.name())) {
                return Optional.of(known);
            }
            return Optional.of(read(repository, prefix, head, before, usable ? known.commits.getFirst().id() : null, boundary));
        } catch (IOException e) {
            throw new ArchiveException("cannot read the log of " + repository.getDirectory() + ": " + e.getMessage(), e);
        }
    }

    /// The ids of the commits at which a shallow clone ends, in order.
    static List<String> boundary(Repository repository) throws IOException {
        return repository.getObjectDatabase().getShallowCommits().stream().map(ObjectId::name).sorted().toList();
    }

    private static RawLog read(Repository repository, String prefix, ObjectId head, Map<String, RawCommit> before,
            @Nullable String last, List<String> boundary) {
        Path folder = repository.getDirectory().toPath();
        if (last != null) {
            LogCollector fresh = new LogCollector(prefix);
            Optional<List<RawCommit>> all = GitProgram.walk(folder, head.name(), last, prefix, fresh)
                ? LogOrder.from(head.name(), joined(before, fresh.commits())) : Optional.empty();
            if (all.isPresent()) {
                return new RawLog(all.get(), boundary, List.of());
            }
        }
        LogCollector whole = new LogCollector(prefix);
        if (GitProgram.walk(folder, head.name(), null, prefix, whole)) {
            return new RawLog(LogOrder.of(whole.commits()), boundary, List.of());
        }
        LogCollector fresh = new LogCollector(prefix);
        List<String> damaged = JGitWalk.walk(repository, head, prefix, before.keySet(), fresh);
        Optional<List<RawCommit>> all = damaged.isEmpty() ? LogOrder.from(head.name(), joined(before, fresh.commits())) : Optional.empty();
        if (all.isPresent() || before.isEmpty()) {
            return new RawLog(all.orElseGet(() -> LogOrder.of(fresh.commits())), boundary, damaged);
        }
        return read(repository, prefix, head, Map.of(), null, boundary);
    }

    private static Map<String, RawCommit> joined(Map<String, RawCommit> before, List<RawCommit> fresh) {
        Map<String, RawCommit> all = new HashMap<>(before);
        fresh.forEach(commit -> all.put(commit.id(), commit));
        return all;
    }

    private static Map<String, RawCommit> byId(List<RawCommit> commits) {
        Map<String, RawCommit> byId = HashMap.newHashMap(commits.size());
        commits.forEach(commit -> byId.put(commit.id(), commit));
        return byId;
    }
}
