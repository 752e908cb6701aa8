package org.pressroom;

import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A whole archive in one string, and what Pressroom makes of it through its command line.
///
/// ```
/// -- content/a.md --
/// text of a.md
/// -- pressroom.yaml --
/// …
/// ```
///
/// Everything lies in temporary folders of its own, the cache too.
public final class Site implements AutoCloseable {

    private final Path home;
    private final Path archive;
    private int seconds;

    private Site(Path home) {
        this.home = home;
        this.archive = home.resolve("archive");
    }

    /// A plain folder with these files.
    public static Site of(String files) {
        try {
            Site site = new Site(TestFolders.make());
            Files.createDirectories(site.archive);
            return site.with(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A proposal without findings at `error` or `warning`, as `content/ID.md` for [#of] and [#with].
    public static String document(String id, String title) {
        return """
            -- content/%1$s.md --
            ---
            id: "%1$s"
            title: %2$s
            status: draft
            created: 2024-03-01
            ---

            # %2$s

            *Keys come to the tenant, not the tenant to the keys.*

            ## Press release

            *Leeds, 1 June 2027*

            ### Problem

            Every week 140 tenants lose a morning to fetch a key from an office. One in nine loses the day's wages, and six in a
            hundred move in a day late because the office was shut.

            ### Solution

            The key arrives by registered post the day before the move.

            ### Customer quote

            "I unpacked instead of queueing," said Dora Lane, a tenant in Leeds.

            ## FAQ

            ### External FAQ

            #### What if the key is lost?

            The lock is changed the same day, at our cost.

            ### Internal FAQ

            #### Why would this fail?

            Because one lost parcel in a thousand costs more than the other 999 save.

            #### Who wants it, and what does it take?

            Of 60 tenants whom we asked, 48. It depends on the post, takes two weeks to build, and is measured in late moves.
            """.formatted(id, title);
    }

    /// Adds files or replaces them.
    public Site with(String files) {
        String path = null;
        StringBuilder text = new StringBuilder();
        for (String line : files.split("\n", -1)) {
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                flush(path, text);
                path = line.substring(3, line.length() - 3);
            } else {
                text.append(line).append('\n');
            }
        }
        flush(path, text);
        return this;
    }

    private void flush(String path, StringBuilder text) {
        if (path != null) {
            // The line break before the next marker is the marker's.
            write(path, text.substring(0, Math.max(0, text.length() - 1)).getBytes(StandardCharsets.UTF_8));
        }
        text.setLength(0);
    }

    /// Writes one file.
    public Site write(String path, byte[] bytes) {
        try {
            Path file = archive.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the archive a git repository, if it is none yet, and commits everything as it is.
    ///
    /// @param date   of author and committer: `2024-03-01T10:00:00+01:00`
    /// @param author `Name <mail>`
    public Site commit(String date, String author) {
        if (!Files.exists(archive.resolve(".git"))) {
            git(archive, Map.of(), "init", "-q", "-b", "main");
        }
        git(archive, Map.of(), "add", "-A");
        int open = author.indexOf('<');
        String name = author.substring(0, open).strip();
        String mail = author.substring(open + 1, author.indexOf('>'));
        git(archive, Map.of("GIT_AUTHOR_DATE", date, "GIT_COMMITTER_DATE", date, "GIT_AUTHOR_NAME", name, "GIT_AUTHOR_EMAIL", mail,
            "GIT_COMMITTER_NAME", name, "GIT_COMMITTER_EMAIL", mail), "commit", "-q", "--allow-empty", "-m", "Change " + seconds++);
        return this;
    }

    /// Deletes a file.
    public Site remove(String path) {
        try {
            Files.delete(archive.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs `git` in a folder.
    public static String git(Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.com",
            "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false", "-c", "maintenance.auto=false", "-c", "gc.auto=0"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(key -> key.startsWith("GIT_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path archive() {
        return archive;
    }

    /// The text of one of the archive's files.
    public String archiveText(String path) {
        try {
            return Files.readString(archive.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder for this test alone, beside the archive.
    public Path home() {
        return home;
    }

    /// Where [#build] puts the site.
    public Path output() {
        return home.resolve("site");
    }

    /// Runs `build` on the archive; the day is 2026-06-01.
    public CommandLineRun build(String... options) {
        List<String> arguments = new ArrayList<>(List.of("build", "-o", output().toString(), "--as-of", "2026-06-01"));
        arguments.addAll(List.of(options));
        arguments.add(archive.toString());
        return run(arguments.toArray(String[]::new));
    }

    /// Runs `check` on the archive.
    public CommandLineRun check(String... options) {
        List<String> arguments = new ArrayList<>(List.of("check"));
        arguments.addAll(List.of(options));
        arguments.add(archive.toString());
        return run(arguments.toArray(String[]::new));
    }

    /// Runs any command, with a cache of this test's own.
    public CommandLineRun run(String... arguments) {
        return CommandLineRun.of(home, arguments);
    }

    /// A page or other file of the built site.
    public String page(String address) {
        try {
            return Files.readString(output().resolve(address));
        } catch (IOException e) {
            throw new UncheckedIOException("no " + address + " among " + files().keySet(), e);
        }
    }

    /// Every file of the built site, the publisher's own left out: address to bytes as Latin-1, so that they compare.
    public SortedMap<String, String> files() {
        return filesOf(output());
    }

    public static SortedMap<String, String> filesOf(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.exists(folder)) {
            return files;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    return dir.getFileName().toString().equals(".pressroom")
                        ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(home, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
