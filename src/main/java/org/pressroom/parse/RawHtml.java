package org.pressroom.parse;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.pressroom.diagnostic.Fix;
import org.pressroom.model.Link;
import org.pressroom.source.SourceSpan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML that an author wrote into markdown, reduced to a safe allow-list. Writes into the page's own buffers.
///
/// Elements come from a fixed list and lose every attribute but `href`, `src`, `alt` and `title`, which go the way that
/// markdown's own links and images go. An element that can do harm goes with its content; any other leaves its content.
final class RawHtml {

    private static final Set<String> INLINE = Set.of("b", "i", "em", "strong", "code", "kbd", "samp", "var", "sub", "sup",
        "mark", "del", "ins", "s", "u", "small", "q", "cite", "abbr", "dfn");
    private static final Set<String> BLOCK = Set.of("p", "div", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre",
        "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "details", "summary", "figure", "figcaption");
    private static final Set<String> VOID = Set.of("br", "hr", "wbr");
    private static final Set<String> HARMFUL = Set.of("script", "style", "iframe", "object", "embed", "applet", "template",
        "noscript", "svg", "math", "frame", "frameset", "link", "meta", "base", "title", "head", "textarea", "select",
        "audio", "video", "canvas", "portal", "noembed", "noframes", "xmp", "plaintext");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> PLAIN = Set.of("span", "font", "center", "section", "article", "header", "footer",
        "main", "nav", "aside", "html", "body", "picture", "a", "img", "address", "time", "label");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*+)[^>]*+>", Pattern.DOTALL);

    private final StringBuilder html;
    private final StringBuilder text;
    private final ReadingNotes notes;
    private final Deque<String> open = new ArrayDeque<>();
    private String skippedUntil = "";

    RawHtml(StringBuilder html, StringBuilder text, ReadingNotes notes) {
        this.html = html;
        this.text = text;
        this.notes = notes;
    }

    /// A run of inline content begins; what it opens it must close.
    ///
    /// @return a mark for [#end]
    int begin() {
        return open.size();
    }

    void end(int mark) {
        while (open.size() > mark) {
            html.append("</").append(open.pop()).append('>');
        }
    }

    /// One tag among inline content, as markdown's parser gives it.
    void tag(String chars, int offset) {
        Matcher m = TAG.matcher(chars);
        SourceSpan span = new SourceSpan(offset, offset + chars.length());
        if (!m.matches()) {
            notes.removed("markup that begins with " + (chars.length() > 12 ? chars.substring(0, 12) + "…" : chars), span);
            return;
        }
        String name = m.group(2).toLowerCase(Locale.ROOT);
        boolean closing = !m.group(1).isEmpty();
        if (VOID.contains(name)) {
            html.append(closing ? "" : "<" + (name.equals("hr") ? "br" : name) + ">");
            text.append(' ');
        } else if (INLINE.contains(name)) {
            if (!closing) {
                html.append('<').append(name).append('>');
                open.push(name);
            } else if (name.equals(open.peek())) {
                html.append("</").append(open.pop()).append('>');
            }
        } else if (name.equals("img") && !closing) {
            Element image = Jsoup.parseBodyFragment(chars).body().selectFirst("img");
            if (image != null) {
                picture(image, span);
            }
        } else if (name.equals("a") || !BLOCK.contains(name) && !PLAIN.contains(name) && !HEADINGS.contains(name)) {
            if (!closing) {
                notes.removed("the element <" + name + ">", span);
            }
        }
    }

