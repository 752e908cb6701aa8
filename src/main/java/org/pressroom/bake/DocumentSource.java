package org.pressroom.bake;

import org.pressroom.catalog.Entry;
import org.pressroom.model.Document;

import java.io.IOException;

/// Hands out whole documents, one at a time. Called from several threads at once; nothing that it returns is kept.
@FunctionalInterface
public interface DocumentSource {

    /// The document of an entry.
    ///
    /// @throws IOException when it can't be read any more
    Document read(Entry entry) throws IOException;
}
