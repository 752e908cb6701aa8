package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Histories;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The history of all documents, each source asked for its own.
///
/// @param sources one a source; a source without documents is not asked, unless there are none at all
record Past(List<History> sources) {

    Past {
        sources = List.copyOf(sources);
    }

    /// Reads what was kept, else the logs. No document is read.
    static Past begin(ArchiveSession session, HistoryCache cache) {
        return new Past(session.parts().stream()
            .filter(part -> !part.documents().isEmpty() || session.documents().isEmpty() && part.tree() == session.tree())
            .map(part -> History.begin(part, cache)).toList());
    }

    /// Asks at once.
    ///
    /// @param heads   what documents of today say of themselves, as [org.pressroom.history.Learned] names it
    /// @param remarks takes what git could not tell
    /// @return null without history
    static @Nullable Histories of(ArchiveSession session, HistoryCache cache, Map<String, DocumentHead> heads, Workers workers,
            List<String> remarks) {
        return begin(session, cache).end(heads, workers, remarks);
    }

    /// Without anything kept, and silently.
    static @Nullable Histories of(ArchiveSession session, Map<String, DocumentHead> heads, Workers workers) {
        return of(session, HistoryCache.NONE, heads, workers, new ArrayList<>());
    }

    /// Reads what documents were.
    ///
    /// @param heads  what documents of today say of themselves, as [org.pressroom.history.Learned] names it
    /// @param takers takes what git could not tell
    /// @return null without history
    @Nullable Histories end(Map<String, DocumentHead> heads, Workers workers, Collection<String> takers) {
        Map<SourcePath, FileHistory> files = new HashMap<>();
        Map<SourcePath, Set<SourcePath>> former = new HashMap<>();
        Histories last = null;
        for (History source : sources) {
            Histories its = source.end(heads, workers, takers);
            if (its != null) {
                last = its;
                files.putAll(its.files());
                former.putAll(its.former());
            }
        }
        return last == null || sources.size() == 1 ? last : new Histories(files, former);
    }

    /// Why there is no history; empty when there is one.
    Optional<String> none() {
        return sources.stream().map(History::none).allMatch(Optional::isPresent) ? sources.stream().map(History::none).flatMap(Optional::stream).findFirst() : Optional.empty();
    }

    /// Whether objects of git could not be read. They may come back while everything else stays as it is.
    boolean isLacking() {
        return sources.stream().anyMatch(History::isLacking);
    }

    /// Whether a file is not as the last commit has it, and there is one.
    boolean isChanged(SourcePath file) {
        return sources.stream().anyMatch(source -> source.isChanged(file));
    }

    /// Files that are not as the last commit has them, where there is one.
    Set<SourcePath> changed() {
        Set<SourcePath> changed = new HashSet<>();
        sources.forEach(source -> changed.addAll(source.changed()));
        return changed;
    }
}
