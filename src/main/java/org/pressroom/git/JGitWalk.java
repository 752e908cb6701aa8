package org.pressroom.git;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The log by JGit, for machines without the `git` program.
final class JGitWalk {

    private JGitWalk() { }

    /// Walks the log of a commit; commits that change nothing below `prefix` may be given without paths. What can't be read
    /// is passed over.
    ///
    /// @param known ids of commits that are left out, with all that leads to them
    /// @return ids of commits that can't be read, or of which the files can't, in order
    static List<String> walk(Repository repository, ObjectId head, String prefix, Set<String> known, CommitVisitor visitor) {
        Set<String> damaged = new TreeSet<>();
        Set<ObjectId> seen = new HashSet<>();
        Deque<ObjectId> left = new ArrayDeque<>(List.of(head));
        try (RevWalk commits = new RevWalk(repository); ObjectReader reader = repository.newObjectReader();
                TreeWalk trees = new TreeWalk(repository, reader)) {
            for (ObjectId id = left.poll(); id != null; id = left.poll()) {
                if (!known.contains(id.name()) && seen.add(id.copy()) && !take(trees, commits, id, prefix, visitor, left)) {
                    damaged.add(id.name());
                }
            }
        }
        return List.copyOf(damaged);
    }

    private static boolean take(
            TreeWalk trees, RevWalk commits, ObjectId id, String prefix, CommitVisitor visitor, Deque<ObjectId> left) {
        try {
            RevCommit commit = commits.parseCommit(id);
            RawCommit raw = commit(commit);
            visitor.commit(raw);
            left.addAll(List.of(commit.getParents()));
            changes(trees, commits, commit, prefix).forEach(change -> visitor.changed(change.path(), change.before(), change.after()));
            commit.disposeBody();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static RawCommit commit(RevCommit commit) {
        byte[] raw = commit.getRawBuffer();
        Ident author = ident(commit, RawParseUtils.author(raw, 0));
        Ident committer = ident(commit, RawParseUtils.committer(raw, 0));
        return new RawCommit(commit.name(), Arrays.stream(commit.getParents()).map(RevCommit::name).toList(), author.when().time(),
            author.when().zone(), committer.when().time(), author.author(), CoAuthors.of(commit.getFooterLines("Co-authored-by")), List.of());
    }

    /// @param at where the line begins after its first word; negative when there is none
    private static Ident ident(RevCommit commit, int at) {
        byte[] raw = commit.getRawBuffer();
        return Ident.of(at < 0 ? "" : RawParseUtils.decode(charset(commit), raw, at, RawParseUtils.nextLF(raw, at) - 1));
    }

    private static Charset charset(RevCommit commit) {
        try {
            return commit.getEncoding();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static List<RawChange> changes(TreeWalk trees, RevWalk commits, RevCommit commit, String prefix) throws IOException {
        trees.reset();
        trees.setRecursive(true);
        trees.setFilter(prefix.isEmpty() ? TreeFilter.ANY_DIFF
            : AndTreeFilter.create(PathFilter.create(prefix), TreeFilter.ANY_DIFF));
        if (commit.getParentCount() == 0) {
            trees.addTree(new EmptyTreeIterator());
        } else {
            RevCommit parent = commit.getParent(0);
            commits.parseHeaders(parent);
            trees.addTree(parent.getTree());
        }
        trees.addTree(commit.getTree());
        List<RawChange> changes = new ArrayList<>();
        while (trees.next()) {
            changes.add(new RawChange(trees.getPathString(), plain(trees, 0), plain(trees, 1)));
        }
        return changes;
    }

    private static @Nullable String plain(TreeWalk trees, int tree) {
        FileMode mode = trees.getFileMode(tree);
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE) ? trees.getObjectId(tree).name() : null;
    }
}
