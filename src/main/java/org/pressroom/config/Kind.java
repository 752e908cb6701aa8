package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A kind of document.
///
/// @param name       as in `pressroom.yaml`: `rfc`
/// @param files      which documents are of this kind; empty for all that no other kind takes
/// @param prfaq      whether it is a PR/FAQ, so that press release and FAQ are looked for and their rules apply
/// @param parts      in the order in which they are wanted
/// @param id         the form of ids that come from file names, such as `RFC-{number}`; null for the default
/// @param vocabulary the words and keys that its metadata may have
public record Kind(
        String name, List<PathGlob> files, boolean prfaq, List<PartForm> parts, @Nullable String id,
        Vocabulary vocabulary) {

    /// What every document is unless the configuration says otherwise.
    public static final Kind PRFAQ = new Kind("prfaq", List.of(), true, List.of(), null, Vocabulary.PRFAQ);

    public Kind {
        files = List.copyOf(files);
        parts = List.copyOf(parts);
    }

    /// The same kind under another vocabulary.
    Kind with(Vocabulary other) {
        return new Kind(name, files, prfaq, parts, id, other);
    }
}