    /// A block of HTML.
    void block(String chars, int offset) {
        SourceSpan span = new SourceSpan(offset, offset + chars.length());
        Jsoup.parseBodyFragment(chars).body().filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                return switch (node) {
                    case Element e -> openElement(e, span);
                    case DataNode _, Comment _ -> FilterResult.SKIP_CHILDREN;
                    case TextNode t -> {
                        Html.escape(t.getWholeText(), html);
                        text.append(t.getWholeText());
                        yield FilterResult.CONTINUE;
                    }
                    default -> FilterResult.SKIP_CHILDREN;
                };
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element e) {
                    closeElement(e);
                }
                return FilterResult.CONTINUE;
            }
        });
    }

    private NodeFilter.FilterResult openElement(Element e, SourceSpan span) {
        String name = e.normalName();
        if (HARMFUL.contains(name)) {
            notes.removed("the element <" + name + ">", span);
            skippedUntil = name;
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
        }
        e.attributes().forEach(attribute -> {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.startsWith("on") || key.equals("style")) {
                notes.removed("the attribute " + key, span);
            }
        });
        if (INLINE.contains(name) || BLOCK.contains(name) || VOID.contains(name)) {
            html.append('<').append(name).append('>');
        } else if (HEADINGS.contains(name)) {
            html.append("<p class=\"heading\"><strong>");
        } else if (name.equals("a")) {
            openLink(e, span);
        } else if (name.equals("img")) {
            picture(e, span);
        } else if (!PLAIN.contains(name)) {
            notes.removed("the element <" + name + ">", span);
        }
        return NodeFilter.FilterResult.CONTINUE;
    }

    private void closeElement(Element e) {
        String name = e.normalName();
        if (name.equals(skippedUntil)) {
            skippedUntil = "";
        } else if (INLINE.contains(name) || BLOCK.contains(name)) {
            html.append("</").append(name).append('>');
            text.append(BLOCK.contains(name) ? "\n" : "");
        } else if (HEADINGS.contains(name)) {
            html.append("</strong></p>");
            text.append('\n');
        } else if (name.equals("a")) {
            html.append(closingOf(e));
        }
    }

    private void openLink(Element e, SourceSpan span) {
        if (notes.restricted(e.attr("href"))) {
            restricted();
            e.empty();
            return;
        }
        switch (Urls.of(e.attr("href"), false)) {
            case Urls.External(String address) -> {
                html.append("<a href=\"");
                Html.escape(address, html);
                html.append("\" rel=\"noopener noreferrer\">");
            }
            case Urls.Internal(String target) when target.isEmpty() -> { }
            case Urls.Internal(String target) ->
                html.append(Link.OPEN).append(notes.link(new Link(target, false, e.text(), e.attr("title"), span))).append(Link.MARK);
            case Urls.Unsafe(String scheme) -> notes.unsafe(scheme, span);
            case Urls.Inline _ -> { }
        }
    }

    private void restricted() {
        html.append("<span class=\"restricted\">").append(HiddenLinks.WORDS).append("</span>");
        text.append(HiddenLinks.WORDS);
    }

    private String closingOf(Element e) {
        return notes.restricted(e.attr("href")) ? "" : switch (Urls.of(e.attr("href"), false)) {
            case Urls.External _ -> "</a>";
            case Urls.Internal(String target) when !target.isEmpty() -> String.valueOf(Link.CLOSE);
            default -> "";
        };
    }

    private void picture(Element e, SourceSpan span) {
        if (e.attr("alt").isBlank()) {
            notes.notice("text-missing-alt", span, "an image in HTML has no alternative text",
                new Fix("add alt=\"what it shows\""));
        }
        image(e.attr("src"), e.attr("alt"), e.attr("title"), span, false);
    }

    /// An image, from markdown or HTML: of the archive a placeholder, of another host a link, since the site loads nothing
    /// from elsewhere.
    void image(String address, String alt, String title, SourceSpan span, boolean insideLink) {
        if (notes.restricted(address)) {
            restricted();
            return;
        }
        String words = alt.isBlank() ? "image" : alt;
        switch (Urls.of(address, true)) {
            case Urls.Internal(String target) ->
                html.append(Link.IMAGE).append(notes.link(new Link(target, true, alt, title, span))).append(Link.MARK);
            case Urls.Inline(String data) ->
                html.append("<img src=\"").append(data).append("\" alt=\"").append(Html.escape(alt)).append("\">");
            case Urls.External(String remote) -> {
                notes.notice("text-remote-image", span, "an image from another host is shown as a link",
                    new Fix("copy the image into the archive, beside the document"));
                if (insideLink) {
                    html.append(Html.escape(words));
                } else {
                    html.append("<a href=\"").append(Html.escape(remote)).append("\" rel=\"noopener noreferrer\">")
                        .append(Html.escape(words)).append("</a>");
                }
            }
            case Urls.Unsafe(String scheme) -> {
                notes.unsafe(scheme, span);
                html.append(Html.escape(words));
            }
        }
        text.append(alt);
    }
}
