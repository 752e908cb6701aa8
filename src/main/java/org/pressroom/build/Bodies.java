package org.pressroom.build;

import org.pressroom.cache.Key;
import org.pressroom.catalog.Entry;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.TreeEntry;
import org.pressroom.model.Document;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The published documents of a build: as they were kept when they were read, else read again. Safe for several threads.
public final class Bodies {

    private final ArchiveSession session;
    private final DocumentReader reader;
    private final Readings readings;
    private final Map<SourcePath, Key> keys;
    private final Map<SourcePath, TreeEntry> files = new HashMap<>();

    Bodies(ArchiveSession session, DocumentReader reader, Readings readings, Map<SourcePath, Key> keys) {
        this.session = session;
        this.reader = reader;
        this.readings = readings;
        this.keys = Map.copyOf(keys);
        session.documents().forEach(file -> files.put(file.path(), file));
    }

    /// By what a document was kept.
    Key key(Entry entry) {
        return Objects.requireNonNull(keys.get(entry.facts().path()));
    }

    /// @throws ArchiveException when the file has changed since it was read, and what it was is kept nowhere
    public Document of(Entry entry) {
        return readings.body(key(entry)).orElseGet(() -> again(entry));
    }

    private Document again(Entry entry) {
        SourcePath path = entry.facts().path();
        SourceFile file = session.read(Objects.requireNonNull(files.get(path)));
        if (!file.blobId().equals(entry.facts().blobId())) {
            throw new ArchiveException(path + " changed while the site was being built; build again");
        }
        return reader.body(file).orElseThrow(() -> new ArchiveException(path + " can't be read any more; build again"));
    }
}
