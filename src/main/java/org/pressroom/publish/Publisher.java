package org.pressroom.publish;

import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.files.Staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds an output folder for one publication: a place to stage the new site, and the switch to it.
///
/// The staging folder lies inside the output folder, so that every move is a rename. One publication at a time: a second
/// process is told so. All of it goes through [SafeFolder]: whatever the output folder holds, nothing outside it is touched.
public final class Publisher implements AutoCloseable {

    private static final Pattern HASHED = Pattern.compile(".*\\.[0-9a-z]{8,}\\.[a-z0-9]+|search/[0-9a-zA-Z_-]{8,}\\.js");

    private static final String LOCK = Manifest.FOLDER + "/lock";
    private static final String STAGING = Manifest.FOLDER + "/staging";
    private static final String TEMPORARY = Manifest.FOLDER + "/tmp";
    private static final Set<String> FOLDERS = Set.of("staging", "tmp");

    private static final Pattern IDEA = Pattern.compile("ideas/[^/]+\\.html");

    private final Path output;
    private final SafeFolder site;
    private final SafeFolder stagingFolder;
    private final Staging staging;
    private final LiveSite live;
    private final Manifest last;
    private Manifest published;
    private final FileChannel lockFile;
    private final FileLock lock;

    private Publisher(SafeFolder site, SafeFolder staging, Manifest last, FileChannel lockFile, FileLock lock) {
        this.output = site.path();
        this.site = site;
        this.stagingFolder = staging;
        this.live = new LiveSite(site, last);
        this.staging = Staging.of(staging, live::file);
        this.last = last;
        this.published = last;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /// Takes an output folder, making it when there is none.
    ///
    /// @throws PublishException when it holds files but no manifest of ours, is in use, or can't be written
    public static Publisher open(Path output) {
        try {
            if (Files.exists(output) && !Files.isDirectory(output)) {
                throw new PublishException("the output " + output + " is not a folder; name another with -o");
            }
            SafeFolder site = SafeFolder.at(SafeFolder.make(output).path().toRealPath());
            refuseOddFiles(site.path());
            boolean ours = Manifest.read(site).isPresent();
            if (!ours && !isEmpty(site.path())) {
                throw new PublishException("the output folder " + output + " holds files that Pressroom did not make;"
                    + " empty it or name another with -o");
            }
            FileChannel channel = site.lockFile(LOCK);
            FileLock lock = lockOf(channel, output);
            try {
                removeLeftovers(site);
                Manifest last = Manifest.read(site).orElse(new Manifest(new TreeMap<>()));
                return new Publisher(site, SafeFolder.at(site.folder(STAGING)), last, channel, lock);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new PublishException("cannot use the output folder " + output + ": " + FileProblem.of(e), e);
        } catch (UncheckedIOException e) {
            throw new PublishException("cannot use the output folder " + output + ": " + FileProblem.of(e), e);
        }
    }

    /// The folder of our own holds regular files and folders that we made, and nothing else was ever put there by us.
    private static void refuseOddFiles(Path site) throws IOException {
        Path own = site.resolve(Manifest.FOLDER);
        if (!Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        refuseUnless(Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS), own, "a folder");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(own)) {
            for (Path entry : entries) {
                boolean folder = FOLDERS.contains(entry.getFileName().toString());
                refuseUnless(folder ? Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) : Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS),
                    entry, folder ? "a folder" : "a regular file");
            }
        }
    }

    private static void refuseUnless(boolean right, Path entry, String kind) {
        if (!right) {
            throw new PublishException(entry + (Files.isSymbolicLink(entry) ? " is a symbolic link" : " is not " + kind)
                + ", and was not made by Pressroom; remove it or name another folder with -o");
        }
    }

    /// What a build that was killed left behind in the folder of our own.
    private static void removeLeftovers(SafeFolder site) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(site.path().resolve(Manifest.FOLDER))) {
            entries.forEach(entry -> names.add(Manifest.FOLDER + "/" + entry.getFileName()));
        }
        for (String name : names) {
            if (!name.equals(LOCK) && !name.equals(Manifest.ADDRESS)) {
                site.remove(name);
            }
        }
    }

    private static FileLock lockOf(FileChannel channel, Path output) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it; said below.
        }
        if (lock == null) {
            channel.close();
            throw new PublishException("another build is publishing to " + output + "; wait for it, or name another folder with -o");
        }
        return lock;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                // What an interrupted first build of ours left behind.
                if (!entry.getFileName().toString().equals(Manifest.FOLDER)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Where the new site is written; empty at first, and removed by [#close].
    public Staging staging() {
        return staging;
    }

    /// Forgets what was staged.
    public void clear() throws IOException {
        staging.clear();
    }

    /// Where temporary files may be, beside the staged site; removed by [#close].
    public Path temporary() {
        return output.resolve(TEMPORARY);
    }

    /// How many pages of ideas the site has that is there now.
    public long ideas() {
        return last.files().keySet().stream().filter(address -> IDEA.matcher(address).matches()).count();
    }

    /// What tells whether the site is as it was: of each file what the manifest says, its size and time. No file is read.
    public List<String> marks() {
        return Stream.of(published.files(), published.before()).flatMap(files -> List.copyOf(files.entrySet()).parallelStream()
            .map(file -> file.getKey() + " " + file.getValue() + " " + stamp(output.resolve(file.getKey()))).toList().stream()).toList();
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.isRegularFile() ? now.size() + " " + now.lastModifiedTime().to(TimeUnit.NANOSECONDS) : "no file";
        } catch (IOException e) {
            return "none";
        }
    }

    /// Switches to the staged site.
    ///
    /// @throws PublishException when the folder of the staged site is not as it was written, or when it would overwrite or delete a
    ///     file that is not ours, as [LiveSite] tells; the live site is then as before
    public Publication publish() {
        try {
            SortedMap<String, Staging.Content> files = staging.contents();
            refuseOddStaging(files);
            List<String> changed = new ArrayList<>();
            SortedMap<String, String> staged = new TreeMap<>();
            for (Map.Entry<String, Staging.Content> file : files.entrySet()) {
                staged.put(file.getKey(), file.getValue().hash());
                if (live.file(file.getKey(), file.getValue()).isEmpty()) {
                    changed.add(file.getKey());
                }
            }
            refuseGone(changed);
            SortedSet<String> stale = live.stale(staged.keySet());
            new Manifest(both(staged), live.contents(changed, stale)).write(site);
            changed.sort(Comparator.comparingInt(Publisher::turn).thenComparing(Comparator.naturalOrder()));
            moveAll(changed);
            List<String> deleted = delete(stale);
            published = new Manifest(staged);
            published.write(site);
            return new Publication(staged.size(), changed, deleted);
        } catch (IOException e) {
            throw interrupted(FileProblem.of(e), e);
        } catch (UncheckedIOException e) {
            throw interrupted(FileProblem.of(e), e);
        }
    }

    private SortedMap<String, String> both(SortedMap<String, String> staged) {
        SortedMap<String, String> both = new TreeMap<>(last.files());
        both.putAll(staged);
        return both;
    }

    private PublishException interrupted(String problem, Exception e) {
        return new PublishException("cannot publish to " + output + ": " + problem
            + "; each page is whole, old or new, and the next build repairs the rest", e);
    }

    /// First what others refer to by hash, then pages, the search root last; but a folder that is new comes whole, with its first file.
    static int turn(String address) {
        return address.equals("search/root.js") ? 2 : HASHED.matcher(address).matches() ? 0 : 1;
    }

    /// What was written must be there, and nothing else: a tool that writes on its own would publish what nobody planned.
    private void refuseOddStaging(SortedMap<String, Staging.Content> files) throws IOException {
        Set<String> missing = new TreeSet<>(files.keySet());
        Set<String> unexpected = new TreeSet<>();
        missing.removeIf(staging::isKept);
        Files.walkFileTree(staging.folder(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String address = address(staging.folder(), file);
                Staging.Content content = files.get(address);
                if (content == null) {
                    unexpected.add(address);
                } else if (content.size() == attributes.size()) {
                    missing.remove(address);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            throw new PublishException("the staged site is not as it was written; missing or cut off: " + first(missing)
                + "; not planned: " + first(unexpected) + ". The live site is untouched. This is a bug in Pressroom");
        }
    }

    /// What the live site had, and was not written again for that reason, must still be there.
    private void refuseGone(List<String> changed) {
        Set<String> gone = new TreeSet<>(changed);
        gone.removeIf(address -> !staging.isKept(address));
        if (!gone.isEmpty()) {
            throw new PublishException("files in " + output + " changed while the site was being built: " + first(gone)
                + ". Nothing was published; run the command again");
        }
    }

    private static String first(Set<String> addresses) {
        return addresses.isEmpty() ? "none" : addresses.size() <= 5 ? String.join(", ", addresses)
            : String.join(", ", addresses.stream().limit(5).toList()) + " and " + (addresses.size() - 5) + " more";
    }

    static String address(Path root, Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /// A folder of the staged site of which the live one has nothing is one move.
    private void moveAll(List<String> addresses) throws IOException {
        Map<String, Boolean> whole = new HashMap<>();
        Set<Path> made = new HashSet<>(Set.of(output));
        for (String address : addresses) {
            String top = Path.of(address).getName(0).toString();
            if (!whole.containsKey(top)) {
                boolean absent = !Files.exists(output.resolve(top), LinkOption.NOFOLLOW_LINKS);
                if (absent) {
                    site.take(stagingFolder, top);
                }
                whole.put(top, absent);
            }
            if (!Objects.requireNonNull(whole.get(top))) {
                move(address, made);
            }
        }
    }

    private void move(String address, Set<Path> made) throws IOException {
        Path folder = output.resolve(address).getParent();
        if (folder != null && made.add(folder)) {
            for (Path at = folder; at != null && !at.equals(output); at = at.getParent()) {
                site.delete(address(output, at));
            }
        }
        site.take(stagingFolder, address);
    }

    private List<String> delete(Set<String> stale) throws IOException {
        List<String> deleted = new ArrayList<>();
        for (String address : stale) {
            if (site.delete(address)) {
                deleted.add(address);
                site.deleteEmptyFoldersAbove(address);
            }
        }
        return deleted;
    }

    /// Removes the staging folder and lets go of the output folder.
    @Override
    public void close() {
        try (lockFile) {
            site.remove(STAGING);
            site.remove(TEMPORARY);
            lock.release();
        } catch (IOException e) {
            throw new PublishException("cannot clean up " + staging.folder() + ": " + FileProblem.of(e) + "; the next build will", e);
        }
    }
}
