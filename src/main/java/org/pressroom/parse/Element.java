package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;

/// A block at the top level of a document, as the recogniser sees it.
///
/// @param level 1–6 for a heading, else 0
/// @param text  plain words of a heading or paragraph, the markup of HTML; empty for others
/// @param lead  how a paragraph begins, when that may be a label, a question or a dateline; null otherwise
record Element(Node node, Kind kind, int level, LineSpan lines, String text, @Nullable Lead lead) {

    enum Kind { HEADING, PARAGRAPH, LIST, QUOTE, TABLE, CODE, RULE, HTML, OTHER }

    /// The emphasised beginning of a paragraph, or its words before a colon.
    ///
    /// @param text       without markup
    /// @param bold       whether it is strong; otherwise emphasis or plain words before a colon
    /// @param plain      whether it is plain words before a colon
    /// @param rest       the first inline node that follows; null when it is the whole paragraph
    /// @param restOffset where in the source the rest begins, punctuation of the label left out
    /// @param broken     whether a line break stands right after it
    record Lead(String text, boolean bold, boolean plain, @Nullable Node rest, int restOffset, boolean broken) {

        /// Whether it is all that the paragraph says.
        boolean alone() {
            return rest == null;
        }
    }

    private static final int MAX_PLAIN_LABEL = 40;

    /// The top-level blocks of a document, without definitions of links and notes.
    static List<Element> of(SourceText source, Document document, ReadingNotes notes) {
        List<Element> elements = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof BlockQuote quote && holdsDocument(quote)) {
                for (Node child = quote.getFirstChild(); child != null; child = child.getNext()) {
                    elements.add(of(source, child, notes));
                }
            } else if (!(node instanceof Reference || node instanceof FootnoteBlock)) {
                elements.add(of(source, node, notes));
            }
        }
        return elements;
    }

    /// Some quote a whole press release: with a heading, or a line that stands for one, and paragraphs below.
    private static boolean holdsDocument(BlockQuote quote) {
        Node first = quote.getFirstChild();
        return first instanceof Heading && first.getNext() != null && first.getNext().getNext() != null;
    }

    private static Element of(SourceText source, Node node, ReadingNotes notes) {
        LineSpan lines = linesOf(source, node);
        return switch (node) {
            case Heading h -> new Element(h, Kind.HEADING, h.getLevel(), lines, HtmlWriter.plain(h), null);
            case Paragraph p -> new Element(p, Kind.PARAGRAPH, 0, lines, HtmlWriter.plain(p), leadOf(source.text(), p));
            case ListBlock list -> new Element(list, Kind.LIST, 0, lines, "", null);
            case BlockQuote alert when Alert.of(alert) != null -> new Element(alert, Kind.OTHER, 0, lines, "", null);
            case BlockQuote quote -> new Element(quote, Kind.QUOTE, 0, lines, "", null);
            case TableBlock table -> new Element(table, Kind.TABLE, 0, lines, "", null);
            case FencedCodeBlock code -> new Element(code, Kind.CODE, 0, lines, "", null);
            case IndentedCodeBlock code -> new Element(code, Kind.CODE, 0, lines, "", null);
            case ThematicBreak rule -> new Element(rule, Kind.RULE, 0, lines, "", null);
            case HtmlBlockBase html -> new Element(html, Kind.HTML, 0, lines, notes.withoutRestricted(html.getChars().toString()), null);
            case HtmlGroup group -> new Element(group, Kind.HTML, 0, lines, "", null);
            default -> new Element(node, Kind.OTHER, 0, lines, "", null);
        };
    }

    /// The lines of a node, blank ones at its end left out.
    static LineSpan linesOf(SourceText source, Node node) {
        LineMap lines = source.lines();
        int start = node.getStartOffset();
        int end = Math.max(start, Math.min(node.getEndOffset(), source.text().length()));
        while (end > start && Character.isWhitespace(source.text().charAt(end - 1))) {
            end--;
        }
        int from = lines.lineAt(start);
        return new LineSpan(from, Math.max(from, lines.lineAt(Math.max(start, end - 1))));
    }

    /// How a paragraph begins.
    static @Nullable Lead leadOf(String source, Node paragraph) {
        return leadFrom(source, paragraph.getFirstChild(), paragraph.getEndOffset());
    }

    /// How the rest of a paragraph begins.
    ///
    /// @param first its first inline node
    /// @param end   offset of the paragraph's end
    static @Nullable Lead leadFrom(String source, @Nullable Node first, int end) {
        if (first instanceof StrongEmphasis || first instanceof Emphasis) {
            String words = HtmlWriter.plain(first);
            boolean bold = first instanceof StrongEmphasis || first.getFirstChild() instanceof StrongEmphasis;
            return lead(source, words, bold, false, first.getEndOffset(), end, first.getNext());
        }
        if (first instanceof Text) {
            int limit = Math.min(first.getEndOffset(), first.getStartOffset() + MAX_PLAIN_LABEL);
            for (int at = first.getStartOffset(); at < limit; at++) {
                char c = source.charAt(at);
                if (c == ':' || c == '：') {
                    String words = source.substring(first.getStartOffset(), at).strip();
                    return words.isEmpty() ? null : lead(source, words, false, true, at, end, first);
                }
            }
        }
        return null;
    }

    private static Lead lead(String source, String words, boolean bold, boolean plain, int after, int end, @Nullable Node rest) {
        int at = after;
        boolean broken = false;
        while (at < end && (Character.isWhitespace(source.charAt(at)) || ":：—–".indexOf(source.charAt(at)) >= 0
                || source.charAt(at) == '-' && at + 1 < end && Character.isWhitespace(source.charAt(at + 1))
                || source.charAt(at) == '\\' && at + 1 < end && source.charAt(at + 1) == '\n')) {
            broken |= source.charAt(at) == '\n';
            at++;
        }
        Node following = rest;
        while (following != null && (following.getEndOffset() <= at || following instanceof SoftLineBreak)) {
            following = following.getNext();
        }
        return new Lead(words, bold, plain, at >= end ? null : following, at, broken);
    }
}
