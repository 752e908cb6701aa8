package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.ResultStore;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.Statistics;
import org.pressroom.config.Terms;
import org.pressroom.parallel.Workers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// An archive in figures, read without making its site.
public record ArchiveStatistics(Catalog catalog, Statistics statistics) {

    /// @param cache   the folder of this archive in the user's cache; null to do without
    /// @param version of Pressroom
    /// @param remarks takes what git could not tell
    public static ArchiveStatistics of(ArchiveSession session, @Nullable Path cache, String version, Workers workers, LocalDate asOf,
            List<String> remarks) {
        Reading reading;
        try (ResultStore store = ResultStore.openOrNone(cache)) {
            reading = Reading.of(session, workers, heads -> Past.of(session, new HistoryCache(cache, version), heads, workers, remarks), store, false,
                asOf, new Semantics.Words(), Progress.NONE);
        }
        Terms statuses = session.configuration().vocabulary().status();
        return new ArchiveStatistics(reading.catalog(), Statistics.of(reading.catalog().entries().stream().map(Entry::facts).toList(), status -> {
            String meaning = statuses.meaningOf(status);
            return meaning == null ? "" : meaning;
        }));
    }
}
