package org.pressroom.parse;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.util.ast.Node;

import java.util.Locale;
import java.util.function.Consumer;

/// Writes a table of markdown as HTML and as text.
final class TableHtml {

    private final StringBuilder html;
    private final StringBuilder text;
    private final Consumer<Node> content;

    private TableHtml(StringBuilder html, StringBuilder text, Consumer<Node> content) {
        this.html = html;
        this.text = text;
        this.content = content;
    }

    /// @param content writes what stands in a cell
    static void write(TableBlock table, StringBuilder html, StringBuilder text, Consumer<Node> content) {
        new TableHtml(html, text, content).table(table);
    }

    private void table(TableBlock table) {
        html.append("<div class=\"table-scroll\" tabindex=\"0\"><table>\n");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            boolean head = part instanceof TableHead;
            if (!head || hasText(part)) {
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
                if (!HtmlWriter.plain(cell).isBlank()) {
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
                String tag = head && !HtmlWriter.plain(cell).isBlank() ? "th" : "td";
                html.append('<').append(tag);
                if (tag.equals("th")) {
                    html.append(" scope=\"col\"");
                }
                TableCell.Alignment alignment = cell.getAlignment();
                if (alignment == TableCell.Alignment.RIGHT || alignment == TableCell.Alignment.CENTER) {
                    html.append(" class=\"align-").append(alignment.name().toLowerCase(Locale.ROOT)).append('"');
                }
                html.append('>');
                content.accept(cell);
                html.append("</").append(tag).append('>');
                text.append(' ');
            }
        }
        html.append("</tr>\n");
        text.append('\n');
    }
}
