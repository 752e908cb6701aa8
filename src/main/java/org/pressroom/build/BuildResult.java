package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Report;
import org.pressroom.publish.Publication;

import java.util.List;
import java.util.Map;

/// What came of a build.
///
/// @param documents   published
/// @param pages       for readers
/// @param searchFiles of the search index
/// @param publication null when nothing was published: a template failed, or `--strict` and there were findings
/// @param report      what was found
/// @param timings     milliseconds by stage, in the order of the stages
/// @param remarks     sentences for people: no history, no cache
/// @param uncommitted addresses of the pages of documents that are not as the last commit has them
public record BuildResult(
        int documents, int pages, int searchFiles, @Nullable Publication publication, Report report,
        Map<Stage, Long> timings, List<String> remarks, List<String> uncommitted) { }
