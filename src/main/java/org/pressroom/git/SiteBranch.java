package org.pressroom.git;

import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A branch of a repository that holds a built site, as hosts of pages read it (`gh-pages`). Each publication is one commit on top of the
/// last, and only what changed is sent. A push is taken whole or not at all.
///
/// The repository is an intermediate one, in the user's cache; the archive's own is not touched. A branch that somebody else wrote is
/// left alone: ours have a file `.nojekyll` with a sentence of ours, which also keeps hosts from rebuilding the site.
public final class SiteBranch {

    private static final String MARK = ".nojekyll";
    private static final String SENTENCE = "Published by Pressroom.\n";
    /// By which hosts know under which name the site is asked for.
    private static final String NAME = "CNAME";

    private final Path repository;
    private final Path site;
    private final String address;
    private final String branch;
    private final Map<String, String> identity;

    /// What was published.
    ///
    /// @param commit its id; empty when nothing changed, or nothing was to be sent
    public record Published(String commit, int changed, int deleted) { }

    /// @param repository a folder for the intermediate repository, which need not be there
    /// @param site       the built site
    /// @param address    of the repository to which the branch belongs, as `git push` takes it
    /// @param identity   variables by which git knows who publishes, as [UserGit#identity] has them
    public SiteBranch(Path repository, Path site, String address, String branch, Map<String, String> identity) {
        this.identity = Map.copyOf(identity);
        // Git works in the site's folder.
        this.repository = repository.toAbsolutePath();
        this.site = site.toAbsolutePath();
        this.address = address;
        this.branch = branch;
    }

    /// Publishes the site.
    ///
    /// @param dry whether only to tell what would change
    /// @throws ArchiveException when the branch can't be read or written, or is not one of ours; it is as it was then
    public Published publish(boolean dry) {
        try {
            if (!Files.exists(repository.resolve("HEAD"))) {
                SafeFolder.make(repository);
                done(List.of("init", "--bare", "--quiet", repository.toString()), "make the repository " + repository);
            }
            String parent = fetch();
            done(List.of("add", "--force", "--all", "--", ".", ":(exclude,top).pressroom"), "read the site");
            mark(parent);
            String tree = done(List.of("write-tree"), "read the site");
            List<String> changes = parent.isEmpty() ? done(List.of("ls-tree", "-r", "--name-only", tree), "read the site").lines().map(name -> "A\t" + name).toList()
                : done(List.of("diff-tree", "-r", "--no-renames", "--name-status", parent, tree), "compare").lines().toList();
            int deleted = (int) changes.stream().filter(change -> change.startsWith("D")).count();
            if (dry || changes.isEmpty()) {
                return new Published("", changes.size() - deleted, deleted);
            }
            List<String> commit = new ArrayList<>(List.of("commit-tree", tree, "-m", "Publish the site"));
            if (!parent.isEmpty()) {
                commit.addAll(List.of("-p", parent));
            }
            String id = done(commit, "make a commit");
            push(id);
            return new Published(id, changes.size() - deleted, deleted);
        } catch (IOException e) {
            throw new ArchiveException("cannot publish to the branch " + branch + ": " + FileProblem.of(e), e);
        }
    }

    /// @return the branch's last commit; empty when there is none
    private String fetch() throws IOException {
        Ended listed = run(List.of("ls-remote", "--heads", address, "refs/heads/" + branch), "");
        if (listed.code != 0) {
            throw new ArchiveException("cannot reach the repository " + address + ": " + reason(listed) + "; check its address, and that `git ls-remote` may read it");
        }
        if (listed.output.isBlank()) {
            return "";
        }
        done(List.of("fetch", "--quiet", "--depth=1", "--no-tags", address, "+refs/heads/" + branch + ":refs/published/" + branch), "fetch the branch " + branch);
        String parent = done(List.of("rev-parse", "refs/published/" + branch), "read the branch " + branch);
        Ended mark = run(List.of("cat-file", "blob", parent + ":" + MARK), "");
        if (mark.code != 0 || !mark.output.strip().equals(SENTENCE.strip())) {
            throw new ArchiveException("the branch " + branch + " of " + address + " holds files that Pressroom did not publish; name another branch, or delete this one first");
        }
        return parent;
    }

    private void mark(String parent) throws IOException {
        Ended blob = run(List.of("hash-object", "-w", "--stdin"), SENTENCE);
        done(List.of("update-index", "--add", "--cacheinfo", "100644," + blob.output + "," + MARK), "mark the site");
        Ended name = parent.isEmpty() ? new Ended(1, "") : run(List.of("rev-parse", "--verify", "--quiet", parent + ":" + NAME), "");
        if (name.code == 0 && !Files.exists(site.resolve(NAME))) {
            done(List.of("update-index", "--add", "--cacheinfo", "100644," + name.output + "," + NAME), "keep " + NAME);
        }
    }

    private void push(String commit) throws IOException {
        Ended pushed = run(List.of("push", "--quiet", address, commit + ":refs/heads/" + branch), "");
        if (pushed.code != 0) {
            boolean moved = pushed.output.contains("non-fast-forward") || pushed.output.contains("fetch first");
            throw new ArchiveException("the branch " + branch + " of " + address + " was not changed: "
                + (moved ? "somebody else published meanwhile; run the command again" : reason(pushed)));
        }
    }

    private static String reason(Ended ended) {
        return ended.output.lines().map(String::strip).filter(line -> !line.isEmpty()).reduce((a, b) -> a + "; " + b).orElse("git gave no reason");
    }

    private record Ended(int code, String output) { }

    private String done(List<String> arguments, String what) throws IOException {
        Ended ended = run(arguments, "");
        if (ended.code != 0) {
            String reason = reason(ended);
            throw new ArchiveException("git could not " + what + ": " + (reason.contains("tell me who you are") || reason.contains("identity")
                ? "it does not know who publishes; set it with `git config --global user.name \"Your Name\"` and `git config --global user.email you@example.com`" : reason));
        }
        return ended.output;
    }

    private Ended run(List<String> arguments, String input) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false", "-c", "core.safecrlf=false", "-c", "core.fileMode=false", "-c", "core.quotePath=false",
            "-c", "core.hooksPath=/dev/null", "-c", "core.excludesFile=/dev/null", "-c", "core.attributesFile=/dev/null", "-c", "gc.auto=0"));
        if (!arguments.getFirst().equals("init")) {
            command.addAll(List.of("-c", "core.bare=false", "--git-dir=" + repository, "--work-tree=" + site));
        }
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(site.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_") && !name.startsWith("GIT_AUTHOR") && !name.startsWith("GIT_COMMITTER") && !name.startsWith("GIT_SSH")
            && !name.startsWith("GIT_CONFIG") && !name.equals("GIT_ASKPASS"));
        environment.putAll(identity);
        environment.put("LC_ALL", "C.UTF-8");
        Process git;
        try {
            git = builder.start();
        } catch (IOException e) {
            throw new IOException("the program git can't be run: " + e.getMessage(), e);
        }
        try (OutputStream in = git.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Ended(git.waitFor(), output);
        } catch (InterruptedException e) {
            git.destroy();
            Thread.currentThread().interrupt();
            throw new ArchiveException("interrupted while publishing to the branch " + branch + "; it is as it was, or complete", e);
        }
    }
}
