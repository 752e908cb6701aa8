package org.pressroom.catalog;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Link;
import org.pressroom.source.SourcePath;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says where the relative links of documents lead. Safe for several threads.
public final class LinkResolver {

    /// What speaks for a folder, in the order in which it is looked for.
    public static final List<String> INDEX = List.of("index.md", "README.md", "readme.md", "Readme.md", "index.markdown", "README.markdown");

    private final Catalog catalog;
    private final Map<SourcePath, String> assets;
    private final Map<SourcePath, PictureSize> sizes;
    private final Map<SourcePath, LinkTarget> others;
    /// Those whose names are not in Unicode's composed form, by that form.
    private final Map<SourcePath, SourcePath> composed = new HashMap<>();
    private final Map<SourcePath, OwnPage> pages;
    /// Of documents and pages to whose headings something leads.
    private final Map<SourcePath, Fragments> fragments = new ConcurrentHashMap<>();

    /// A page that the archive has beside its documents.
    ///
    /// @param address relative to the site's root, URL-encoded
    /// @param anchors every fragment that it has
    public record OwnPage(String address, List<String> anchors) {
        public OwnPage {
            anchors = List.copyOf(anchors);
        }
    }

    /// @param assets files beside the documents that the site carries, each with its address (see [LinkTarget.Asset])
    public LinkResolver(Catalog catalog, Map<SourcePath, String> assets) {
        this(catalog, assets, Map.of(), Map.of(), Map.of());
    }

    /// @param assets files beside the documents that the site carries, each with its address (see [LinkTarget.Asset])
    /// @param sizes    of those that are pictures, as far as they are known
    /// @param others   what links lead to instead of files that the site does not carry
    /// @param pages    that are no documents
    public LinkResolver(Catalog catalog, Map<SourcePath, String> assets, Map<SourcePath, PictureSize> sizes, Map<SourcePath, LinkTarget> others,
            Map<SourcePath, OwnPage> pages) {
        this.others = Map.copyOf(others);
        this.pages = Map.copyOf(pages);
        this.catalog = catalog;
        this.assets = Map.copyOf(assets);
        this.sizes = Map.copyOf(sizes);
        for (Set<SourcePath> paths : List.of(this.assets.keySet(), this.others.keySet(), this.pages.keySet())) {
            paths.forEach(this::addComposed);
        }
        catalog.entries().forEach(entry -> addComposed(entry.facts().path()));
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
        LinkTarget found = at(path.get(), fragment);
        if (found == null) {
            SourcePath other = composed(path.get());
            found = at(composed.getOrDefault(other, other), fragment);
        }
        return found != null ? found : new LinkTarget.Broken("there is no file " + path.get().path());
    }

    private static SourcePath composed(SourcePath path) {
        return new SourcePath(path.source(), Normalizer.normalize(path.path(), Normalizer.Form.NFC));
    }

    private void addComposed(SourcePath path) {
        if (!Normalizer.isNormalized(path.path(), Normalizer.Form.NFC)) {
            composed.put(composed(path), path);
        }
    }

    /// Where a path leads; null when there is nothing.
    private @Nullable LinkTarget at(SourcePath path, String fragment) {
        Optional<Entry> idea = catalog.at(path);
        if (idea.isPresent()) {
            return toIdea(idea.get(), fragment);
        }
        OwnPage page = pages.get(path);
        if (page != null) {
            return fragment.isEmpty() ? new LinkTarget.Asset(page.address, null)
                : fragments.computeIfAbsent(path, _ -> new Fragments(page.anchors)).find(fragment)
                    .<LinkTarget>map(anchor -> new LinkTarget.Asset(page.address + "#" + anchor, null)).orElseGet(() -> noHeading(fragment, path));
        }
        String asset = assets.get(path);
        if (asset != null) {
            return new LinkTarget.Asset(asset + (fragment.isEmpty() ? "" : "#" + encoded(fragment)), sizes.get(path));
        }
        // A folder is meant for what speaks for it.
        for (String name : INDEX) {
            Optional<Entry> its = catalog.at(new SourcePath(path.source(), path.path() + "/" + name));
            if (its.isPresent()) {
                return toIdea(its.get(), fragment);
            }
        }
        LinkTarget other = others.get(path);
        return other instanceof LinkTarget.Source(String address) && !fragment.isEmpty() ? new LinkTarget.Source(address + "#" + encoded(fragment)) : other;
    }

    /// As browsers write it; what names a page or line of a file is left to those that read it.
    private static String encoded(String fragment) {
        return fragment.replace("%", "%25").replace(" ", "%20").replace("\"", "%22").replace("<", "%3C").replace(">", "%3E").replace("`", "%60");
    }

    /// The file that a target means, whether or not it is there; empty when the target leads out of the source.
    public static Optional<SourcePath> pathOf(SourcePath from, String target) {
        int hash = target.indexOf('#');
        String reference = hash < 0 ? target : target.substring(0, hash);
        int query = reference.indexOf('?');
        reference = query < 0 ? reference : reference.substring(0, query);
        return reference.isEmpty() ? Optional.of(from) : from.resolve(Link.nameOf(reference));
    }

    private LinkTarget toIdea(Entry idea, String fragment) {
        if (fragment.isEmpty()) {
            return new LinkTarget.Idea(idea, null);
        }
        return fragments.computeIfAbsent(idea.facts().path(), _ -> new Fragments(idea.facts().anchors())).find(fragment)
            .<LinkTarget>map(anchor -> new LinkTarget.Idea(idea, anchor)).orElseGet(() -> noHeading(fragment, idea.facts().path()));
    }

    private static LinkTarget noHeading(String fragment, SourcePath in) {
        return new LinkTarget.Broken("there is no heading #" + fragment + " in " + in.path());
    }
}
