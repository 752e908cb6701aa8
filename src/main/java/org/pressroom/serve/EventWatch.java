package org.pressroom.serve;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.WatchedPlaces;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Watches by the system's own means. Used by one thread.
final class EventWatch implements ArchiveWatch {

    /// Opens the system's own means.
    interface Service {
        WatchService open() throws IOException;
    }

    /// A folder with this is a site that somebody builds in the archive.
    private static final String SITE = ".pressroom";

    private final Supplier<WatchedPlaces> supplier;
    private final WatchService service;
    private final Map<WatchKey, Path> keys = new HashMap<>();
    /// Folders that came after the places were asked for.
    private final Set<Path> added = new HashSet<>();
    private WatchedPlaces places;

    /// @throws IOException when not all folders can be watched; the service is closed then
    EventWatch(Supplier<WatchedPlaces> supplier, WatchService service) throws IOException {
        this.supplier = supplier;
        this.service = service;
        this.places = supplier.get();
        try {
            for (Path folder : places.all()) {
                register(folder);
            }
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    private void register(Path folder) throws IOException {
        try {
            keys.put(folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE), folder);
        } catch (NoSuchFileException | NotDirectoryException e) {
            // It went just now, of which its own folder tells.
        }
    }

    @Override
    public SortedSet<Path> next() throws InterruptedException {
        SortedSet<Path> changed = new TreeSet<>();
        long end = Long.MAX_VALUE;
        try {
            while (true) {
                long left = changed.isEmpty() ? Long.MAX_VALUE : Math.min(SETTLED_MILLIS, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
                WatchKey key = left <= 0 ? null : service.poll(left, TimeUnit.MILLISECONDS);
                if (key == null) {
                    return changed;
                }
                boolean first = changed.isEmpty();
                take(key, changed);
                if (first && !changed.isEmpty()) {
                    end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
                }
            }
        } catch (ClosedWatchServiceException e) {
            throw new InterruptedException("the watch is closed");
        }
    }

    private void take(WatchKey key, SortedSet<Path> changed) {
        Path folder = keys.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW || !(event.context() instanceof Path name)) {
                lost(changed);
            } else if (folder != null) {
                take(folder.resolve(name), changed);
            }
        }
        if (!key.reset()) {
            keys.remove(key);
        }
    }

    private void take(Path path, SortedSet<Path> changed) {
        Path folder = path.getParent();
        boolean counts = places.hold(path) || added.contains(folder) && !isHidden(path);
        if (!counts) {
            return;
        }
        changed.add(path);
        if (!places.files().contains(path) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            arrived(path);
        }
    }

    /// A folder is new, or came back; what it holds may have come before it was watched, so it counts as changed.
    private void arrived(Path folder) {
        if (Files.exists(folder.resolve(SITE), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        added.add(folder);
        try {
            register(folder);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !isHidden(entry))) {
                entries.forEach(this::arrived);
            }
        } catch (IOException e) {
            // It went again, or there are no more handles: what is in it is built with the next change elsewhere.
        }
    }

    private static boolean isHidden(Path path) {
        @Nullable Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    /// More happened than the system could count.
    private void lost(SortedSet<Path> changed) {
        places = supplier.get();
        for (Path folder : places.all()) {
            try {
                register(folder);
            } catch (IOException e) {
                // As in [#arrived].
            }
        }
        changed.addAll(places.folders());
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            // Nothing was written.
        }
    }
}
