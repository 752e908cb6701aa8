package org.pressroom.config;

/// How much of the documents' past is compared, word by word.
///
/// @param revisions of one document, the newest; 0: none is compared
/// @param pages     of the whole archive, the newest
/// @param words     in a text that is longer nothing is compared
public record DiffBounds(int revisions, int pages, int words) {

    public static final DiffBounds DEFAULT = new DiffBounds(20, 1_000, 10_000);
}
