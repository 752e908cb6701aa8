package org.pressroom.git;

import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

import java.io.IOException;

/// The commit at which a branch left another, as `git merge-base` finds it.
final class MergeBase {

    private MergeBase() { }

    /// @param head what was changed; empty when there is no commit yet
    /// @param ref  the commit, branch or tag to compare with
    /// @return the id of the best common ancestor
    /// @throws ArchiveException when there is none; the message says what to do
    static String of(Repository repository, String head, String ref) {
        if (head.isEmpty()) {
            throw new ArchiveException("the repository " + repository.getDirectory()
                + " has no commits yet, so nothing can have changed since " + ref + "; check without --since");
        }
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId since = repository.resolve(ref + "^{commit}");
            if (since == null) {
                throw unknown(repository, ref);
            }
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(since));
            walk.markStart(walk.parseCommit(ObjectId.fromString(head)));
            RevCommit base = walk.next();
            if (base == null) {
                throw new ArchiveException(ref + " and " + head.substring(0, 7) + " have no commit in common"
                    + (isShallow(repository) ? " in this shallow clone; `git fetch --unshallow` completes it (in CI: fetch-depth 0)"
                        : "; name a commit, branch or tag of the same history with --since"));
            }
            return base.name();
        } catch (RevisionSyntaxException e) {
            throw new ArchiveException("--since " + ref + " is not the name of a commit, branch or tag", e);
        } catch (IOException e) {
            throw new ArchiveException("cannot compare with " + ref + " in " + repository.getDirectory() + ": " + e.getMessage()
                + (isShallow(repository) ? "; the clone is shallow, `git fetch --unshallow` completes it" : ""), e);
        }
    }

    private static boolean isShallow(Repository repository) {
        try {
            return !repository.getObjectDatabase().getShallowCommits().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static ArchiveException unknown(Repository repository, String ref) throws IOException {
        String remote = "origin/" + ref;
        String advice = repository.findRef("refs/remotes/" + remote) != null ? "; did you mean " + remote + "?"
            : isShallow(repository) ? "; the clone is shallow, `git fetch --unshallow` or `git fetch origin " + ref + "` fetches more (in CI: fetch-depth 0)"
            : "; fetch it first, or name another with --since";
        return new ArchiveException("no commit, branch or tag named " + ref + " in " + repository.getDirectory() + advice);
    }
}
