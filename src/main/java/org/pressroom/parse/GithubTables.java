package org.pressroom.parse;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tables by GitHub's rules, in linear time: a row of dashes below a line with as many cells begins one, also in the middle of a
/// paragraph; every further line of that is a row; only `\|` puts a bar into a cell, also in code.
///
/// Source: GitHub Flavored Markdown 0.29, "Tables (extension)".
final class GithubTables implements ParagraphPreProcessor {

    /// Runs behind the definitions of links, which begin paragraphs as well.
    static final class Factory implements ParagraphPreProcessorFactory {

        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of(ReferencePreProcessorFactory.class);
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }

        @Override
        public ParagraphPreProcessor apply(ParserState state) {
            return new GithubTables();
        }
    }

    @Override
    public int preProcessBlock(Paragraph paragraph, ParserState state) {
        if (paragraph.getChars().indexOf('|') < 0) {
            return 0;
        }
        for (int line = 1; line < paragraph.getLineCount(); line++) {
            List<TableCell.Alignment> columns = columns(paragraph.getLineChars(line).trim());
            if (!columns.isEmpty() && cells(paragraph.getLineChars(line - 1).trim()).size() == columns.size()) {
                return put(paragraph, line, columns, state);
            }
        }
        return 0;
    }

    /// @param delimiters the line of dashes
    /// @return how much of the paragraph the table takes from its beginning
    private static int put(Paragraph paragraph, int delimiters, List<TableCell.Alignment> columns, ParserState state) {
        List<BasedSequence> lines = paragraph.getContentLines();
        TableBlock table = new TableBlock(List.copyOf(lines.subList(delimiters - 1, lines.size())));
        TableHead head = new TableHead();
        head.appendChild(row(lines.get(delimiters - 1).trim(), columns, state));
        head.setCharsFromContent();
        table.appendChild(head);
        TableBody body = new TableBody();
        for (BasedSequence line : lines.subList(delimiters + 1, lines.size())) {
            body.appendChild(row(line.trim(), columns, state));
        }
        if (body.hasChildren()) {
            body.setCharsFromContent();
            table.appendChild(body);
        }
        if (delimiters == 1) {
            paragraph.insertBefore(table);
            state.blockAdded(table);
            return paragraph.getChars().length();
        }
        paragraph.insertAfter(table);
        state.blockAdded(table);
        List<BasedSequence> before = new ArrayList<>(lines.subList(0, delimiters - 1));
        before.set(before.size() - 1, before.getLast().trimEnd());
        paragraph.setContent(before);
        return 0;
    }

    private static Node row(BasedSequence line, List<TableCell.Alignment> columns, ParserState state) {
        TableRow row = new TableRow(line);
        List<BasedSequence> cells = cells(line);
        for (int i = 0; i < columns.size(); i++) {
            TableCell cell = new TableCell();
            cell.setAlignment(columns.get(i));
            if (i < cells.size() && !cells.get(i).isEmpty()) {
                cell.setChars(cells.get(i));
                cell.setText(cells.get(i));
                state.getInlineParser().parse(cells.get(i), cell);
            }
            row.appendChild(cell);
        }
        return row;
    }

    /// The cells of a row, without the space around them.
    private static List<BasedSequence> cells(BasedSequence row) {
        List<BasedSequence> cells = new ArrayList<>();
        int from = row.startsWith("|") ? 1 : 0;
        for (int i = from; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '|') {
                cells.add(row.subSequence(from, i).trim());
                from = i + 1;
            }
        }
        if (from < row.length()) {
            cells.add(row.subSequence(from, row.length()).trim());
        }
        return cells;
    }

    /// How the columns are aligned that a line of dashes sets; empty when it is no such line.
    private static List<TableCell.Alignment> columns(BasedSequence line) {
        for (int i = 0; i < line.length(); i++) {
            if ("|-: \t".indexOf(line.charAt(i)) < 0) {
                return List.of();
            }
        }
        List<TableCell.Alignment> columns = new ArrayList<>();
        for (BasedSequence cell : cells(line)) {
            boolean left = cell.startsWith(":");
            boolean right = cell.length() > 1 && cell.endsWith(":");
            int from = left ? 1 : 0;
            int to = cell.length() - (right ? 1 : 0);
            for (int i = from; i < to; i++) {
                if (cell.charAt(i) != '-') {
                    return List.of();
                }
            }
            if (to <= from) {
                return List.of();
            }
            columns.add(left && right ? TableCell.Alignment.CENTER : right ? TableCell.Alignment.RIGHT : TableCell.Alignment.LEFT);
        }
        return columns;
    }
}
