package org.pressroom.catalog;

import org.pressroom.source.SourcePath;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says where the relative links of documents lead. Safe for several threads.
public final class LinkResolver {

    /// Of more headings than this a set is made when one of them is first asked for, since a document may also link to each.
    private static final int MANY = 200;

    private final Catalog catalog;
    private final Map<SourcePath, String> assets;
    private final Map<SourcePath, PictureSize> sizes;
    private final Map<SourcePath, String> withheld;
    private final Map<SourcePath, OwnPage> pages;
    private final Map<SourcePath, Set<String>> manyAnchors = new ConcurrentHashMap<>();

    /// A page that the archive has beside its documents.
    ///
    /// @param address relative to the site's root, URL-encoded
    /// @param anchors every fragment that it has
    public record OwnPage(String address, Set<String> anchors) {
        public OwnPage {
            anchors = Set.copyOf(anchors);
        }
    }

    /// @param assets files beside the documents that the site carries, each with its address (see [LinkTarget.Asset])
    public LinkResolver(Catalog catalog, Map<SourcePath, String> assets) {
        this(catalog, assets, Map.of(), Map.of(), Map.of());
    }

    /// @param assets files beside the documents that the site carries, each with its address (see [LinkTarget.Asset])
    /// @param sizes    of those that are pictures, as far as they are known
    /// @param withheld files that the site does not carry, each with the reason (see [LinkTarget.Withheld])
    /// @param pages    that are no documents
    public LinkResolver(Catalog catalog, Map<SourcePath, String> assets, Map<SourcePath, PictureSize> sizes, Map<SourcePath, String> withheld,
            Map<SourcePath, OwnPage> pages) {
        this.withheld = Map.copyOf(withheld);
        this.pages = Map.copyOf(pages);
        this.catalog = catalog;
        this.assets = Map.copyOf(assets);
        this.sizes = Map.copyOf(sizes);
    }

    /// Resolves a target as written in a document.
    ///
    /// @param from   the document
    /// @param target decoded: `../2016/0002-parts.md#how-it-works`, `#costs`, `images/a.svg`
    public LinkTarget resolve(SourcePath from, String target) {
        int hash = target.indexOf('#');
        String fragment = hash < 0 ? "" : target.substring(hash + 1);
        Optional<SourcePath> path = pathOf(from, target);
        if (path.isEmpty()) {
            return new LinkTarget.Broken("it leads out of the archive");
        }
        Optional<Entry> idea = catalog.at(path.get());
        if (idea.isPresent()) {
            return toIdea(idea.get(), fragment);
        }
        OwnPage page = pages.get(path.get());
        if (page != null) {
            return fragment.isEmpty() || page.anchors.contains(fragment)
                ? new LinkTarget.Asset(page.address + (fragment.isEmpty() ? "" : "#" + fragment), null) : noHeading(fragment, path.get());
        }
        String asset = assets.get(path.get());
        if (asset != null) {
            return new LinkTarget.Asset(asset, sizes.get(path.get()));
        }
        String reason = withheld.get(path.get());
        return reason != null ? new LinkTarget.Withheld(reason) : new LinkTarget.Broken("there is no file " + path.get().path());
    }

    /// The file that a target means, whether or not it is there; empty when the target leads out of the source.
    public static Optional<SourcePath> pathOf(SourcePath from, String target) {
        int hash = target.indexOf('#');
        String reference = hash < 0 ? target : target.substring(0, hash);
        int query = reference.indexOf('?');
        reference = query < 0 ? reference : reference.substring(0, query);
        return reference.isEmpty() ? Optional.of(from) : from.resolve(reference);
    }

    private LinkTarget toIdea(Entry idea, String fragment) {
        if (fragment.isEmpty()) {
            return new LinkTarget.Idea(idea, null);
        }
        List<String> all = idea.facts().anchors();
        Collection<String> anchors = all.size() <= MANY ? all : manyAnchors.computeIfAbsent(idea.facts().path(), _ -> Set.copyOf(all));
        // A question's own slug is what authors know from other renderers; its anchor here begins with q-.
        for (String anchor : List.of(fragment, "q-" + fragment)) {
            if (anchors.contains(anchor)) {
                return new LinkTarget.Idea(idea, anchor);
            }
        }
        return noHeading(fragment, idea.facts().path());
    }

    private static LinkTarget noHeading(String fragment, SourcePath in) {
        return new LinkTarget.Broken("there is no heading #" + fragment + " in " + in.path());
    }
}
