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
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Fix;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes flexmark's tree as safe HTML, and at the same time as plain text. For one document and thread.
///
/// A visitor of our own because flexmark's renderer takes most of the time of a build: this one copies ranges of the
/// source, and leaves placeholders where links need the catalog (see [org.pressroom.model.Link]). Attributes come from a
/// fixed list; nothing that an author wrote becomes a tag or an attribute name.
final class HtmlWriter {

    /// @param html safe HTML
    /// @param text its words, paragraphs apart by a blank line; code blocks left out
    record Piece(String html, String text) { }

    private final String source;
    private final Document document;
    private final ReadingNotes notes;
    private final RawHtml rawHtml;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final Map<FootnoteBlock, Integer> footnotes = new HashMap<>();
    private final List<FootnoteBlock> notesInOrder = new ArrayList<>();
    private int linkDepth;
    private int skipTo;

    HtmlWriter(SourceText source, Document document, ReadingNotes notes) {
        this.source = source.text();
        this.document = document;
        this.notes = notes;
        this.rawHtml = new RawHtml(html, text, notes);
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
        if (!notesInOrder.isEmpty()) {
            html.append("<ol>");
            // A note may refer to further notes, which join the list while it is written.
            for (int n = 1; n <= notesInOrder.size(); n++) {
                FootnoteBlock note = notesInOrder.get(n - 1);
                html.append("<li id=\"fn-").append(n).append("\">");
                writeBlocks(note.getFirstChild());
                html.append(" <a class=\"footnote-back\" href=\"#fnref-").append(n).append("\" aria-label=\"Back to reference ")
                    .append(n).append("\">↩</a></li>");
            }
            html.append("</ol>");
        }
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
                html.append("<p class=\"heading\"><strong>");
                writeInlines(h.getFirstChild(), null);
                html.append("</strong></p>\n");
                text.append("\n\n");
            }
            case BlockQuote quote -> container("blockquote", quote);
            case ListBlock list -> list(list);
            case ListItem item -> item(item, false);
            case FencedCodeBlock code -> code(code.getContentChars(), code.getInfo());
            case IndentedCodeBlock code -> code(code.getContentChars(), BasedSequence.NULL);
            case ThematicBreak _ -> html.append("<hr>\n");
            case HtmlBlockBase raw -> rawBlock(raw);
            case TableBlock table -> table(table);
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
        boolean tight = p.getParent() instanceof ListItem item && item.isInTightList()
            && (p.getNext() == null || p.getNext() instanceof ListBlock) && p.getPrevious() == null;
        html.append(tight ? "" : "<p>");
        writeInlines(p.getFirstChild(), null);
        html.append(tight ? "" : "</p>\n");
        text.append("\n\n");
    }

    private void container(String tag, Node node) {
        html.append('<').append(tag).append('>');
        writeBlocks(node.getFirstChild());
        html.append("</").append(tag).append(">\n");
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
        String language = info.toString().strip().split("[\\s{,]", 2)[0].toLowerCase(Locale.ROOT);
        html.append("<pre tabindex=\"0\"><code");
        if (language.matches("[a-z0-9+#._-]{1,30}")) {
            html.append(" class=\"language-").append(language.replace("#", "sharp").replace("+", "p")).append('"');
        }
        html.append('>');
        Html.escape(content, html);
        html.append("</code></pre>\n");
    }

    private void rawBlock(HtmlBlockBase raw) {
        String chars = raw.getChars().toString();
        if (chars.stripLeading().startsWith("<!--") && chars.stripTrailing().endsWith("-->") && chars.indexOf("-->") >= chars.stripTrailing().length() - 3) {
            notes.comment(chars, raw.getStartOffset());
        } else {
            notes.comment(chars, raw.getStartOffset());
            rawHtml.block(chars, raw.getStartOffset());
            text.append("\n\n");
        }
    }

    private void table(TableBlock table) {
        html.append("<div class=\"table-scroll\" tabindex=\"0\"><table>\n");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableSeparator) {
                continue;
            }
            boolean head = part instanceof TableHead;
            if (part.getFirstChild() instanceof TableRow && (!head || hasText(part))) {
                html.append(head ? "<thead>" : "<tbody>");
                for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                    row(row, head);
                }
                html.append(head ? "</thead>\n" : "</tbody>\n");
            }
        }
        html.append("</table></div>\n");
        text.append("\n\n");
    }

    private static boolean hasText(Node head) {
        for (Node row = head.getFirstChild(); row != null; row = row.getNext()) {
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                if (!plain(cell).isBlank()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void row(Node row, boolean head) {
        html.append("<tr>");
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                String tag = head && !plain(cell).isBlank() ? "th" : "td";
                html.append('<').append(tag);
                if (tag.equals("th")) {
                    html.append(" scope=\"col\"");
                }
                TableCell.Alignment alignment = cell.getAlignment();
                if (alignment == TableCell.Alignment.RIGHT || alignment == TableCell.Alignment.CENTER) {
                    html.append(" class=\"align-").append(alignment.name().toLowerCase(Locale.ROOT)).append('"');
                }
                html.append('>');
                writeInlines(cell.getFirstChild(), null);
                html.append("</").append(tag).append('>');
                text.append(' ');
            }
        }
        html.append("</tr>\n");
        text.append('\n');
    }

    /// Writes inline nodes from one on.
    ///
    /// @param end the first node that is not written; null for all
    void writeInlines(@Nullable Node first, @Nullable Node end) {
        int open = rawHtml.begin();
        for (Node node = first; node != null && node != end; node = node.getNext()) {
            writeInline(node);
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
            case Text t -> words(t);
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
                String content = code.getText().toString().replace('\n', ' ');
                html.append("<code>");
                Html.escape(content, html);
                html.append("</code>");
                text.append(content);
            }
            case Link link -> link(link, link.getUrl().unescape(), link.getTitle().unescape());
            case LinkRef ref -> reference(ref, ref.getReferenceNode(document), false);
            case Image image -> image(image, image.getUrl().unescape(), image.getTitle().unescape());
            case ImageRef ref -> reference(ref, ref.getReferenceNode(document), true);
            case AutoLink auto -> external(auto, auto.getText().unescape());
            case MailLink mail -> external(mail, "mailto:" + mail.getText().unescape());
            case HtmlEntity entity -> {
                String character = Escaping.unescapeString(entity.getChars());
                Html.escape(character, html);
                text.append(character);
            }
            case HtmlInlineComment comment -> notes.comment(comment.getChars().toString(), comment.getStartOffset());
            case HtmlInline raw -> rawHtml.tag(raw.getChars().toString(), raw.getStartOffset());
            case Footnote note -> footnote(note);
            case RestrictedReference _ -> {
                html.append("<span class=\"restricted\">").append(HiddenLinks.WORDS).append("</span>");
                text.append(HiddenLinks.WORDS);
            }
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

    private void words(Text node) {
        int start = Math.clamp(skipTo, node.getStartOffset(), node.getEndOffset());
        String words = source.substring(start, node.getEndOffset());
        words = unescaped(words);
        if (linkDepth == 0 && (words.contains("://") || words.contains("www."))) {
            int from = 0;
            for (SourceSpan span : BareLinks.in(words)) {
                Html.escape(words.substring(from, span.start()), html);
                String address = words.substring(span.start(), span.end());
                openExternal(address.startsWith("www.") ? "https://" + address : address, "");
                Html.escape(address, html);
                html.append("</a>");
                from = span.end();
            }
            Html.escape(words.substring(from), html);
        } else {
            Html.escape(words, html);
        }
        text.append(words);
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

    private void footnote(Footnote note) {
        FootnoteBlock block = note.getFootnoteBlock();
        if (block == null) {
            Html.escape(note.getChars(), html);
            return;
        }
        boolean first = !footnotes.containsKey(block);
        int n = footnotes.computeIfAbsent(block, _ -> footnotes.size() + 1);
        if (first) {
            notesInOrder.add(block);
        }
        html.append("<sup class=\"footnote-ref\"><a href=\"#fn-").append(n).append('"');
        if (first) {
            html.append(" id=\"fnref-").append(n).append('"');
        }
        html.append('>').append(n).append("</a></sup>");
    }

    private static SourceSpan span(Node node) {
        return new SourceSpan(node.getStartOffset(), node.getEndOffset());
    }

    private void reference(Node node, @Nullable Reference reference, boolean image) {
        if (reference == null) {
            // Brackets that refer to nothing are the author's own.
            String opening = image ? "![" : "[";
            html.append(opening);
            text.append(opening);
            writeInlines(node.getFirstChild(), null);
            html.append(']');
            text.append(']');
        } else if (image) {
            image(node, reference.getUrl().unescape(), reference.getTitle().unescape());
        } else {
            link(node, reference.getUrl().unescape(), reference.getTitle().unescape());
        }
    }

    private void external(Node node, String address) {
        String shown = address.startsWith("mailto:") && node instanceof MailLink ? address.substring(7) : address;
        if (Urls.of(address, false) instanceof Urls.External(String safe) && linkDepth == 0) {
            openExternal(safe, "");
            Html.escape(shown, html);
            html.append("</a>");
        } else {
            if (Urls.of(address, false) instanceof Urls.Unsafe(String scheme)) {
                notes.unsafe(scheme, span(node));
            }
            Html.escape(shown, html);
        }
        text.append(shown);
    }

    private void openExternal(String address, String title) {
        html.append("<a href=\"");
        Html.escape(address, html);
        html.append('"');
        if (!title.isEmpty()) {
            html.append(" title=\"");
            Html.escape(title, html);
            html.append('"');
        }
        html.append(" rel=\"noopener noreferrer\">");
    }

    private void link(Node node, String address, String title) {
        if (linkDepth > 0) {
            writeInlines(node.getFirstChild(), null);
            return;
        }
        linkDepth++;
        switch (Urls.of(address, false)) {
            case Urls.External(String safe) -> {
                openExternal(safe, title);
                writeInlines(node.getFirstChild(), null);
                html.append("</a>");
            }
            case Urls.Internal(String target) -> {
                int from = text.length();
                int number = notes.link(new org.pressroom.model.Link(target, false, "", title, span(node)));
                html.append(org.pressroom.model.Link.OPEN).append(number).append(org.pressroom.model.Link.MARK);
                writeInlines(node.getFirstChild(), null);
                html.append(org.pressroom.model.Link.CLOSE);
                notes.links().set(number,
                    new org.pressroom.model.Link(target, false, text.substring(from).strip(), title, span(node)));
            }
            case Urls.Unsafe(String scheme) -> {
                notes.unsafe(scheme, span(node));
                writeInlines(node.getFirstChild(), null);
            }
            case Urls.Inline _ -> writeInlines(node.getFirstChild(), null);
        }
        linkDepth--;
    }

    private void image(Node node, String address, String title) {
        String alt = altOf(node);
        if (alt.isBlank()) {
            notes.notice("text-missing-alt", span(node), "the image " + shortened(address) + " has no alternative text",
                new Fix("say in the brackets what the image shows: ![what it shows](…)"));
        }
        rawHtml.image(address, alt, title, span(node), linkDepth > 0);
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
            case Code code -> out.append(code.getText());
            case SoftLineBreak _, HardLineBreak _ -> out.append(' ');
            case HtmlEntity entity -> out.append(Escaping.unescapeString(entity.getChars()));
            case RestrictedReference _ -> out.append(HiddenLinks.WORDS);
            default -> collect(node.getFirstChild(), out);
        }
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
