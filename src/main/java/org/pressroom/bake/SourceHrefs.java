package org.pressroom.bake;

import org.jspecify.annotations.Nullable;

/// Where a document's source stands at the archive's host; null for what isn't known.
public record SourceHrefs(@Nullable String source, @Nullable String edit, @Nullable String history) {

    public static final SourceHrefs NONE = new SourceHrefs(null, null, null);
}
