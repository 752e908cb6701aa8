package org.pressroom.parse;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A paragraph taken apart at its line breaks, and cut at a place in its words.
final class Lines {

    private static final int MOST = 4;

    private Lines() { }

    /// One line of a paragraph.
    ///
    /// @param text without markup
    /// @param node the emphasis that is all of it; null when it is plain words
    /// @param first with which it begins
    record Line(String text, @Nullable Node node, Node first) { }

    /// The lines of a paragraph that has few, of words and emphasis alone; empty for every other.
    static List<Line> of(Node paragraph) {
        List<Line> lines = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case SoftLineBreak _, HardLineBreak _ -> {
                    if (nodes.isEmpty()) {
                        return List.of();
                    }
                    lines.add(line(nodes));
                    nodes.clear();
                }
                case Text _, Emphasis _, StrongEmphasis _, Code _ -> nodes.add(node);
                // `[Date]`: brackets that link to nothing.
                case LinkRef slot when !slot.isDefined() -> nodes.add(node);
                default -> {
                    return List.of();
                }
            }
            if (lines.size() > MOST) {
                return List.of();
            }
        }
        if (nodes.isEmpty()) {
            return List.of();
        }
        lines.add(line(nodes));
        return lines.stream().noneMatch(l -> l.text().isEmpty()) ? lines : List.of();
    }

    private static Line line(List<Node> nodes) {
        StringBuilder text = new StringBuilder();
        Node only = null;
        int told = 0;
        for (Node node : nodes) {
            int before = text.length();
            HtmlWriter.collectOne(node, text);
            if (!text.substring(before).isBlank()) {
                told++;
                only = node;
            }
        }
        boolean emphasised = told == 1 && !(only instanceof Text);
        return new Line(text.toString().strip(), emphasised ? only : null, nodes.getFirst());
    }

    /// Where a paragraph can be cut.
    ///
    /// @param node   the inline node in which the second half begins
    /// @param offset where in the source
    record Cut(Node node, int offset) { }

    /// The place of a character of a paragraph's words; null when it stands inside markup.
    ///
    /// @param at index into the words of the paragraph
    static @Nullable Cut at(String source, Node paragraph, int at) {
        int told = 0;
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            StringBuilder text = new StringBuilder();
            HtmlWriter.collectOne(node, text);
            if (told + text.length() > at) {
                int offset = node.getStartOffset() + at - told;
                boolean verbatim = node instanceof Text && text.length() == node.getEndOffset() - node.getStartOffset();
                return at == told || verbatim && offset < source.length() ? new Cut(node, offset) : null;
            }
            told += text.length();
        }
        return null;
    }
}
