package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What files of an archive say at their heads, restricted ones too.
final class DocumentHeads {

    private DocumentHeads() { }

    /// @param files documents or pages
    /// @return a head for each, in their order
    static List<DocumentHead> of(ArchiveSession session, List<TreeEntry> files, Workers workers) {
        DocumentParser parser = new DocumentParser(session.configuration(), _ -> false);
        @Nullable DocumentHead[] heads = new @Nullable DocumentHead[files.size()];
        workers.forEach(heads.length, i -> heads[i] = parser.head(session.read(files.get(i))));
        return Stream.of(heads).map(Objects::requireNonNull).toList();
    }
}
