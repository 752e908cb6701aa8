package org.pressroom.parse;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blocks of HTML with the markdown between them: a block of HTML ends at a blank line, but its element goes on to its end tag.
///
/// ```
/// <details><summary>More</summary>
///
/// Inside **markdown**.
///
/// </details>
/// ```
final class HtmlGroup extends Block {

    private static final Set<String> ELEMENTS = Set.of("details", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "ul", "ol", "li", "dl", "dt", "dd",
        "blockquote", "figure");
    /// Those that only place their content.
    private static final Set<String> PLACING = Set.of("div", "p", "center");
    private static final Pattern TAG = Pattern.compile("<!--.*?(?:-->|\\z)|<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>", Pattern.DOTALL);

    private final UnaryOperator<String> clean;

    private HtmlGroup(BasedSequence chars, UnaryOperator<String> clean) {
        super(chars);
        this.clean = clean;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }

    /// The HTML of a child, without what leads to documents of which nobody may know; empty of what is markdown.
    String htmlOf(Node child) {
        return child instanceof HtmlBlockBase ? clean.apply(child.getChars().toString()) : "";
    }

    /// Groups the blocks of a tree, at every depth.
    ///
    /// @param clean takes out of HTML what leads to documents of which nobody may know
    static void in(Node parent, UnaryOperator<String> clean) {
        Deque<Open> open = new ArrayDeque<>();
        List<Node[]> groups = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlBlockBase html) {
                Node outermost = tags(html, open);
                if (outermost != null && outermost != node) {
                    while (!groups.isEmpty() && groups.getLast()[0].getStartOffset() >= outermost.getStartOffset()) {
                        groups.removeLast();
                    }
                    groups.add(new Node[] {outermost, node});
                }
            } else if (node.getFirstChild() instanceof Block) {
                in(node, clean);
            }
        }
        joined(groups).forEach(group -> wrap(group[0], group[1], clean));
    }

    private record Open(String name, Node block) { }

    /// Follows the tags of a block.
    ///
    /// @return the block that opened the outermost element of those that end here; null when none ends
    private static @Nullable Node tags(HtmlBlockBase html, Deque<Open> open) {
        Node outermost = null;
        Matcher m = TAG.matcher(html.getChars());
        while (m.find()) {
            if (m.group(2) == null) {
                continue;
            }
            String name = m.group(2).toLowerCase(Locale.ROOT);
            if (!ELEMENTS.contains(name) && !PLACING.contains(name)) {
                continue;
            }
            if (m.group(1).isEmpty()) {
                open.push(new Open(name, html));
            } else {
                Iterator<Open> inner = open.iterator();
                int depth = 0;
                while (inner.hasNext() && depth < 100) {
                    depth++;
                    Open candidate = inner.next();
                    if (candidate.name.equals(name)) {
                        for (; depth > 0; depth--) {
                            open.pop();
                        }
                        outermost = outermost == null || candidate.block.getStartOffset() < outermost.getStartOffset() ? candidate.block : outermost;
                        break;
                    }
                }
            }
        }
        return outermost;
    }

    /// Groups that share a block are one.
    private static List<Node[]> joined(List<Node[]> groups) {
        List<Node[]> joined = new ArrayList<>();
        for (Node[] group : groups) {
            if (!joined.isEmpty() && joined.getLast()[1] == group[0]) {
                joined.getLast()[1] = group[1];
            } else {
                joined.add(group);
            }
        }
        return joined;
    }

    private static void wrap(Node first, Node last, UnaryOperator<String> clean) {
        boolean places = true;
        boolean heads = false;
        for (Node node = first; node != null; node = node == last ? null : node.getNext()) {
            heads |= node instanceof Heading;
            places &= !(node instanceof HtmlBlockBase) || placesOnly(node.getChars());
        }
        if (places && heads) {
            return;
        }
        around(first, last, clean);
    }

    private static HtmlGroup around(Node first, Node last, UnaryOperator<String> clean) {
        HtmlGroup group = new HtmlGroup(first.getChars().baseSubSequence(first.getStartOffset(), last.getEndOffset()), clean);
        first.insertBefore(group);
        Node node = first;
        while (node != null) {
            Node next = node == last ? null : node.getNext();
            node.unlink();
            group.appendChild(node);
            node = next;
        }
        return group;
    }

    /// Makes some of the children a group of their own, inside this one.
    HtmlGroup part(Node first, Node last) {
        return around(first, last, clean);
    }

    private static boolean placesOnly(CharSequence html) {
        Matcher m = TAG.matcher(html);
        while (m.find()) {
            if (m.group(2) != null && ELEMENTS.contains(m.group(2).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
