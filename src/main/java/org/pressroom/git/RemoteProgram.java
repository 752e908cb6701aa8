package org.pressroom.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `git` program, asked for what is elsewhere. The address is handed over in the environment, so that credentials stand
/// neither in the list of processes nor in the repository's configuration; nobody is asked for any.
final class RemoteProgram {

    private static final Pattern HEAD = Pattern.compile("ref: (\\S+)\tHEAD");
    private static final int LONGEST = 1 << 16;
    private static final int MINUTES = 30;

    private final Path mirror;
    private final CloneAddress address;
    private final int seconds;

    /// @param seconds without any answer after which it is given up
    RemoteProgram(Path mirror, CloneAddress address, int seconds) {
        this.mirror = mirror;
        this.address = address;
        this.seconds = seconds;
    }

    /// The repository could not be reached.
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    boolean exists() {
        try {
            run("version");
            return true;
        } catch (IOException | Failed e) {
            return false;
        }
    }

    /// Brings branches and tags.
    ///
    /// @return the branch that the repository's HEAD names; empty when it names none
    String fetch(List<String> refs) throws Failed, IOException {
        List<String> command = new ArrayList<>(List.of("fetch", "--quiet", "--prune", "--force", "--no-tags", "--no-recurse-submodules", "origin"));
        command.addAll(refs);
        run(command.toArray(String[]::new));
        Matcher head = HEAD.matcher(run("ls-remote", "--symref", "origin", "HEAD"));
        return head.find() ? head.group(1) : "";
    }

    private String run(String... arguments) throws Failed, IOException {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager", "--git-dir=" + mirror, "-c", "gc.autoDetach=false",
            "-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=" + seconds, "-c", "core.fsmonitor=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") && !name.startsWith("GIT_SSH") && !name.startsWith("GIT_SSL")
            && !name.equals("GIT_ASKPASS") && !name.equals("GIT_CONFIG_GLOBAL") && !name.equals("GIT_CONFIG_NOSYSTEM"));
        builder.environment().put("GIT_CONFIG_COUNT", "1");
        builder.environment().put("GIT_CONFIG_KEY_0", "remote.origin.url");
        builder.environment().put("GIT_CONFIG_VALUE_0", address.secret());
        builder.environment().put("GIT_ALLOW_PROTOCOL", "https:ssh:file");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process git = builder.start();
        git.getOutputStream().close();
        String said;
        try (InputStream out = git.getInputStream()) {
            said = new String(out.readNBytes(LONGEST), StandardCharsets.UTF_8);
            if (!git.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new Failed("git did not end in " + MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        } finally {
            git.destroy();
        }
        if (git.exitValue() != 0) {
            throw new Failed(said.lines().filter(line -> !line.isBlank()).findFirst().orElse("git ended with " + git.exitValue()));
        }
        return said;
    }
}
