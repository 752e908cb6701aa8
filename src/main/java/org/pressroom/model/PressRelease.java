package org.pressroom.model;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;

import java.util.List;
import java.util.Optional;

/// The press release as it was recognised.
///
/// @param lines from its heading or headline to its last line; null when the document has none
/// @param parts in the order in which they stand; a kind may occur more than once
/// @param words of prose, headline and labels included; CJK characters count half a word each
public record PressRelease(
        @Nullable LineSpan lines, @Nullable Passage headline, @Nullable Passage subheading,
        @Nullable Dateline dateline, List<Part> parts, int words) {

    public PressRelease {
        parts = List.copyOf(parts);
    }

    /// The first part of a kind.
    public Optional<Part> part(PartKind kind) {
        return parts.stream().filter(p -> p.kind() == kind).findFirst();
    }
}
