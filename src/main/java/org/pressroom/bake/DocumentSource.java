package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.history.Revision;
import org.pressroom.model.Document;

import java.io.IOException;
import java.util.Optional;

/// Hands out whole documents, one at a time. Called from several threads at once; nothing that it returns is kept.
public interface DocumentSource {

    /// The document of an entry.
    ///
    /// @throws IOException when it can't be read any more
    Document read(Entry entry) throws IOException;

    /// The document of an entry as its author wrote it, fit to be published; empty when it may not be.
    ///
    /// @param document as [#read] gave it
    /// @throws IOException when it can't be read any more
    Optional<byte[]> original(Entry entry, Document document) throws IOException;

    /// Where the file of an entry stands at the archive's host.
    default SourceHrefs hrefs(Entry entry) {
        return SourceHrefs.NONE;
    }

    /// What the document of an entry was after a revision; empty when that is not known.
    default Optional<PastText> past(Entry entry, Revision revision) {
        return Optional.empty();
    }

    /// Where the source of the document of an entry, as it was after a revision, stands at the archive's host; null when
    /// nobody says.
    default @Nullable String href(Entry entry, Revision revision) {
        return null;
    }
}
