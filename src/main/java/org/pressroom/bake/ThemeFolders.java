package org.pressroom.bake;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Where an archive keeps its own templates and assets, which take the place of ours file by file.
///
/// @param templates null or not there: none
/// @param assets    null or not there: none
public record ThemeFolders(@Nullable Path templates, @Nullable Path assets) {

    public static final ThemeFolders NONE = new ThemeFolders(null, null);
}
