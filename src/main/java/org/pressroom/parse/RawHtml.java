package org.pressroom.parse;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Fix;
import org.pressroom.source.SourceSpan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML that an author wrote into markdown, reduced to a safe allow-list. Writes into the page's own buffers.
///
/// Elements come from a fixed list and lose every attribute but `href`, `src`, `alt` and `title`, which go the way that
/// markdown's own links and images go, `id` and `name`, which become [Anchors], `align`, which becomes a class, and `open`. An
/// element that can do harm goes with its content; any other leaves its content.
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
        "main", "nav", "aside", "html", "body", "picture", "source", "a", "img", "address", "time", "label", "tt", "strike", "big", "ruby", "rb", "rt", "rp");
    private static final Set<String> ALIGNED = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "center");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*+)[^>]*+>", Pattern.DOTALL);
    /// Begins the number of a block of markdown among HTML, up to [#INNER_END]. No author can write it: both are taken out of HTML.
    private static final char INNER = '\u0005';
    private static final char INNER_END = '\u0006';

    /// Writes the blocks of markdown that stand between the tags of HTML.
    interface Inner {

        /// @param phrasing whether only words may stand here, not paragraphs
        void write(int number, boolean phrasing);
    }

    private record Open(String name, String closing, LinkWriter.@Nullable Opened link) { }

    private final StringBuilder html;
    private final StringBuilder text;
    private final ReadingNotes notes;
    private final LinkWriter links;
    private final Anchors anchors;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Element, String> closings = new IdentityHashMap<>();
    private final Map<Element, LinkWriter.Opened> openLinks = new IdentityHashMap<>();

    RawHtml(StringBuilder html, StringBuilder text, ReadingNotes notes, LinkWriter links, Anchors anchors) {
        this.html = html;
        this.text = text;
        this.notes = notes;
        this.links = links;
        this.anchors = anchors;
    }

    /// A run of inline content begins; what it opens it must close.
    ///
    /// @return a mark for [#end]
    int begin() {
        return open.size();
    }

    void end(int mark) {
        while (open.size() > mark) {
            closeLast();
        }
    }

    private void closeLast() {
        Open last = open.pop();
        html.append(last.closing);
        if (last.link != null) {
            links.close(last.link);
        }
    }

    // ---- inline

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
        } else if (closing) {
            if (!open.isEmpty() && open.peek().name.equals(name)) {
                closeLast();
            }
        } else if (INLINE.contains(name) || name.equals("a")) {
            openInline(chars.indexOf('=') < 0 ? null : only(chars, name), name, span);
        } else if (name.equals("img")) {
            Element image = only(chars, name);
            if (image != null) {
                picture(image, span);
            }
        } else if (PLAIN.contains(name) || BLOCK.contains(name) || HEADINGS.contains(name)) {
            Element element = chars.indexOf('=') < 0 ? null : only(chars, name);
            if (element != null) {
                mark(element);
            }
        } else {
            notes.removed("the element <" + name + ">", span);
        }
    }

    private static @Nullable Element only(String tag, String name) {
        return Jsoup.parseBodyFragment(tag).body().selectFirst(name);
    }

    /// @param element null when it has no attributes
    private void openInline(@Nullable Element element, String name, SourceSpan span) {
        if (!name.equals("a")) {
            html.append('<').append(name).append(element == null ? "" : idOf(element)).append('>');
            open.push(new Open(name, "</" + name + ">", null));
        } else if (element != null) {
            mark(element);
            if (element.attr("href").isEmpty()) {
                return;
            }
            open.push(new Open(name, "", links.open(element.attr("href"), element.attr("title"), span)));
        }
    }

    /// Puts the name of an element that is not written itself.
    private void mark(Element element) {
        String id = idOf(element);
        if (!id.isEmpty()) {
            html.append("<span").append(id).append("></span>");
        }
    }

    private String idOf(Element element) {
        String name = element.hasAttr("id") ? element.attr("id") : element.normalName().equals("a") ? element.attr("name") : "";
        String anchor = name.isEmpty() ? null : anchors.named(name);
        return anchor == null ? "" : " id=\"" + Html.escape(anchor) + "\"";
    }

    // ---- blocks

    /// A block of HTML.
    void block(String chars, int offset) {
        block(clean(chars), new SourceSpan(offset, offset + chars.length()), (_, _) -> { });
    }

    /// The HTML of a block without the marks for what stands between blocks.
    static String clean(String chars) {
        return chars.replace(INNER, ' ').replace(INNER_END, ' ');
    }

    /// What stands for a block of markdown in the HTML around it.
    static String inner(int number) {
        return "\n" + INNER + number + INNER_END + "\n";
    }

    /// Blocks of HTML with [#inner] between them.
    void block(String chars, SourceSpan span, Inner inner) {
        Jsoup.parseBodyFragment(chars).body().filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                return switch (node) {
                    case Element e -> openElement(e, span);
                    case DataNode _, Comment _ -> FilterResult.SKIP_CHILDREN;
                    case TextNode t -> {
                        words(t, inner);
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

    private void words(TextNode node, Inner inner) {
        String words = node.getWholeText();
        int from = 0;
        for (int at = words.indexOf(INNER); at >= 0; at = words.indexOf(INNER, from)) {
            plain(words.substring(from, at));
            int end = words.indexOf(INNER_END, at);
            boolean phrasing = node.parent() instanceof Element e && (e.normalName().equals("summary") || INLINE.contains(e.normalName()));
            inner.write(Integer.parseInt(words, at + 1, end, 10), phrasing);
            from = end + 1;
        }
        plain(words.substring(from));
    }

    private void plain(String words) {
        Html.escape(words, html);
        text.append(words);
    }

    private NodeFilter.FilterResult openElement(Element e, SourceSpan span) {
        String name = e.normalName();
        if (HARMFUL.contains(name)) {
            notes.removed("the element <" + name + ">", span);
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
        }
        e.attributes().forEach(attribute -> {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.startsWith("on") || key.equals("style")) {
                notes.removed("the attribute " + key, span);
            }
        });
        if (VOID.contains(name)) {
            html.append('<').append(name).append('>');
        } else if (INLINE.contains(name) || BLOCK.contains(name) || name.equals("center")) {
            String tag = name.equals("center") || name.equals("p") && holdsMarkdown(e) ? "div" : name;
            html.append('<').append(tag).append(idOf(e)).append(classOf(e)).append(name.equals("details") && e.hasAttr("open") ? " open>" : ">");
            closings.put(e, "</" + tag + ">");
        } else if (HEADINGS.contains(name)) {
            openHeading(e);
        } else if (name.equals("a")) {
            return openLink(e, span);
        } else if (name.equals("img")) {
            picture(e, span);
        } else {
            mark(e);
            if (!PLAIN.contains(name)) {
                notes.removed("the element <" + name + ">", span);
            }
        }
        return NodeFilter.FilterResult.CONTINUE;
    }

    private void openHeading(Element e) {
        String anchor = anchors.ofHtml(e.text());
        mark(e);
        String align = alignment(e);
        html.append("<p");
        if (anchor != null) {
            html.append(" id=\"").append(Html.escape(anchor)).append('"');
        }
        html.append(" class=\"heading").append(align.isEmpty() ? "" : " " + align).append("\"><strong>");
        closings.put(e, "</strong></p>");
    }

    private static boolean holdsMarkdown(Element e) {
        return e.wholeText().indexOf(INNER) >= 0;
    }

    private static String classOf(Element e) {
        String align = alignment(e);
        return align.isEmpty() ? "" : " class=\"" + align + "\"";
    }

    private static String alignment(Element e) {
        String name = e.normalName();
        String align = name.equals("center") ? "center" : e.attr("align").strip().toLowerCase(Locale.ROOT);
        return ALIGNED.contains(name) && (align.equals("center") || align.equals("right")) ? "align-" + align : "";
    }

    private void closeElement(Element e) {
        String name = e.normalName();
        String closing = closings.remove(e);
        if (closing != null) {
            html.append(closing);
            text.append(INLINE.contains(name) ? "" : "\n");
        }
        LinkWriter.Opened link = openLinks.remove(e);
        if (link != null) {
            links.close(link);
        }
    }

    private NodeFilter.FilterResult openLink(Element e, SourceSpan span) {
        if (notes.restricted(e.attr("href"))) {
            links.restricted();
            return NodeFilter.FilterResult.SKIP_CHILDREN;
        }
        mark(e);
        if (!e.attr("href").isEmpty()) {
            openLinks.put(e, links.open(e.attr("href"), e.attr("title"), span));
        }
        return NodeFilter.FilterResult.CONTINUE;
    }

    private void picture(Element e, SourceSpan span) {
        if (e.attr("alt").isBlank()) {
            notes.notice("text-missing-alt", span, "an image in HTML has no alternative text",
                new Fix("add alt=\"what it shows\""));
        }
        mark(e);
        links.image(e.attr("src"), e.attr("alt"), e.attr("title"), span);
    }
}
