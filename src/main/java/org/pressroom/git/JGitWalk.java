package org.pressroom.git;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/// The log by JGit, for machines without the `git` program.
final class JGitWalk {

    private JGitWalk() { }

    /// Walks the log of a commit; commits that change nothing below `prefix` may be given without paths.
    static void walk(Repository repository, ObjectId head, String prefix, CommitVisitor visitor) throws IOException {
        try (RevWalk commits = new RevWalk(repository); ObjectReader reader = repository.newObjectReader();
                TreeWalk trees = new TreeWalk(repository, reader)) {
            commits.markStart(commits.parseCommit(head));
            for (RevCommit commit : commits) {
                visitor.commit(commit(commit));
                changes(trees, commits, commit, prefix, visitor);
            }
        }
    }

    private static RawCommit commit(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        ZoneOffset zone = author.getZoneId().getRules().getOffset(author.getWhenAsInstant());
        return new RawCommit(commit.name(), Arrays.stream(commit.getParents()).map(RevCommit::name).toList(), author.getWhenAsInstant(), zone,
            commit.getCommitterIdent().getWhenAsInstant(), new RawCommit.Author(author.getName(), author.getEmailAddress()),
            CoAuthors.of(commit.getFooterLines("Co-authored-by")), List.of());
    }

    private static void changes(
            TreeWalk trees, RevWalk commits, RevCommit commit, String prefix, CommitVisitor visitor) throws IOException {
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
        while (trees.next()) {
            visitor.changed(trees.getPathString(), plain(trees, 0), plain(trees, 1));
        }
    }

    private static @Nullable String plain(TreeWalk trees, int tree) {
        FileMode mode = trees.getFileMode(tree);
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE) ? trees.getObjectId(tree).name() : null;
    }
}
