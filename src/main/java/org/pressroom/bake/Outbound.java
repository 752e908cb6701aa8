package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.model.Document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Where the links of one document lead, those in its metadata too.
final class Outbound {

    private final Entry entry;
    private final Links resolver;
    private final LinkHtml html;

    Outbound(Entry entry, Document document, Links resolver, PageModels models) {
        this.entry = entry;
        this.resolver = resolver;
        this.html = new LinkHtml(entry.page(), document, resolver, models.messages());
    }

    LinkHtml html() {
        return html;
    }

    /// An `http` or `https` address as it can stand in a link; null for everything else.
    @Nullable String external(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            URI uri = new URI(written.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("https") || scheme.equals("http")) && uri.getRawAuthority() != null;
            return web ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /// An external address, or that of an idea or file of the archive as seen from this page; null for everything else.
    @Nullable String anywhere(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String external = external(written);
        if (external != null || written.indexOf(':') >= 0) {
            return external;
        }
        String href = html.href(resolver.resolve(entry.facts().path(), written.strip()));
        return href.isEmpty() ? null : href;
    }

    /// What [#anywhere] says, as seen from the site's root.
    @Nullable String fromRoot(@Nullable String written) {
        String href = anywhere(written);
        String root = Href.root(entry.page());
        return href == null ? null : href.startsWith(root) ? href.substring(root.length())
            : href.startsWith("#") ? Href.of(entry.page()) + href : href;
    }
}
