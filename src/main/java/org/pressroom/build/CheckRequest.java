package org.pressroom.build;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.LocalDate;

/// What to check, and what to compare it with.
///
/// @param since    a commit, branch or tag: only what changed since then is of interest; null for everything
/// @param baseline a file in place of the configuration's; null for that one
/// @param asOf     the day that rules call today
/// @param semantics by what documents with similar problems are found
/// @param cache    the folder of this archive in the user's cache; null to do without
/// @param version  of Pressroom
public record CheckRequest(ArchiveRequest archive, @Nullable String since, @Nullable Path baseline, LocalDate asOf, Semantics semantics,
        @Nullable Path cache, String version) { }
