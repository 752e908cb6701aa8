package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.LinkTarget;
import org.pressroom.catalog.PictureSize;
import org.pressroom.model.Document;
import org.pressroom.model.Link;
import org.pressroom.source.SourcePath;

import java.util.List;
import java.util.regex.Pattern;

/// Puts real links in the place of a document's placeholders (see [Link]).
///
/// A link that leads nowhere becomes its own text, marked as broken with the reason; an image that isn't there becomes
/// its alternative text.
final class LinkHtml {

    private static final Pattern ANCHOR_TAG = Pattern.compile("</?a(?:\\s[^>]*)?>");

    private static final Pattern ANCHOR = Pattern.compile("<span id=\"[^\"]*+\"></span>");

    private final SourcePath path;
    private final String page;
    private final List<Link> links;
    private final Links resolver;
    private final Messages messages;
    private final String root;

    /// @param page the address of the document's page
    LinkHtml(String page, Document document, Links resolver, Messages messages) {
        this.path = document.path();
        this.page = page;
        this.links = document.links();
        this.resolver = resolver;
        this.messages = messages;
        this.root = Href.root(page);
    }

    /// A block's HTML with its links.
    String resolve(String html) {
        int at = next(html, 0);
        if (at < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 200);
        int done = 0;
        String closing = "";
        for (; at >= 0; at = next(html, done)) {
            out.append(html, done, at);
            done = at + 1;
            char mark = html.charAt(at);
            if (mark == Link.CLOSE) {
                out.append(closing);
                closing = "";
                continue;
            }
            int end = html.indexOf(Link.MARK, at);
            Link link = links.get(Integer.parseInt(html, at + 1, end, 10));
            done = end + 1;
            LinkTarget target = resolver.resolve(path, link.target());
            if (mark == Link.IMAGE) {
                out.append(image(link, target));
            } else {
                out.append(opening(link, target));
                closing = target instanceof LinkTarget.Broken || target instanceof LinkTarget.Withheld ? "</span>" : "</a>";
            }
        }
        return out.append(html, done, html.length()).toString();
    }

    /// Inline HTML without its links, for places that are links or buttons themselves.
    String withoutLinks(String html) {
        return ANCHOR_TAG.matcher(resolve(html)).replaceAll("");
    }

    /// HTML without the fragments that lead to it, for a second showing on the same page.
    static String withoutAnchors(String html) {
        return html.contains("<span id=") ? ANCHOR.matcher(html).replaceAll("") : html;
    }

    private static int next(String html, int from) {
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == Link.OPEN || c == Link.IMAGE || c == Link.CLOSE) {
                return i;
            }
        }
        return -1;
    }

    private String opening(Link link, LinkTarget target) {
        return switch (target) {
            case LinkTarget.Broken broken -> "<span class=\"broken-link\" title=\""
                + escape(messages.text("link.broken", broken.reason())) + "\">";
            case LinkTarget.Withheld withheld -> "<span class=\"withheld-link\" title=\""
                + escape(messages.text("link.withheld", withheld.reason())) + "\">";
            case LinkTarget.Source source -> "<a href=\"" + escape(source.address()) + "\"" + title(link) + " rel=\"noopener noreferrer\">";
            case LinkTarget.Idea _, LinkTarget.Asset _ ->
                "<a href=\"" + escape(href(target)) + "\"" + title(link) + ">";
        };
    }

    private String image(Link link, LinkTarget target) {
        return switch (target) {
            case LinkTarget.Asset asset -> "<img src=\"" + escape(root + asset.address())
                + "\" alt=\"" + escape(link.alt()) + "\"" + title(link) + size(asset.size()) + " loading=\"lazy\" decoding=\"async\">";
            case LinkTarget.Broken broken -> "<span class=\"broken-link\" title=\""
                + escape(messages.text("image.broken", broken.reason())) + "\">" + escape(link.alt()) + "</span>";
            case LinkTarget.Withheld withheld -> "<span class=\"broken-link\" title=\""
                + escape(messages.text("image.withheld", withheld.reason())) + "\">" + escape(link.alt()) + "</span>";
            case LinkTarget.Idea _, LinkTarget.Source _ -> "<a href=\"" + escape(href(target)) + "\">" + escape(link.alt()) + "</a>";
        };
    }

    /// Where a target stands, as seen from this page; empty for a broken one.
    String href(LinkTarget target) {
        return switch (target) {
            case LinkTarget.Idea(Entry to, var fragment) -> {
                String hash = fragment == null ? "" : "#" + Href.of(fragment);
                yield to.page().equals(page) && !hash.isEmpty() ? hash : root + Href.of(to.page()) + hash;
            }
            case LinkTarget.Asset asset -> root + asset.address();
            case LinkTarget.Source source -> source.address();
            case LinkTarget.Broken _, LinkTarget.Withheld _ -> "";
        };
    }

    private static String size(@Nullable PictureSize size) {
        return size == null ? "" : " width=\"" + size.width() + "\" height=\"" + size.height() + "\"";
    }

    private static String title(Link link) {
        return link.title().isEmpty() ? "" : " title=\"" + escape(link.title()) + "\"";
    }

    private static String escape(String text) {
        return PlainText.of(text)
            .replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
