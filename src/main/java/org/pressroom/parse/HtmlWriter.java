package org.pressroom.parse;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Fix;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Writes flexmark's tree as safe HTML, and at the same time as plain text. For one document and thread.
///
/// A visitor of our own because flexmark's renderer takes most of the time of a build: this one copies ranges of the
/// source, and leaves placeholders where links need the catalog (see [org.pressroom.model.Link]). Attributes come from a
/// fixed list; nothing that an author wrote becomes a tag or an attribute name.
final class HtmlWriter {

    /// @param html safe HTML
    /// @param text its words, paragraphs apart by a blank line; code blocks left out
    record Piece(String html, String text) { }

    /// What GitHub draws, and this site shows as it was written: no script runs here.
    private static final Set<String> DRAWN = Set.of("mermaid", "math", "geojson", "topojson", "stl");

    private final String source;
    private final Document document;
    private final String language;
    private final ReadingNotes notes;
    private final RawHtml rawHtml;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final LinkWriter links;
    private final Anchors anchors;
    private final Footnotes footnotes;
    private int skipTo;

    /// @param language of the text
    HtmlWriter(SourceText source, Document document, ReadingNotes notes, String language) {
        this.language = language;
        this.source = source.text();
        this.document = document;
        this.notes = notes;
        this.links = new LinkWriter(html, text, notes);
        this.anchors = new Anchors(document, notes::withoutRestricted);
        this.rawHtml = new RawHtml(html, text, notes, links, anchors);
        this.footnotes = new Footnotes(html, note -> writeBlocks(note.getFirstChild()));
    }

    /// The fragments of the document.
    Anchors anchors() {
        return anchors;
    }

    /// What was written since the last call.
    Piece take() {
        Piece piece = new Piece(html.toString().strip(), text.toString().strip());
        html.setLength(0);
        text.setLength(0);
        return piece;
    }

    Piece block(Node node) {
        writeBlock(node);
        return take();
    }

    /// The inline content of a node.
    Piece inline(Node parent) {
        writeInlines(parent.getFirstChild(), null);
        return take();
    }

    /// The notes that were referred to so far, as a list; empty when there are none.
    Piece footnotes() {
        footnotes.write();
        return take();
    }

    void writeBlocks(@Nullable Node first) {
        for (Node node = first; node != null; node = node.getNext()) {
            writeBlock(node);
        }
    }

    void writeBlock(Node node) {
        switch (node) {
            case Paragraph p -> paragraph(p);
            case Heading h -> {
                String anchor = anchors.of(h);
                html.append("<p").append(anchor == null ? "" : " id=\"" + Html.escape(anchor) + "\"").append(" class=\"heading\"><strong>");
                writeInlines(h.getFirstChild(), null);
                html.append("</strong></p>\n");
                text.append("\n\n");
            }
            case BlockQuote quote -> quote(quote);
            case ListBlock list -> list(list);
            case ListItem item -> item(item, false);
            case FencedCodeBlock code -> code(code.getContentChars(), code.getInfo());
            case IndentedCodeBlock code -> code(code.getContentChars(), BasedSequence.NULL);
            case ThematicBreak _ -> html.append("<hr>\n");
            case HtmlBlockBase raw -> rawBlock(raw);
            case HtmlGroup group -> group(group);
            case TableBlock table -> TableHtml.write(table, html, text, cell -> writeInlines(cell.getFirstChild(), null));
            case Reference _, FootnoteBlock _ -> { }
            default -> {
                if (node.getFirstChild() != null) {
                    writeBlocks(node.getFirstChild());
                } else {
                    Html.escape(node.getChars(), html);
                }
            }
        }
    }

    private void paragraph(Paragraph p) {
        boolean tight = p.getParent() instanceof ListItem item && item.isInTightList();
        html.append(tight ? "" : "<p>");
        writeInlines(p.getFirstChild(), null);
        html.append(!tight ? "</p>\n" : p.getNext() == null ? "" : "\n");
        text.append("\n\n");
    }

