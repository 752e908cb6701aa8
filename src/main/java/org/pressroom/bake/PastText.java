package org.pressroom.bake;

import org.pressroom.model.Document;

import java.util.Optional;

/// What a document was after one of its revisions. For one thread.
public interface PastText {

    /// Whether nobody may see it.
    boolean hidden();

    /// The text as it was written; equal for two that read the same, whatever the rest of their metadata say.
    String print();

    /// The document, read when it is asked for; empty when it can't be.
    Optional<Document> document();
}
