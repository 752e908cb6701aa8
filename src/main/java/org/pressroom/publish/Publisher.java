package org.pressroom.publish;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Holds an output folder for one publication: a place to stage the new site, and the switch to it.
///
/// The staging folder lies inside the output folder, so that every move is a rename. One publication at a time: a second
/// process is told so.
public final class Publisher implements AutoCloseable {

    private static final Pattern HASHED = Pattern.compile(".*\\.[0-9a-z]{8,}\\.[a-z0-9]+|search/[0-9a-zA-Z_-]{8,}\\.js");

    private final Path output;
    private final Path staging;
    private final Manifest last;
    private final FileChannel lockFile;
    private final FileLock lock;

    private Publisher(Path output, Path staging, Manifest last, FileChannel lockFile, FileLock lock) {
        this.output = output;
        this.staging = staging;
        this.last = last;
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
            Path folder = Files.createDirectories(output).toRealPath();
            boolean ours = Manifest.read(folder).isPresent();
            if (!ours && !isEmpty(folder)) {
                throw new PublishException("the output folder " + output + " holds files that Pressroom did not make;"
                    + " empty it or name another with -o");
            }
            Path own = folder.resolve(Manifest.FOLDER);
            if (Files.isSymbolicLink(own)) {
                throw new PublishException(own + " is a symbolic link; remove it");
            }
            Files.createDirectories(own);
            FileChannel channel = FileChannel.open(own.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockOf(channel, output);
            Path staging = own.resolve("staging");
            Folders.delete(staging);
            Files.createDirectories(staging);
            Manifest last = Manifest.read(folder).orElse(new Manifest(new TreeMap<>()));
            return new Publisher(folder, staging, last, channel, lock);
        } catch (IOException | UncheckedIOException e) {
            throw new PublishException("cannot use the output folder " + output + ": " + e.getMessage(), e);
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
    public Path staging() {
        return staging;
    }

    /// Switches to the staged site.
    ///
    /// @param expected every address that the site must have, exactly
    /// @throws PublishException when what is staged is not what was expected, or would overwrite a file that is not ours;
    ///     the live site is then as before
    public Publication publish(Collection<String> expected) {
        try {
            SortedMap<String, Staged> files = staged();
            reconcile(files, expected);
            List<String> changed = new ArrayList<>();
            SortedMap<String, String> staged = new TreeMap<>();
            for (Map.Entry<String, Staged> file : files.entrySet()) {
                staged.put(file.getKey(), file.getValue().hash);
                if (differs(file.getKey(), file.getValue())) {
                    changed.add(file.getKey());
                }
            }
            refuseForeign(changed);
            SortedMap<String, String> both = new TreeMap<>(last.files());
            both.putAll(staged);
            // What is about to change has no known content until it is there: after a crash all of it is written again.
            changed.forEach(address -> both.put(address, ""));
            new Manifest(both).write(output);
            changed.sort(Comparator.comparingInt(Publisher::turn).thenComparing(Comparator.naturalOrder()));
            moveAll(changed);
            int deleted = deleteStale(staged.keySet());
            new Manifest(staged).write(output);
            return new Publication(staged.size(), changed.size(), deleted);
        } catch (IOException | UncheckedIOException e) {
            throw new PublishException("cannot publish to " + output + ": " + e.getMessage()
                + "; each page is whole, old or new, and the next build repairs the rest", e);
        }
    }

    /// First what others refer to by hash, then pages, the search root last; but a folder that is new comes whole, with its first file.
    private static int turn(String address) {
        return address.equals("search/root.js") ? 2 : HASHED.matcher(address).matches() ? 0 : 1;
    }

    /// A file of the new site.
    private record Staged(long size, String hash) { }

    private SortedMap<String, Staged> staged() throws IOException {
        Map<Path, Long> sizes = new HashMap<>();
        Files.walkFileTree(staging, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sizes.put(file, attributes.size());
                return FileVisitResult.CONTINUE;
            }
        });
        SortedMap<String, Staged> files = new TreeMap<>();
        sizes.entrySet().parallelStream()
            .map(file -> Map.entry(address(file.getKey()), new Staged(file.getValue(), hash(file.getKey(), file.getValue())))).toList()
            .forEach(file -> files.put(file.getKey(), file.getValue()));
        return files;
    }

