package org.pressroom.parse;

import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;

/// Where a plain line that names the FAQ or the press release stands right above other text, without a blank line between:
/// takes the line off, as a paragraph of its own.
final class LabelLines {

    private static final int LONGEST = 60;

    private LabelLines() { }

    static void split(Document document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            Node first = node instanceof Paragraph ? node.getFirstChild() : null;
            Node broken = first == null ? null : first.getNext();
            boolean line = first instanceof Text && (broken instanceof SoftLineBreak || broken instanceof HardLineBreak) && broken.getNext() != null
                && first.getTextLength() < LONGEST;
            if (line && first != null && broken != null && names(first.getChars().toString())) {
                Paragraph own = new Paragraph(first.getChars());
                Node rest = broken.getNext();
                int cut = rest == null ? 0 : rest.getStartOffset() - node.getStartOffset();
                broken.unlink();
                first.unlink();
                own.appendChild(first);
                node.insertBefore(own);
                node.setChars(node.getChars().subSequence(cut));
            }
        }
    }

    private static boolean names(String line) {
        Labels.Found found = Labels.find(line);
        return found != null && !found.wild() && found.rest().isEmpty() && (found.label().isFaq() || found.label() == Label.PRESS_RELEASE);
    }
}
