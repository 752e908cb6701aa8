package org.pressroom.serve;

import org.pressroom.build.WatchedPlaces;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Watches by looking at sizes and times of files again and again. Used by one thread.
final class PollingWatch implements ArchiveWatch {

    static final long EVERY_MILLIS = 1_000;

    private final WatchedPlaces places;
    private Map<Path, String> last;
    private volatile boolean closed;

    PollingWatch(Supplier<WatchedPlaces> places) {
        this.places = places.get();
        this.last = look();
    }

    @Override
    public SortedSet<Path> next() throws InterruptedException {
        SortedSet<Path> changed = new TreeSet<>();
        long end = Long.MAX_VALUE;
        while (!closed) {
            TimeUnit.MILLISECONDS.sleep(changed.isEmpty() ? EVERY_MILLIS : SETTLED_MILLIS);
            Map<Path, String> now = look();
            Set<Path> different = new HashSet<>(now.keySet());
            different.addAll(last.keySet());
            Map<Path, String> before = last;
            different.removeIf(path -> now.getOrDefault(path, "").equals(before.getOrDefault(path, "")));
            last = now;
            if (!changed.isEmpty() && (different.isEmpty() || System.nanoTime() >= end)) {
                return changed;
            }
            if (changed.isEmpty() && !different.isEmpty()) {
                end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
            }
            changed.addAll(different);
        }
        throw new InterruptedException("the watch is closed");
    }

    private Map<Path, String> look() {
        Map<Path, String> found = new HashMap<>();
        Deque<Path> left = new ArrayDeque<>(places.folders());
        Set<Path> seen = new HashSet<>(left);
        while (!left.isEmpty()) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(left.pop())) {
                for (Path entry : entries) {
                    if (!String.valueOf(entry.getFileName()).startsWith(".") && look(entry, found) && seen.add(entry)) {
                        left.push(entry);
                    }
                }
            } catch (IOException e) {
                // It is gone, which its own folder tells.
            }
        }
        places.files().forEach(file -> look(file, found));
        return found;
    }

    /// @return whether it is a folder
    private static boolean look(Path path, Map<Path, String> found) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            found.put(path, now.isDirectory() ? "folder" : now.size() + " " + now.lastModifiedTime().to(TimeUnit.NANOSECONDS));
            return now.isDirectory();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
