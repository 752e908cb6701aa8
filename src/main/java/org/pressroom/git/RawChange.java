package org.pressroom.git;

import org.jspecify.annotations.Nullable;

/// What a commit did to one path, against its first parent.
///
/// @param path   below the archive's root
/// @param before git's id of the plain file that was there; null when there was none
/// @param after  of the plain file that is there now; null when there is none, never equal to `before`
public record RawChange(String path, @Nullable String before, @Nullable String after) { }
