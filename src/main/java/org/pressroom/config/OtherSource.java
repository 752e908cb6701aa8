package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceId;

/// A further repository or folder from which the site is made.
///
/// @param id       its name, which stands before its ids where that is needed
/// @param location a folder, a repository, or an address to clone; relative to the archive
/// @param ref      a commit, branch or tag; null for what is checked out
/// @param content  the content folder below its root; null: `content` when there is one, else the root
/// @param line     where the configuration names it
public record OtherSource(SourceId id, String location, @Nullable String ref, @Nullable String content, int line) { }
