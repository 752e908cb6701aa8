package org.pressroom.bake;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;

/// What an archive brings for its site's look: templates and assets that take the place of ours file by file, a logo,
/// messages.
///
/// @param templates null or not there: none
/// @param assets    null or not there: none
/// @param logo      a picture; null: none
/// @param messages  in the language of the interface, by key
/// @param vouched   whether whoever builds takes what they run for their own; else scripts in pages are errors
public record ThemeFolders(@Nullable Path templates, @Nullable Path assets, @Nullable Path logo, Map<String, String> messages, boolean vouched) {

    public ThemeFolders {
        messages = Map.copyOf(messages);
    }
}
