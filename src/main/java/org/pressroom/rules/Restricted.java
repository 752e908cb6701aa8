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

    public Restricted(Set<SourcePath> paths, Set<DocumentId> ids) {
        this.paths = Set.copyOf(paths);
        ids.forEach(id -> this.ids.add(id.source() + ":" + id.key()));
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
        return ids.contains(from + ":" + key) || ids.contains(key);
    }
}
