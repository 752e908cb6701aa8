package org.pressroom.parse;

import org.pressroom.diagnostic.Fix;
import org.pressroom.model.Link;
import org.pressroom.source.SourceSpan;

/// Writes links and images, from markdown and from HTML, into a document's buffers: to other hosts as HTML, into the archive as
/// placeholders (see [Link]). A link inside a link stays words. For one document and thread.
final class LinkWriter {

    /// What was opened.
    ///
    /// @param closing ends it; empty when there is nothing to end
    /// @param number  of a link into the archive; else -1
    /// @param from    where its words begin in the text
    record Opened(String closing, int number, int from) { }

    private final StringBuilder html;
    private final StringBuilder text;
    private final ReadingNotes notes;
    private int depth;

    LinkWriter(StringBuilder html, StringBuilder text, ReadingNotes notes) {
        this.html = html;
        this.text = text;
        this.notes = notes;
    }

    /// Whether what is written now are the words of a link.
    boolean isInside() {
        return depth > 0;
    }

    /// Begins a link; the words follow, then [#close].
    Opened open(String address, String title, SourceSpan span) {
        depth++;
        if (depth > 1 || notes.restricted(address)) {
            return new Opened("", -1, text.length());
        }
        return switch (Urls.of(address, false)) {
            case Urls.External(String safe) -> {
                html.append("<a href=\"");
                Html.escape(safe, html);
                html.append('"');
                if (!title.isEmpty()) {
                    html.append(" title=\"");
                    Html.escape(title, html);
                    html.append('"');
                }
                html.append(" rel=\"noopener noreferrer\">");
                yield new Opened("</a>", -1, text.length());
            }
            case Urls.Internal(String target) -> {
                int number = notes.link(new Link(target, false, "", title, span));
                html.append(Link.OPEN).append(number).append(Link.MARK);
                yield new Opened(String.valueOf(Link.CLOSE), number, text.length());
            }
            case Urls.Unsafe(String scheme) -> {
                notes.unsafe(scheme, span);
                yield new Opened("", -1, text.length());
            }
            case Urls.Inline _ -> new Opened("", -1, text.length());
        };
    }

    void close(Opened opened) {
        depth--;
        html.append(opened.closing);
        if (opened.number >= 0) {
            Link link = notes.links().get(opened.number);
            notes.links().set(opened.number, new Link(link.target(), false, text.substring(Math.min(opened.from, text.length())).strip(), link.title(), link.span()));
        }
    }

    /// A link whose words are its address, or what is left of that.
    void whole(String address, String words, SourceSpan span) {
        Opened opened = open(address, "", span);
        Html.escape(words, html);
        text.append(words);
        close(opened);
    }

    /// An image: of the archive a placeholder, of another host a link, since the site loads nothing from elsewhere.
    void image(String address, String alt, String title, SourceSpan span) {
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
                if (isInside()) {
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

    /// What stands for something that leads to a document of which nobody may know.
    void restricted() {
        html.append("<span class=\"restricted\">").append(HiddenLinks.WORDS).append("</span>");
        text.append(HiddenLinks.WORDS);
    }
}
