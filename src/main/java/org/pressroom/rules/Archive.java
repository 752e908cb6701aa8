package org.pressroom.rules;

import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.LinkResolver;
import org.pressroom.diagnostic.Position;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What archive rules see. Immutable.
public final class Archive {

    private final Catalog catalog;
    private final LinkResolver links;
    private final List<ArchiveEvidence> evidence;
    private final Map<SourcePath, Position> ids = new HashMap<>();
    private final Restricted restricted;
    private final Function<SourcePath, Optional<SourceText>> texts;

    /// @param evidence of every document whose references are to be judged, in any order
    /// @param texts    reads a document again, for the source line of a finding; empty when that is not possible
    public Archive(
            Catalog catalog, LinkResolver links, Collection<ArchiveEvidence> evidence, Restricted restricted,
            Function<SourcePath, Optional<SourceText>> texts) {
        this.catalog = catalog;
        this.links = links;
        this.evidence = List.copyOf(evidence);
        this.restricted = restricted;
        this.texts = texts;
        for (ArchiveEvidence document : evidence) {
            if (document.id() != null) {
                ids.put(document.path(), document.id());
            }
        }
    }

    public Catalog catalog() {
        return catalog;
    }

    public LinkResolver links() {
        return links;
    }

    public List<ArchiveEvidence> evidence() {
        return evidence;
    }

    public Restricted restricted() {
        return restricted;
    }

    /// Where a document says its id; its beginning when it doesn't.
    public Position idOf(SourcePath path) {
        return ids.getOrDefault(path, Position.START);
    }

    /// A document's text, read again.
    public Optional<SourceText> text(SourcePath path) {
        return texts.apply(path);
    }
}
