package org.pressroom.serve;

import org.pressroom.build.WatchedPlaces;
import org.pressroom.files.FileProblem;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Waits until an archive's files change.
public interface ArchiveWatch extends AutoCloseable {

    /// Without a change for this long, whoever writes files has finished.
    long SETTLED_MILLIS = 40;
    /// Somebody who never stops writing is not waited for any longer.
    long LONGEST_MILLIS = 2_000;

    /// Waits for changes, and until they have settled: an editor writes a file in several steps, git a thousand files one by one.
    ///
    /// @return the files and folders that changed since the last call, as far as that is known
    SortedSet<Path> next() throws InterruptedException;

    @Override
    void close();

    /// Begins to watch: by the system's own means, and where these end, by looking again and again.
    ///
    /// @param places  asked now, and again when the system lost track of changes
    /// @param remarks takes a sentence when the system's means are at their end
    static ArchiveWatch of(Supplier<WatchedPlaces> places, Consumer<String> remarks) {
        return of(places, remarks, () -> FileSystems.getDefault().newWatchService());
    }

    /// @param service gives the system's own means
    static ArchiveWatch of(Supplier<WatchedPlaces> places, Consumer<String> remarks, EventWatch.Service service) {
        try {
            return new EventWatch(places, service.open());
        } catch (IOException | UnsupportedOperationException e) {
            remarks.accept("the system can't watch the archive's folders (" + (e instanceof IOException io ? FileProblem.reason(io) : "it has no means to")
                + "), so changes are looked for every " + PollingWatch.EVERY_MILLIS + " ms; on Linux, `sysctl fs.inotify.max_user_watches=524288` allows more");
            return new PollingWatch(places);
        }
    }
}
