package org.pressroom.parse;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Notes, numbered by their first reference, with a way back to every one. Those that nothing refers to are not shown. For one
/// document and thread.
final class Footnotes {

    private final StringBuilder html;
    private final Consumer<FootnoteBlock> content;
    private final Map<FootnoteBlock, Integer> numbers = new HashMap<>();
    private final List<FootnoteBlock> inOrder = new ArrayList<>();
    private final List<Integer> references = new ArrayList<>();

    /// @param content writes what stands in a note
    Footnotes(StringBuilder html, Consumer<FootnoteBlock> content) {
        this.html = html;
        this.content = content;
    }

    /// Writes a reference.
    void refer(Footnote reference) {
        FootnoteBlock note = reference.getFootnoteBlock();
        if (note == null) {
            Html.escape(reference.getChars(), html);
            return;
        }
        int n = numbers.computeIfAbsent(note, _ -> {
            inOrder.add(note);
            references.add(0);
            return inOrder.size();
        });
        references.set(n - 1, references.get(n - 1) + 1);
        html.append("<sup class=\"footnote-ref\"><a href=\"#fn-").append(n).append("\" id=\"fnref-").append(n);
        if (references.get(n - 1) > 1) {
            html.append('-').append(references.get(n - 1));
        }
        html.append("\">").append(n).append("</a></sup>");
    }

    /// Writes the notes that were referred to so far, as a list.
    void write() {
        if (inOrder.isEmpty()) {
            return;
        }
        html.append("<ol>");
        // A note may refer to further notes, which join the list while it is written.
        for (int n = 1; n <= inOrder.size(); n++) {
            html.append("<li id=\"fn-").append(n).append("\">");
            content.accept(inOrder.get(n - 1));
            for (int i = 1; i <= references.get(n - 1); i++) {
                html.append(" <a class=\"footnote-back\" href=\"#fnref-").append(n).append(i == 1 ? "" : "-" + i).append("\" aria-label=\"Back to reference ")
                    .append(n).append(i == 1 ? "" : "-" + i).append("\">↩").append(i == 1 ? "" : "<sup>" + i + "</sup>").append("</a>");
            }
            html.append("</li>");
        }
        html.append("</ol>");
    }
}
