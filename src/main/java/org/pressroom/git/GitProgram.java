package org.pressroom.git;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The log by the `git` program, which is several times faster than any library.
///
/// An archive is not trusted: nothing that its configuration names is run (no pager, no signature check, no fetching of
/// missing objects over any transport).
final class GitProgram {

    private static final int MAX_TOKEN = 1 << 20;
    /// Fields before a commit's changes.
    private static final int HEADER = 7;

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
            try (InputStream out = new BufferedInputStream(git.getInputStream(), 1 << 16)) {
                whole = read(out, visitor);
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

    /// Reads `\1 id NUL parents NUL authored NUL committed NUL name NUL mail NUL co-authors NUL`, and for each changed path
    /// `:mode mode id id letter NUL path NUL`.
    private static boolean read(InputStream out, CommitVisitor visitor) throws IOException {
        ByteArrayOutputStream token = new ByteArrayOutputStream();
        String[] header = new String[HEADER];
        while (next(out, token)) {
            String text = token.toString(StandardCharsets.UTF_8).stripLeading();
            if (text.startsWith("\u0001")) {
                header[0] = text.substring(1);
                for (int i = 1; i < HEADER; i++) {
                    if (!next(out, token)) {
                        return false;
                    }
                    header[i] = token.toString(StandardCharsets.UTF_8);
                }
                visitor.commit(commit(header));
            } else if (text.startsWith(":")) {
                if (!next(out, token)) {
                    return false;
                }
                String[] change = text.split(" ");
                visitor.changed(token.toString(StandardCharsets.UTF_8), plain(change[0].substring(1), change[2]), plain(change[1], change[3]));
            } else {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String plain(String mode, String id) {
        return mode.equals("100644") || mode.equals("100755") ? id : null;
    }

    private static RawCommit commit(String[] header) {
        List<String> parents = header[1].isEmpty() ? List.of() : List.of(header[1].split(" "));
        When authored = When.of(header[2]);
        return new RawCommit(header[0], parents, authored.time(), authored.zone(), When.of(header[3]).time(),
            new RawCommit.Author(header[4], header[5]), CoAuthors.of(List.of(header[6].split("\u0002"))), List.of());
    }

    /// A time as git writes it: seconds since 1970, and the zone.
    private record When(Instant time, ZoneOffset zone) {

        static When of(String date) {
            int space = date.indexOf(' ');
            Instant time = Instant.EPOCH;
            try {
                time = Instant.ofEpochSecond(Long.parseLong(space < 0 ? date : date.substring(0, space)));
                int hhmm = space < 0 ? 0 : Integer.parseInt(date.substring(space + 1));
                return new When(time, ZoneOffset.ofTotalSeconds((hhmm / 100 * 60 + hhmm % 100) * 60));
            } catch (NumberFormatException | DateTimeException e) {
                // Commits of broken tools carry dates and zones that there are not; UTC then, and 1970 for no time at all.
                return new When(time, ZoneOffset.UTC);
            }
        }
    }

    private static boolean next(InputStream in, ByteArrayOutputStream token) throws IOException {
        token.reset();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == 0) {
                return true;
            }
            if (token.size() < MAX_TOKEN) {
                token.write(b);
            }
        }
        return token.size() > 0;
    }
}
