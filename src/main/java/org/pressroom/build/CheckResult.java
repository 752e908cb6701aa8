package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Report;
import org.pressroom.source.SourcePath;

import java.util.List;

/// What came of a check.
///
/// @param report    what is of interest: all of it, or what concerns a change
/// @param documents that are of interest, in order of path
/// @param prefix    the archive's folder below its repository's root, ending in `/`; empty for the root itself
/// @param nothing   why there are no documents at all; null when there are some
/// @param configured whether there is a configuration
/// @param elsewhere number of findings in `report` that a change caused in documents it did not touch
public record CheckResult(Report report, List<SourcePath> documents, String prefix, @Nullable String nothing, boolean configured, int elsewhere) {

    public CheckResult {
        documents = List.copyOf(documents);
    }
}
