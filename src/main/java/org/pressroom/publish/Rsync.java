package org.pressroom.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sends a site by the system's own `rsync`, over ssh or to a disk. What is new is put aside first and takes its place in the end, and what
/// is gone is deleted last, so that an interrupted run leaves the old site.
public final class Rsync {

    private Rsync() { }

    /// What was sent.
    public record Sent(int changed, int deleted) { }

    /// Sends a site.
    ///
    /// @param to  as rsync names it: `host:/srv/www/ideas`
    /// @param dry whether only to tell what would be sent
    /// @throws PublishException when rsync is missing or fails
    public static Sent send(Path site, String to, boolean dry) {
        List<String> command = new ArrayList<>(List.of("rsync", "--recursive", "--times", "--omit-dir-times", "--delay-updates", "--delete-after",
            "--exclude=/" + Manifest.FOLDER, "--itemize-changes", "--chmod=D755,F644"));
        if (dry) {
            command.add("--dry-run");
        }
        command.addAll(List.of("--", site + "/", to.endsWith("/") ? to : to + "/"));
        try {
            // ssh may ask for a passphrase at the terminal.
            Process rsync = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
            List<String> lines = new String(rsync.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            int code = rsync.waitFor();
            if (code != 0) {
                throw new PublishException("rsync could not send the site to " + to + " (exit code " + code + "): "
                    + lines.stream().filter(line -> line.startsWith("rsync") || line.contains(":")).reduce((a, b) -> a + "; " + b).orElse("it gave no reason")
                    + "; pages that are there stay as they are, and the next run completes it");
            }
            return new Sent((int) lines.stream().filter(line -> line.startsWith("<f") || line.startsWith(">f")).count(),
                (int) lines.stream().filter(line -> line.startsWith("*deleting") && !line.endsWith("/")).count());
        } catch (IOException e) {
            throw new PublishException("rsync can't be run: " + e.getMessage() + "; install it, or publish to a folder", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishException("interrupted while rsync sent the site to " + to + "; the next run completes it", e);
        }
    }
}