    private void quote(BlockQuote quote) {
        Alert alert = Alert.of(quote);
        if (alert == null) {
            html.append("<blockquote>");
            writeBlocks(quote.getFirstChild());
            html.append("</blockquote>\n");
            return;
        }
        alert.open(html, language);
        int from = text.length();
        if (alert.rest() != null) {
            html.append("<p>");
            writeInlines(alert.rest(), null);
            html.append("</p>\n");
            text.append("\n\n");
        }
        writeBlocks(Objects.requireNonNull(quote.getFirstChild()).getNext());
        html.append("</div>\n");
        notes.aside(text.substring(from).strip());
    }

    private void list(ListBlock list) {
        if (list instanceof OrderedList ordered) {
            html.append("<ol");
            if (ordered.getStartNumber() != 1) {
                html.append(" start=\"").append(ordered.getStartNumber()).append('"');
            }
            html.append(">\n");
        } else {
            html.append("<ul>\n");
        }
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            writeBlock(item);
        }
        html.append(list instanceof OrderedList ? "</ol>\n" : "</ul>\n");
    }

    private void item(ListItem item, boolean contentOnly) {
        html.append(contentOnly ? "" : "<li>");
        if (item instanceof TaskListItem task) {
            html.append(task.isItemDoneMarker() ? "<span class=\"task\" role=\"img\" aria-label=\"done\">☑</span> "
                : "<span class=\"task\" role=\"img\" aria-label=\"to do\">☐</span> ");
        }
        writeBlocks(item.getFirstChild());
        html.append(contentOnly ? "" : "</li>\n");
    }

    private void code(BasedSequence content, BasedSequence info) {
        String language = info.unescape().strip().split("[\\s{,]", 2)[0].toLowerCase(Locale.ROOT);
        html.append("<pre tabindex=\"0\"").append(DRAWN.contains(language) ? " data-language=\"" + language + "\"" : "").append("><code");
        if (language.matches("[a-z0-9+#._-]{1,30}")) {
            html.append(" class=\"language-").append(language.replace("#", "sharp").replace("+", "p")).append('"');
        }
        html.append('>');
        Html.escape(content, html);
        html.append("</code></pre>\n");
    }

    private void rawBlock(HtmlBlockBase raw) {
        String chars = raw.getContentChars().toString();
        if (chars.stripLeading().startsWith("<!--") && chars.stripTrailing().endsWith("-->") && chars.indexOf("-->") >= chars.stripTrailing().length() - 3) {
            notes.comment(chars, raw.getStartOffset());
        } else {
            notes.comment(chars, raw.getStartOffset());
            rawHtml.block(chars, raw.getStartOffset());
            text.append("\n\n");
        }
    }

    private void group(HtmlGroup group) {
        StringBuilder whole = new StringBuilder();
        List<Node> between = new ArrayList<>();
        for (Node node = group.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlBlockBase raw) {
                String chars = raw.getContentChars().toString();
                notes.comment(chars, raw.getStartOffset());
                whole.append(RawHtml.clean(chars));
            } else {
                whole.append(RawHtml.inner(between.size()));
                between.add(node);
            }
        }
        boolean[] written = new boolean[between.size()];
        rawHtml.block(whole.toString(), span(group), (number, phrasing) -> {
            written[number] = true;
            Node node = between.get(number);
            if (phrasing && node instanceof Paragraph words) {
                writeInlines(words.getFirstChild(), null);
                text.append("\n\n");
            } else {
                writeBlock(node);
            }
        });
        // What stands behind a tag that nothing ends would be lost.
        for (int i = 0; i < written.length; i++) {
            if (!written[i]) {
                writeBlock(between.get(i));
            }
        }
        text.append("\n\n");
    }

    /// Writes inline nodes from one on.
    ///
    /// @param end the first node that is not written; null for all
    void writeInlines(@Nullable Node first, @Nullable Node end) {
        int open = rawHtml.begin();
        for (Node node = first; node != null && node != end; node = node.getNext()) {
            if (node instanceof Text words && isWords(node.getNext()) && node.getNext() != end) {
                node = run(words, end);
            } else {
                writeInline(node);
            }
        }
        rawHtml.end(open);
    }

    /// Writes the rest of a paragraph as a paragraph of its own.
    ///
    /// @param first  the first inline node of the rest
    /// @param offset where in the source the rest begins; what stands before it in `first` is left out
    void writeRest(@Nullable Node first, int offset) {
        if (first != null) {
            skipTo = offset;
            html.append("<p>");
            writeInlines(first, null);
            html.append("</p>\n");
            text.append("\n\n");
            skipTo = 0;
        }
    }

    private void writeInline(Node node) {
        switch (node) {
            case Text t -> words(wordsOf(t));
            case TextBase base -> writeInlines(base.getFirstChild(), null);
            case SoftLineBreak br -> softBreak(br);
            case HardLineBreak _ -> {
                html.append("<br>\n");
                text.append('\n');
            }
            case Emphasis _ -> element("em", node);
            case StrongEmphasis _ -> element("strong", node);
            case Strikethrough _ -> element("del", node);
            case Code code -> {
                String content = contentOf(code);
                html.append("<code>");
                Html.escape(content, html);
                html.append("</code>");
                text.append(content);
            }
            case Link link -> link(link, link.getUrl().unescape(), link.getTitle().unescape());
            case LinkRef ref -> reference(ref, ref.getReferenceNode(document), false);
            case Image image -> image(image, image.getUrl().unescape(), image.getTitle().unescape());
            case ImageRef ref -> reference(ref, ref.getReferenceNode(document), true);
            case AutoLink auto -> links.whole(auto.getText().toString(), auto.getText().toString(), span(auto));
            case MailLink mail -> links.whole("mailto:" + mail.getText(), mail.getText().toString(), span(mail));
            case HtmlEntity entity -> {
                String character = Escaping.unescapeString(entity.getChars());
                Html.escape(character, html);
                text.append(character);
            }
            case HtmlInlineComment comment -> notes.comment(comment.getChars().toString(), comment.getStartOffset());
            case HtmlInline raw -> rawHtml.tag(raw.getChars().toString(), raw.getStartOffset());
            case Footnote note -> footnotes.refer(note);
            case RestrictedReference _ -> links.restricted();
            default -> {
                if (node.getFirstChild() != null) {
                    writeInlines(node.getFirstChild(), null);
                } else {
                    String characters = node.getChars().unescape();
                    Html.escape(characters, html);
                    text.append(characters);
                }
            }
        }
    }

    private void element(String tag, Node node) {
        html.append('<').append(tag).append('>');
        writeInlines(node.getFirstChild(), null);
        html.append("</").append(tag).append('>');
    }

    private static boolean isWords(@Nullable Node node) {
        return node instanceof Text || node instanceof HtmlEntity;
    }

    /// Writes words that the parser cut where a mark might have been, and an address goes on.
    ///
    /// @return the last node of them
    private Node run(Text first, @Nullable Node end) {
        StringBuilder words = new StringBuilder();
        Node last = first;
        for (Node node = first; node != null && node != end && isWords(node); node = node.getNext()) {
            words.append(node instanceof Text t ? wordsOf(t) : Escaping.unescapeString(node.getChars()));
            last = node;
        }
        words(words.toString());
        return last;
    }

    private String wordsOf(Text node) {
        int start = Math.clamp(skipTo, node.getStartOffset(), node.getEndOffset());
        return unescaped(source.substring(start, node.getEndOffset()));
    }

    private void words(String words) {
        if (links.isInside() || !BareLinks.mayHold(words)) {
            Html.escape(words, html);
            text.append(words);
            return;
        }
        int from = 0;
        for (SourceSpan span : BareLinks.in(words)) {
            Html.escape(words.substring(from, span.start()), html);
            text.append(words, from, span.start());
            String address = words.substring(span.start(), span.end());
            links.whole(BareLinks.href(address), address, span);
            from = span.end();
        }
        Html.escape(words.substring(from), html);
        text.append(words, from, words.length());
    }

    private static String unescaped(String words) {
        return words.indexOf('\\') >= 0 || mayHoldEntity(words) ? Escaping.unescapeString(words) : words;
    }

    private static boolean mayHoldEntity(String words) {
        for (int at = words.indexOf('&'); at >= 0 && at + 1 < words.length(); at = words.indexOf('&', at + 1)) {
            char next = words.charAt(at + 1);
            if (next == '#' || Character.isLetter(next)) {
                return true;
            }
        }
        return false;
    }

    /// Lines of Chinese and Japanese are joined without a space.
    private void softBreak(SoftLineBreak br) {
        int before = br.getStartOffset() - 1;
        int after = br.getEndOffset();
        boolean joined = before >= 0 && after < source.length() && isWide(source.charAt(before)) && isWide(source.charAt(after));
        if (!joined) {
            html.append('\n');
            text.append(' ');
        }
    }

    private static boolean isWide(char c) {
        return c >= 0x2e80 && c <= 0x9fff && (c < 0x3130 || c > 0x318f) || c >= 0xff00 && c <= 0xff60;
    }

    private static SourceSpan span(Node node) {
        return new SourceSpan(node.getStartOffset(), node.getEndOffset());
    }

    private void reference(RefNode node, @Nullable Reference reference, boolean image) {
        if (reference == null) {
            // Brackets that refer to nothing are the author's own.
            String opening = image ? "![" : "[";
            html.append(opening);
            text.append(opening);
            writeInlines(node.getFirstChild(), null);
            closeBrackets(node);
        } else if (image) {
            image(node, reference.getUrl().unescape(), reference.getTitle().unescape());
        } else {
            link(node, reference.getUrl().unescape(), reference.getTitle().unescape());
        }
    }

    private void closeBrackets(RefNode node) {
        String closing = node.isDummyReference() ? "][" : node.isReferenceTextCombined() ? "" : "][" + node.getReference().unescape();
        if (notes.restrictedMentions(closing).isEmpty()) {
            Html.escape(closing, html);
            text.append(closing);
        } else {
            links.restricted();
        }
        html.append(']');
        text.append(']');
    }

    private void link(Node node, String address, String title) {
        LinkWriter.Opened opened = links.open(address, title, span(node));
        writeInlines(node.getFirstChild(), null);
        links.close(opened);
    }

    private void image(Node node, String address, String title) {
        String alt = altOf(node);
        if (alt.isBlank()) {
            notes.notice("text-missing-alt", span(node), "the image " + shortened(address) + " has no alternative text",
                new Fix("say in the brackets what the image shows: ![what it shows](…)"));
        }
        links.image(address, alt, title, span(node));
    }

    private static String shortened(String address) {
        return address.length() > 80 ? address.substring(0, 80) + "…" : address;
    }

    private static String altOf(Node node) {
        StringBuilder alt = new StringBuilder();
        collect(node.getFirstChild(), alt);
        return alt.toString().strip();
    }

    private static void collect(@Nullable Node first, StringBuilder out) {
        for (Node node = first; node != null; node = node.getNext()) {
            collectOne(node, out);
        }
    }

    /// Appends the words of one inline node.
    static void collectOne(Node node, StringBuilder out) {
        switch (node) {
            case Text t -> out.append(unescaped(t.getChars().toString()));
            case Code code -> out.append(contentOf(code));
            case SoftLineBreak _, HardLineBreak _ -> out.append(' ');
            case HtmlEntity entity -> out.append(Escaping.unescapeString(entity.getChars()));
            case RestrictedReference _ -> out.append(HiddenLinks.WORDS);
            default -> collect(node.getFirstChild(), out);
        }
    }

    /// What code in a line says: one space at each end is left out where both are there, and in a table a bar has a backslash.
    private static String contentOf(Code code) {
        String content = code.getText().toString().replace("\r\n", " ").replace('\n', ' ');
        if (content.length() > 2 && content.startsWith(" ") && content.endsWith(" ") && !content.isBlank()) {
            content = content.substring(1, content.length() - 1);
        }
        return content.contains("\\|") && code.getAncestorOfType(TableBlock.class) != null ? content.replace("\\|", "|") : content;
    }

    /// The words of a node's inline content, without markup, raw HTML and notes.
    static String plain(Node parent) {
        return altOf(parent);
    }

    /// The words of a block with all blocks inside it, lines apart.
    static String plainDeep(Node block) {
        if (block instanceof Paragraph || block instanceof Heading) {
            return plain(block);
        }
        StringBuilder out = new StringBuilder();
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            out.append(plainDeep(child)).append('\n');
        }
        return out.toString().strip();
    }

    /// The words from one inline node on.
    static String plainFrom(@Nullable Node first) {
        StringBuilder out = new StringBuilder();
        collect(first, out);
        return out.toString().strip();
    }
}
