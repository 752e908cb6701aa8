package org.pressroom.parse;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

/// Markdown that is no proposal, such as the page of a rule, as safe HTML.
public final class MarkdownHtml {

    private static final SourcePath NOWHERE = SourcePath.of("page.md");

    private MarkdownHtml() { }

    /// Renders a text with its headings as headings.
    ///
    /// @param text without relative links, for which there is no document that they could start from
    /// @throws IllegalArgumentException when there are some
    public static String of(String text) {
        SourceText source = SourceText.of(NOWHERE, text);
        Document tree = Markdown.parse(source, 1);
        ReadingNotes notes = new ReadingNotes(source, HiddenLinks.NONE);
        HtmlGroup.in(tree, notes::withoutRestricted);
        HtmlWriter writer = new HtmlWriter(source, tree, notes, "en");
        StringBuilder html = new StringBuilder();
        for (Node node = tree.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                String level = "h" + heading.getLevel();
                html.append('<').append(level).append('>').append(writer.inline(heading).html()).append("</").append(level).append(">\n");
            } else {
                html.append(writer.block(node).html()).append('\n');
            }
        }
        if (!notes.links().isEmpty()) {
            throw new IllegalArgumentException("the text has relative links: " + notes.links());
        }
        return html.toString();
    }
}
