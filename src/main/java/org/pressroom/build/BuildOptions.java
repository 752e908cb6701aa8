package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Severity;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// How a site is built.
///
/// @param output  where it goes
/// @param baseUrl where it will stand, ending in `/`; null when that isn't known
/// @param strict  whether findings at `failOn` or above leave the old site as it is
/// @param failOn  the severity from which findings count as failure
/// @param asOf    the day that pages call today
/// @param version of Pressroom
/// @param cache   the folder of this archive in the user's cache; null to do without
/// @param semantics by what documents with similar problems are found
/// @param allowEmpty whether an archive without documents empties a site that has some
/// @param jars    whose templates, template engines and rendering tools the site is made with
/// @param themeScripts whether scripts and pages of the archive's theme are taken, which then act in the site's name
/// @param verify  whether the search's files are asked some questions and must answer as the index does
public record BuildOptions(
        Path output, @Nullable URI baseUrl, boolean strict, Severity failOn, LocalDate asOf, String version,
        @Nullable Path cache, Semantics semantics, boolean allowEmpty, List<Path> jars, boolean themeScripts, boolean verify) {

    public BuildOptions {
        jars = List.copyOf(jars);
    }
}
