package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What every document of an archive says at its head, restricted ones too.
final class DocumentHeads {

    private DocumentHeads() { }

    /// In order of path.
    static List<DocumentHead> of(ArchiveSession session, Workers workers) {
        DocumentParser parser = new DocumentParser(session.configuration(), _ -> false);
        List<TreeEntry> documents = session.documents();
        @Nullable DocumentHead[] heads = new @Nullable DocumentHead[documents.size()];
        workers.forEach(heads.length, i -> heads[i] = parser.head(session.read(documents.get(i))));
        return Stream.of(heads).map(Objects::requireNonNull).toList();
    }
}
