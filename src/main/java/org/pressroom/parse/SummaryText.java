package org.pressroom.parse;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import org.pressroom.model.Block;

import java.util.ArrayList;
import java.util.List;

/// What a block says to somebody who reads a summary: a list of nothing but links, such as a table of contents, and a row of badges are no
/// sentences.
final class SummaryText {

    private SummaryText() { }

    /// @param elements of the document, in order
    static String of(Block block, List<Element> elements) {
        List<Element> its = new ArrayList<>();
        for (int i = firstFrom(block.lines().from(), elements); i < elements.size() && block.lines().contains(elements.get(i).lines().from()); i++) {
            if (elements.get(i).kind() != Element.Kind.HEADING) {
                its.add(elements.get(i));
            }
        }
        if (its.isEmpty() || its.stream().noneMatch(element -> isLinksAlone(element.node()))) {
            return block.text();
        }
        return its.stream().filter(element -> !isLinksAlone(element.node())).map(Element::text).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    /// The first element that begins at a line or behind it; a document may have as many blocks as elements.
    private static int firstFrom(int line, List<Element> elements) {
        int low = 0;
        int high = elements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (elements.get(middle).lines().from() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isLinksAlone(Node node) {
        return switch (node) {
            case ListBlock list -> allAre(list);
            case Paragraph paragraph -> isLinks(paragraph, false);
            default -> false;
        };
    }

    /// Lists in lists are as deep as the guard against nesting lets them be.
    private static boolean allAre(ListBlock list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            for (Node inner = item.getFirstChild(); inner != null; inner = inner.getNext()) {
                boolean links = inner instanceof ListBlock nested ? allAre(nested) : inner instanceof Paragraph paragraph && isLinks(paragraph, true);
                if (!links) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether a paragraph is made of links or pictures, with nothing but marks between them.
    ///
    /// @param words whether links may be of words; else they must be pictures
    private static boolean isLinks(Paragraph paragraph, boolean words) {
        boolean some = false;
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            boolean picture = node instanceof Image || node instanceof ImageRef
                || (node instanceof Link || node instanceof LinkRef) && isOfPictures(node);
            if (picture || words && (node instanceof Link || node instanceof LinkRef)) {
                some = true;
            } else if (node.getChars().chars().anyMatch(Character::isLetterOrDigit)) {
                return false;
            }
        }
        return some;
    }

    private static boolean isOfPictures(Node link) {
        for (Node node = link.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Image || node instanceof ImageRef)) {
                return false;
            }
        }
        return link.getFirstChild() != null;
    }
}
