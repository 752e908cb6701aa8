package org.pressroom.bake;

import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Document;
import org.pressroom.model.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A document's text as its page shows it, in stretches: title, summary, then block by block. Emphasis, the targets of
/// links and the numbers of notes are no part of it, so a change of those is none of the text.
///
/// It is read from the blocks' HTML, which is safe and well-formed (see [Block]). Linear in the length of that.
final class RenderedText {

    private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "div", "table", "thead",
        "tbody", "tr", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary", "section", "figure", "figcaption", "caption");

    private final Document document;
    private final List<Stretch> stretches = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Stretch.Kind kind = Stretch.Kind.PARAGRAPH;
    private boolean code;

    private RenderedText(Document document) {
        this.document = document;
    }

    static List<Stretch> of(Document document) {
        RenderedText rendered = new RenderedText(document);
        rendered.plain(Stretch.Kind.HEADING, document.title());
        if (document.metadata().summary() != null) {
            rendered.plain(Stretch.Kind.PARAGRAPH, document.metadata().summary());
        }
        for (Block block : document.blocks()) {
            rendered.kind = block.kind() == BlockKind.QUESTION ? Stretch.Kind.QUESTION
                : block.kind() == BlockKind.SUBHEADING || block.kind() == BlockKind.DATELINE ? Stretch.Kind.PARAGRAPH : Stretch.Kind.HEADING;
            rendered.html(block.titleHtml());
            rendered.kind = Stretch.Kind.PARAGRAPH;
            rendered.html(block.html());
        }
        return rendered.stretches;
    }

    private void plain(Stretch.Kind its, String words) {
        kind = its;
        words.codePoints().forEach(this::add);
        flush();
    }

    private void html(String html) {
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            at = switch (c) {
                case '<' -> tag(html, at);
                case '&' -> entity(html, at);
                case Link.OPEN -> html.indexOf(Link.MARK, at) + 1;
                case Link.IMAGE -> image(html, at);
                case Link.CLOSE -> at + 1;
                default -> {
                    add(c);
                    yield at + 1;
                }
            };
        }
        flush();
    }

    private void add(int c) {
        if (code || !Character.isWhitespace(c)) {
            text.appendCodePoint(c);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private int image(String html, int at) {
        int mark = html.indexOf(Link.MARK, at);
        document.links().get(Integer.parseInt(html, at + 1, mark, 10)).alt().codePoints().forEach(this::add);
        return mark + 1;
    }

    private int entity(String html, int at) {
        int end = html.indexOf(';', at);
        text.append(switch (html.substring(at, end)) {
            case "&amp" -> '&';
            case "&lt" -> '<';
            case "&gt" -> '>';
            case "&quot" -> '"';
            case "&#39" -> '\'';
            case String other -> throw new IllegalArgumentException("not written by us: " + other + ";");
        });
        return end + 1;
    }

    private int tag(String html, int at) {
        int end = html.indexOf('>', at) + 1;
        boolean closing = html.charAt(at + 1) == '/';
        int from = at + (closing ? 2 : 1);
        int to = from;
        while (Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        String name = html.substring(from, to);
        if (!closing && html.startsWith("class=\"footnote-", to + 1)) {
            return html.indexOf("</" + name + ">", end) + name.length() + 3;
        }
        if (BLOCKS.contains(name)) {
            flush();
            kind = closing ? Stretch.Kind.PARAGRAPH : switch (name) {
                case "li" -> Stretch.Kind.ITEM;
                case "tr" -> Stretch.Kind.ROW;
                case "pre" -> Stretch.Kind.CODE;
                default -> kind;
            };
            code = !closing && name.equals("pre");
        } else if (name.equals("br")) {
            add(' ');
        } else if (closing && (name.equals("td") || name.equals("th"))) {
            text.append(" | ");
        }
        return end;
    }

    private void flush() {
        String words = text.toString().strip();
        text.setLength(0);
        if (kind == Stretch.Kind.ROW && words.endsWith("|")) {
            words = words.substring(0, words.length() - 1).strip();
        }
        if (!words.isEmpty()) {
            stretches.add(new Stretch(kind, PlainText.of(words)));
            kind = Stretch.Kind.PARAGRAPH;
        }
    }
}
