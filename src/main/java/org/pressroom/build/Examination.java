package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.Situation;
import org.pressroom.git.TreeEntry;
import org.pressroom.source.LfsPointer;
import org.pressroom.source.SourcePath;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What Pressroom needs on a machine and in an archive, and whether it is there.
public final class Examination {

    /// How good it is.
    public enum State { OK, NOTE, PROBLEM }

    /// One thing that was looked at.
    ///
    /// @param message what was found
    /// @param fix     what to do; null when nothing need be done
    public record Line(String name, State state, String message, @Nullable String fix) { }

    private static final int JAVA = 25;
    private static final long LITTLE_MEMORY = 512L << 20;
    private static final long LITTLE_DISK = 1L << 30;
    private static final long LONGEST_SECONDS = 10;

    private final List<Line> lines = new ArrayList<>();

    private Examination() { }

    /// Looks.
    ///
    /// @param cache       the archive's folder in the user's cache; null when there can be none
    /// @param environment of the process
    public static List<Line> of(ArchiveRequest request, @Nullable Path cache, Map<String, String> environment) {
        Examination examination = new Examination();
        examination.machine(environment);
        examination.cache(cache);
        examination.archive(request);
        return List.copyOf(examination.lines);
    }

    private void ok(String name, String message) {
        lines.add(new Line(name, State.OK, message, null));
    }

    private void note(String name, String message, @Nullable String fix) {
        lines.add(new Line(name, State.NOTE, message, fix));
    }

    private void problem(String name, String message, String fix) {
        lines.add(new Line(name, State.PROBLEM, message, fix));
    }

    private void machine(Map<String, String> environment) {
        int java = Runtime.version().feature();
        String runtime = "Java " + Runtime.version() + " in " + System.getProperty("java.home");
        if (java >= JAVA) {
            ok("java", runtime);
        } else {
            problem("java", runtime, "install Java " + JAVA + " or newer, or set JAVA_HOME to one");
        }
        version("git").ifPresentOrElse(found -> ok("git", found),
            () -> problem("git", "the program git was not found", "install it: without it history is read more slowly, and nothing can be committed or published to a branch"));
        version("mvn").ifPresentOrElse(found -> ok("maven", found.split(" \\(", 2)[0]), () -> note("maven", "not found; only needed to build Pressroom itself", null));
        long memory = Runtime.getRuntime().maxMemory();
        if (memory >= LITTLE_MEMORY) {
            ok("memory", (memory >> 20) + " MB for Java");
        } else {
            problem("memory", (memory >> 20) + " MB for Java, which is enough for a few hundred documents", "allow more with PRESSROOM_JAVA_OPTS=-Xmx2g");
        }
        String encoding = System.getProperty("sun.jnu.encoding", "");
        if (encoding.equalsIgnoreCase("UTF-8")) {
            ok("locale", "names of files are UTF-8");
        } else {
            problem("locale", "names of files are " + encoding + ", so pages with other letters in their names can't be written", "set LC_ALL=C.UTF-8");
        }
        Optional<String> browser = program(environment, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        browser.ifPresentOrElse(found -> ok("browser", found), () -> note("browser", "no Chromium or Chrome found; only needed for the tests of Pressroom itself", null));
    }

    private static Optional<String> program(Map<String, String> environment, String... names) {
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            for (String name : names) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                    return Optional.of(Path.of(folder, name).toString());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> version(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                return Optional.empty();
            }
            return output.lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).filter(line -> !line.isBlank()).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void cache(@Nullable Path cache) {
        if (cache == null) {
            problem("cache", "there is no cache folder that can be used", "set PRESSROOM_CACHE to a folder that can be written and is not in the archive; without it every build reads everything again");
            return;
        }
        try {
            SafeFolder folder = SafeFolder.forOwnerOnly(cache);
            String probe = "doctor-" + ProcessHandle.current().pid();
            folder.create(probe, new byte[] {1});
            folder.delete(probe);
            FileStore store = Files.getFileStore(cache);
            long free = store.getUsableSpace();
            if (free >= LITTLE_DISK) {
                ok("cache", cache.toString());
                ok("disk", (free >> 30) + " GB free where the cache is");
            } else {
                problem("disk", (free >> 20) + " MB free in " + cache, "free some, or set PRESSROOM_CACHE to a folder on another disk; 10,000 documents take about 1 GB for site and cache");
            }
        } catch (IOException e) {
            problem("cache", cache + " can't be written: " + FileProblem.of(e), "set PRESSROOM_CACHE to a folder that can be written");
        }
    }

    private void archive(ArchiveRequest request) {
        try (ArchiveSession session = ArchiveSession.openToCheck(request)) {
            ok("archive", session.tree().description() + ", " + session.documents().size() + (session.documents().size() == 1 ? " document" : " documents"));
            long errors = session.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).count();
            if (errors > 0) {
                problem("configuration", errors + (errors == 1 ? " error" : " errors") + ", the first: " + session.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR).findFirst().orElseThrow().message(), "`pressroom check` shows all with their lines");
            } else {
                ok("configuration", session.tree().has(new SourcePath(session.tree().source(), ArchiveSession.CONFIGURATION)) ? ArchiveSession.CONFIGURATION : "none, so the defaults count");
            }
            repository(session);
            pointers(session);
        } catch (ArchiveException e) {
            problem("archive", String.valueOf(e.getMessage()), "name the folder of an archive, or run `pressroom init` to begin one");
        }
    }

    private void repository(ArchiveSession session) {
        Optional<String> without = session.tree().withoutHistory();
        Optional<Situation> state = session.tree().situation(session.documents().stream().map(TreeEntry::path).filter(path -> path.source().equals(session.tree().source())).toList());
        if (without.isPresent() || state.isEmpty()) {
            note("repository", without.orElse("not in a git repository") + ", so dates come only from the documents", "`git init` and a commit begin a history");
            return;
        }
        Situation now = state.get();
        if (!now.boundary().isEmpty()) {
            problem("repository", "the clone is shallow, so dates of creation may be too late", "`git fetch --unshallow` completes it");
        } else if (!now.born()) {
            note("repository", "there are no commits yet", "commit the documents to begin their history");
        } else if (now.detached()) {
            note("repository", "no branch is checked out, so the history is that of one commit", "`git switch main`, or your branch");
        } else {
            ok("repository", "complete" + (now.changed().isEmpty() ? "" : ", " + now.changed().size() + " documents with changes that are not committed"));
        }
        if (!now.submodules().isEmpty()) {
            note("submodules", String.join(", ", now.submodules()) + " are not read", "build each as an archive of its own, or name it under `sources:`");
        }
    }

    /// A file that Git LFS keeps elsewhere and nobody fetched.
    private void pointers(ArchiveSession session) {
        List<TreeEntry> files = new ArrayList<>(session.documents());
        session.assets().stream().filter(entry -> session.tree().source().equals(entry.path().source())).forEach(files::add);
        long pointers = files.stream().filter(entry -> isPointer(session, entry)).count();
        if (pointers > 0) {
            problem("lfs", pointers + (pointers == 1 ? " file is a pointer" : " files are pointers") + " of Git LFS and not the file itself", "`git lfs pull` fetches them");
        }
    }

    private static boolean isPointer(ArchiveSession session, TreeEntry entry) {
        try {
            if (!entry.path().source().equals(session.tree().source()) || session.tree().size(entry) > 1024) {
                return false;
            }
            return LfsPointer.is(session.tree().read(entry, 1024).bytes());
        } catch (ArchiveException e) {
            return false;
        }
    }
}
