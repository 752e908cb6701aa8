package org.pressroom.rules;

import org.pressroom.model.DocumentId;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The documents of which no output may show a trace: what refers to one is not broken, and nothing is said of it.
public final class Restricted {

    public static final Restricted NONE = new Restricted(Set.of(), Set.of());

    private final Set<SourcePath> paths;
    private final Set<String> ids = new HashSet<>();
    /// Without their sources.
    private final Set<String> keys = new HashSet<>();
    private final Set<String> published = new HashSet<>();

    public Restricted(Set<SourcePath> paths, Set<DocumentId> ids) {
        this(paths, ids, Set.of());
    }

    /// @param published ids of other documents, which a reference from their own source means first
    public Restricted(Set<SourcePath> paths, Set<DocumentId> ids, Set<DocumentId> published) {
        this.paths = Set.copyOf(paths);
        for (DocumentId id : ids) {
            this.ids.add(name(id));
            keys.add(id.key());
        }
        published.stream().filter(id -> keys.contains(id.key())).forEach(id -> this.published.add(name(id)));
    }

    private static String name(DocumentId id) {
        return id.source() + ":" + id.key();
    }

    public boolean isEmpty() {
        return paths.isEmpty();
    }

    public boolean holds(SourcePath path) {
        return paths.contains(path);
    }

    /// Whether a reference by id means a restricted document.
    ///
    /// @param from the source in which the reference stands
    /// @param id   as written: `0042`, or `source:0042`
    public boolean holds(SourceId from, String id) {
        String key = id.strip().toLowerCase(Locale.ROOT);
        String own = from + ":" + key;
        return ids.contains(own) || ids.contains(key) || keys.contains(key) && !published.contains(own);
    }
}
