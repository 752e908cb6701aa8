package org.pressroom.git;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Keeps of a log the commits, with what they did to markdown files below a folder.
final class LogCollector implements CommitVisitor {

    private final String folder;
    private final List<RawCommit> commits = new ArrayList<>();
    private final List<RawChange> changes = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private @Nullable RawCommit current;

    /// @param prefix the folder, without a final slash; empty for the root
    LogCollector(String prefix) {
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
        paths.clear();
    }

    @Override
    public void changed(String path, @Nullable String before, @Nullable String after) {
        boolean same = before == null ? after == null : before.equals(after);
        // A broken commit may name a file twice.
        if (!same && path.startsWith(folder) && SourcePath.isMarkdown(path) && paths.add(path)) {
            changes.add(new RawChange(path.substring(folder.length()), before, after));
        }
    }

    /// As they came.
    List<RawCommit> commits() {
        finish();
        current = null;
        return commits;
    }
}
