package org.pressroom.build;

import org.pressroom.config.Nearest;
import org.pressroom.git.ArchiveException;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds documents for their authors, restricted ones too.
///
/// @param heads of the archive's own documents; those of other sources can't be changed here
public record DocumentLookup(List<DocumentHead> heads) {

    public DocumentLookup {
        heads = List.copyOf(heads);
    }

    /// Reads what the documents of an archive say of themselves.
    public static DocumentLookup of(ArchiveSession session, Workers workers) {
        return new DocumentLookup(DocumentHeads.of(session, session.documents(), workers).heads().stream()
            .filter(head -> head.path().source().equals(SourceId.MAIN)).toList());
    }

    /// The document with an id, in whatever case, or with a path.
    ///
    /// @throws ArchiveException when there is none, or more than one
    public DocumentHead find(String id) {
        return one(id, head -> head.id().shown().equals(id)).or(() -> one(id, head -> head.id().shown().equalsIgnoreCase(id)))
            .or(() -> one(id, head -> head.id().value().equalsIgnoreCase(id)))
            .or(() -> one(id, head -> head.path().path().equals(id.replace('\\', '/'))))
            .orElseThrow(() -> new ArchiveException("there is no document " + id
                + Nearest.of(id, heads.stream().map(head -> head.id().shown()).toList()).map(near -> "; did you mean " + near + "?").orElse("")));
    }

    private Optional<DocumentHead> one(String id, Predicate<DocumentHead> is) {
        List<DocumentHead> found = heads.stream().filter(is).toList();
        if (found.size() > 1) {
            throw new ArchiveException(found.size() + " documents have the ID " + id + " ("
                + found.stream().map(DocumentHead::path).map(SourcePath::path).collect(Collectors.joining(", ")) + "); name the file instead");
        }
        return found.stream().findFirst();
    }
}