    private String address(Path file) {
        return staging.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static String hash(Path file, long size) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[(int) Math.clamp(size + 1, 1, 1 << 16)];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void reconcile(SortedMap<String, Staged> staged, Collection<String> expected) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(staged.keySet());
        Set<String> unexpected = new TreeSet<>(staged.keySet());
        unexpected.removeAll(new TreeSet<>(expected));
        staged.forEach((address, file) -> {
            if (file.size == 0) {
                missing.add(address);
            }
        });
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            throw new PublishException("the staged site is not what was planned; missing or empty: " + first(missing)
                + "; not planned: " + first(unexpected) + ". The live site is untouched. This is a fault of Pressroom");
        }
    }

    private static String first(Set<String> addresses) {
        return addresses.isEmpty() ? "none" : addresses.size() <= 5 ? String.join(", ", addresses)
            : String.join(", ", addresses.stream().limit(5).toList()) + " and " + (addresses.size() - 5) + " more";
    }

    private boolean differs(String address, Staged file) throws IOException {
        Path live = output.resolve(address);
        return !file.hash.equals(last.files().get(address)) || !Files.isRegularFile(live, LinkOption.NOFOLLOW_LINKS)
            || Files.size(live) != file.size;
    }

    /// Whatever lies in the way of a file of ours must be ours.
    private void refuseForeign(List<String> addresses) {
        Map<Path, Boolean> folders = new HashMap<>(Map.of(output, true));
        for (String address : addresses) {
            Path file = output.resolve(address);
            if (isFolder(file.getParent(), folders) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && (Files.isSymbolicLink(file) || Files.isDirectory(file) || !last.files().containsKey(address))) {
                throw inTheWay(file);
            }
        }
    }

    /// Whether there is such a folder; where there is none, nothing below it is in the way.
    ///
    /// @param known of which it is known
    private boolean isFolder(@Nullable Path at, Map<Path, Boolean> known) {
        if (at == null) {
            return false;
        }
        Boolean found = known.get(at);
        if (found == null) {
            found = isFolder(at.getParent(), known) && Files.exists(at, LinkOption.NOFOLLOW_LINKS);
            if (found && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                if (Files.isSymbolicLink(at) || !last.files().containsKey(address(output, at))) {
                    throw inTheWay(at);
                }
                found = false;
            }
            known.put(at, found);
        }
        return found;
    }

    private static PublishException inTheWay(Path at) {
        return new PublishException(at + " is in the way and was not made by Pressroom; move it away");
    }

    private static String address(Path root, Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /// A folder of the staged site of which the live one has nothing is one move.
    private void moveAll(List<String> addresses) throws IOException {
        Map<Path, Boolean> whole = new HashMap<>();
        Set<Path> made = new HashSet<>(Set.of(output));
        for (String address : addresses) {
            Path top = output.resolve(Path.of(address).getName(0));
            if (!whole.containsKey(top)) {
                boolean absent = !Files.exists(top, LinkOption.NOFOLLOW_LINKS);
                if (absent) {
                    Files.move(staging.resolve(top.getFileName()), top, StandardCopyOption.ATOMIC_MOVE);
                }
                whole.put(top, absent);
            }
            if (!Objects.requireNonNull(whole.get(top))) {
                move(address, made);
            }
        }
    }

    private void move(String address, Set<Path> made) throws IOException {
        Path target = output.resolve(address);
        Path folder = target.getParent();
        if (folder != null && made.add(folder)) {
            for (Path at = folder; at != null && !at.equals(output); at = at.getParent()) {
                if (Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(at);
                }
            }
            Files.createDirectories(folder);
        }
        Files.move(staging.resolve(address), target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private int deleteStale(Set<String> current) throws IOException {
        int deleted = 0;
        for (String address : last.files().keySet()) {
            if (current.contains(address) || !isInside(address)) {
                continue;
            }
            Path file = output.resolve(address);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !leadsThroughLink(file)) {
                Files.delete(file);
                deleted++;
                removeEmptyFolders(file.getParent());
            }
        }
        return deleted;
    }

    /// A manifest may have been edited: what it names must still lie in the output folder.
    private boolean isInside(String address) {
        Path file = output.resolve(address).normalize();
        return file.startsWith(output) && !file.equals(output) && !file.startsWith(output.resolve(Manifest.FOLDER));
    }

    private boolean leadsThroughLink(Path file) {
        for (Path at = file.getParent(); at != null && !at.equals(output); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return true;
            }
        }
        return false;
    }

    private void removeEmptyFolders(@Nullable Path folder) throws IOException {
        for (Path at = folder; at != null && !at.equals(output) && at.startsWith(output); at = at.getParent()) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
                if (entries.iterator().hasNext()) {
                    return;
                }
            }
            Files.delete(at);
        }
    }


    /// Removes the staging folder and lets go of the output folder.
    @Override
    public void close() {
        try (lockFile) {
            Folders.delete(staging);
            lock.release();
        } catch (IOException e) {
            throw new PublishException("cannot clean up " + staging + ": " + e.getMessage() + "; the next build does", e);
        }
    }
}
