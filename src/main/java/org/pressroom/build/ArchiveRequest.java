package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.AllowedPlaces;
import org.pressroom.git.Mirrors;

import java.nio.file.Path;

/// Which archive to read, and how.
///
/// @param location a repository or folder
/// @param ref      a commit, branch or tag; null for the working tree
/// @param content  the content folder below the root; null for the configuration's, else `content` when there is one
/// @param config   a configuration file in place of the archive's `pressroom.yaml`
/// @param skip     a folder whose files are not of the archive, such as the output folder; null for none
/// @param mirrors  where copies of repositories elsewhere are kept; null when they can't be
/// @param mirror   of what the location is a copy; null when it is none
/// @param allowed  what outside its folder the archive may name
public record ArchiveRequest(
        Path location, @Nullable String ref, @Nullable String content, @Nullable Path config, @Nullable Path skip,
        @Nullable Mirrors mirrors, Mirrors.@Nullable Mirror mirror, AllowedPlaces allowed) {

    /// An archive on this machine, alone.
    public ArchiveRequest(Path location, @Nullable String ref, @Nullable String content, @Nullable Path config, @Nullable Path skip) {
        this(location, ref, content, config, skip, null, null, AllowedPlaces.NONE);
    }

    /// The same archive as it was at a commit.
    public ArchiveRequest at(String commit) {
        return new ArchiveRequest(location, commit, content, config, skip, mirrors == null ? null : mirrors.asTheyAre(), mirror, allowed);
    }

    /// The same archive, for which nothing is fetched from elsewhere.
    public ArchiveRequest asItIs() {
        return new ArchiveRequest(location, ref, content, config, skip, mirrors == null ? null : mirrors.asTheyAre(), mirror, allowed);
    }

    public static ArchiveRequest of(Path location) {
        return new ArchiveRequest(location, null, null, null, null);
    }
}
