package org.pressroom.git;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The log by the `git` program, which is several times faster than any library.
///
/// An archive is not trusted: nothing that its configuration names is run (no pager, no signature check, no fetching of
/// missing objects over any transport).
final class GitProgram {

    private GitProgram() { }

    /// Walks the log.
    ///
    /// @param known a commit that is left out with all that leads to it; null for none
    /// @return false when there is no `git`, or it can't read this repository; the visitor may have seen part of the log
    static boolean walk(Path gitDir, String commit, @Nullable String known, String prefix, CommitVisitor visitor) {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager", "--no-replace-objects", "-c", "core.quotepath=false",
            "-c", "i18n.logOutputEncoding=UTF-8", "-c", "core.fsmonitor=false", "--git-dir=" + gitDir, "log", "--raw", "-z",
            "--no-renames", "--no-follow", "--full-history", "--sparse", "--no-show-signature", "--no-notes", "--no-color", "--no-ext-diff", "--no-textconv", "--no-mailmap",
            "--diff-merges=first-parent", "--root", "--no-abbrev", "--date=raw",
            "--format=tformat:%x01%H%x00%P%x00%ad%x00%cd%x00%an%x00%ae%x00%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x02)", commit));
        if (known != null) {
            command.add("^" + known);
        }
        command.add("--");
        if (!prefix.isEmpty()) {
            command.add(":(top,literal)" + prefix);
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.directory(gitDir.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
        // Like replaced objects, grafts are one clone's own, and JGit knows of none.
        builder.environment().put("GIT_GRAFT_FILE", gitDir.resolve("info/grafts.none").toString());
        builder.environment().put("GIT_ALLOW_PROTOCOL", "none");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            boolean whole;
            try (InputStream out = git.getInputStream()) {
                whole = new LogTokens(out).read(visitor);
            } finally {
                git.descendants().forEach(ProcessHandle::destroy);
            }
            return git.waitFor() == 0 && whole;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException("interrupted while reading the log of " + gitDir, e);
        } catch (IOException e) {
            return false;
        }
    }
}
