package org.pressroom.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `git` program as the person at the machine uses it, with their name, hooks and signature: for what they ask to have done in
/// their own working tree. What is only read goes through [ArchiveTree], which trusts no repository.
public final class UserGit {

    private final Path folder;

    /// @param folder in a working tree
    public UserGit(Path folder) {
        this.folder = folder;
    }

    private record Ended(int code, String output) { }

    private Ended run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
        command.addAll(arguments);
        // A signature may have to be asked for.
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process git = builder.start();
        try {
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Ended(git.waitFor(), output);
        } catch (InterruptedException e) {
            git.destroy();
            Thread.currentThread().interrupt();
            throw new ArchiveException("interrupted while git was at work in " + folder, e);
        }
    }

    /// The name that commits get; empty when there is none, or no `git`.
    public Optional<String> name() {
        return setting("user.name");
    }

    /// Variables by which git knows in another repository who commits; empty when it does not know it here.
    public Map<String, String> identity() {
        Optional<String> name = setting("user.name");
        Optional<String> mail = setting("user.email");
        return name.isEmpty() || mail.isEmpty() ? Map.of()
            : Map.of("GIT_AUTHOR_NAME", name.get(), "GIT_AUTHOR_EMAIL", mail.get(), "GIT_COMMITTER_NAME", name.get(), "GIT_COMMITTER_EMAIL", mail.get());
    }

    private Optional<String> setting(String name) {
        try {
            Ended ended = run(List.of("config", "--get", name));
            return ended.code == 0 && !ended.output.isBlank() ? Optional.of(ended.output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether the folder is in a working tree in which a commit could be made now.
    ///
    /// @throws ArchiveException with the reason when it is not
    public void checkCommit() {
        try {
            if (run(List.of("rev-parse", "--is-inside-work-tree")).code != 0) {
                throw new ArchiveException(folder + " is not in a git working tree, so there is nothing to commit to; leave out --commit, or run `git init` first");
            }
            if (run(List.of("var", "GIT_COMMITTER_IDENT")).code != 0) {
                throw new ArchiveException("git does not know who commits; set it with `git config --global user.name \"Your Name\"` and `git config --global user.email you@example.com`");
            }
        } catch (IOException e) {
            throw new ArchiveException("--commit needs the program git, which can't be run: " + e.getMessage(), e);
        }
    }

    /// The address of the remote `origin`; empty when there is none.
    public Optional<String> remote() {
        return setting("remote.origin.url").map(address -> address.startsWith(".") ? folder.resolve(address).normalize().toString() : address);
    }

    /// Makes a repository, unless the folder is in one.
    ///
    /// @return whether one was made; not without the program
    public boolean init() {
        try {
            return run(List.of("rev-parse", "--git-dir")).code != 0 && run(List.of("init", "--quiet")).code == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Commits some files, and nothing else that may be staged.
    ///
    /// @return the short id of the commit
    /// @throws ArchiveException when git refuses; the files stay as they are
    public String commit(List<Path> files, String message) {
        List<String> paths = files.stream().map(file -> ":(literal)" + folder.relativize(file)).toList();
        try {
            done(with(List.of("add", "--"), paths), "stage the files");
            done(with(List.of("commit", "--quiet", "--only", "--message=" + message, "--"), paths), "make the commit");
            return done(List.of("rev-parse", "--short", "HEAD"), "name the commit");
        } catch (IOException e) {
            throw new ArchiveException("--commit needs the program git, which can't be run: " + e.getMessage() + "; the files are written", e);
        }
    }

    private static List<String> with(List<String> command, List<String> paths) {
        List<String> all = new ArrayList<>(command);
        all.addAll(paths);
        return all;
    }

    private String done(List<String> arguments, String what) throws IOException {
        Ended ended = run(arguments);
        if (ended.code != 0) {
            throw new ArchiveException("the files are written, but git could not " + what + ": " + ended.output.lines().reduce((a, b) -> a + "; " + b).orElse("no reason given"));
        }
        return ended.output;
    }
}
