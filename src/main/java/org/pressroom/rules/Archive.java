package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.LinkResolver;
import org.pressroom.catalog.LinkTarget;
import org.pressroom.catalog.Neighbour;
import org.pressroom.catalog.Redirects;
import org.pressroom.diagnostic.Position;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What archive rules see. For one thread.
public final class Archive {

    /// A link or an image that leads to nothing that the site shows, nor to a restricted document.
    ///
    /// @param target [broken][LinkTarget.Broken] or [withheld][LinkTarget.Withheld]
    record DeadLink(SourcePath document, Reference reference, LinkTarget target) { }

    private final Catalog catalog;
    private final LinkResolver links;
    private final List<SourcePath> assets;
    private final List<ArchiveEvidence> evidence;
    private final Map<SourcePath, ArchiveEvidence> byPath = new HashMap<>();
    private final Restricted restricted;
    private final Function<SourcePath, Optional<SourceText>> texts;
    private final Redirects redirects;
    private final List<List<Neighbour>> nearest;
    private @Nullable List<DeadLink> deadLinks;

    /// @param assets   files that are there for published documents to show; those that only restricted ones may use are
    ///     left out, and all are where the documents share their folder with other things
    /// @param evidence of every document whose references are to be judged, in any order
    /// @param nearest  by number of document: those with much the same problem, nearest first
    /// @param texts    reads a document again, for the source line of a finding; empty when that is not possible
    public Archive(
            Catalog catalog, LinkResolver links, Collection<SourcePath> assets, Collection<ArchiveEvidence> evidence, Restricted restricted,
            Function<SourcePath, Optional<SourceText>> texts, Redirects redirects, List<List<Neighbour>> nearest) {
        this.catalog = catalog;
        this.links = links;
        this.assets = List.copyOf(assets);
        this.evidence = List.copyOf(evidence);
        this.restricted = restricted;
        this.texts = texts;
        this.redirects = redirects;
        this.nearest = List.copyOf(nearest);
        evidence.forEach(document -> byPath.put(document.path(), document));
    }

    public Catalog catalog() {
        return catalog;
    }

    public LinkResolver links() {
        return links;
    }

    public Redirects redirects() {
        return redirects;
    }

    /// The documents with much the same problem as one, nearest first.
    public List<Neighbour> nearest(Entry entry) {
        return nearest.get(entry.number());
    }

    public List<SourcePath> assets() {
        return assets;
    }

    public List<ArchiveEvidence> evidence() {
        return evidence;
    }

    public Restricted restricted() {
        return restricted;
    }

    /// Links and images that lead nowhere, document by document; found when they are first asked for.
    List<DeadLink> deadLinks() {
        if (deadLinks == null) {
            List<DeadLink> found = new ArrayList<>();
            for (ArchiveEvidence document : evidence) {
                document.references().forEach(reference -> deadLink(document.path(), reference).ifPresent(found::add));
            }
            deadLinks = List.copyOf(found);
        }
        return deadLinks;
    }

    private Optional<DeadLink> deadLink(SourcePath document, Reference reference) {
        boolean named = reference.kind() == Reference.Kind.LINK || reference.kind() == Reference.Kind.IMAGE;
        // The evidence keeps of links within a document only those that lead nowhere.
        if (named && reference.target().startsWith("#")) {
            return Optional.of(new DeadLink(document, reference, new LinkTarget.Broken("there is no such heading in this document")));
        }
        if (!named || LinkResolver.pathOf(document, reference.target()).filter(restricted::leads).isPresent()) {
            return Optional.empty();
        }
        LinkTarget target = links.resolve(document, reference.target());
        return target instanceof LinkTarget.Broken || target instanceof LinkTarget.Withheld
            ? Optional.of(new DeadLink(document, reference, target)) : Optional.empty();
    }

    /// Where a document says its id; its beginning when it doesn't.
    public Position idOf(SourcePath path) {
        ArchiveEvidence document = byPath.get(path);
        return document == null || document.id() == null ? Position.START : document.id();
    }

    /// Where a document says its status; its beginning when it doesn't.
    public Position statusOf(SourcePath path) {
        ArchiveEvidence document = byPath.get(path);
        return document == null || document.status() == null ? Position.START : document.status();
    }

    /// Where a document first says what it supersedes; its beginning when it doesn't.
    public Position supersedesOf(SourcePath path) {
        ArchiveEvidence document = byPath.get(path);
        return document == null ? Position.START : document.references().stream()
            .filter(reference -> reference.kind() == Reference.Kind.SUPERSEDES).map(Reference::position).findFirst()
            .orElse(Position.START);
    }

    /// A document's text, read again.
    public Optional<SourceText> text(SourcePath path) {
        return texts.apply(path);
    }
}
