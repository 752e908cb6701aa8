package org.pressroom.diagnostic;

import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.Writer;

/// What a person reads on a terminal, one finding after the other:
///
/// ```
/// ideas/0042.md:3:9: error: `aproved` is not a status [meta-unknown-value]
///     status: aproved
///             ^^^^^^^
///     fix: write `approved`
/// ```
///
/// @param colour whether to colour with ANSI escapes
public record TextRendering(boolean colour) implements Rendering {

    private static final String INDENT = "    ";

    /// Columns that a source line may take; of a longer one the stretch around the caret is shown.
    private static final int WIDTH = 100;
    private static final int BEFORE_CARET = 40;

    private static final String BOLD = "\u001b[1m";
    private static final String GREEN = "\u001b[32m";
    private static final String RESET = "\u001b[0m";

    @Override
    public void write(Report report, Writer out) throws IOException {
        for (Diagnostic finding : report.findings()) {
            out.write(render(finding));
        }
    }

    /// One finding, with `\n` after each line.
    public String render(Diagnostic finding) {
        StringBuilder out = new StringBuilder();
        SourcePath file = finding.file();
        Position position = finding.position();
        if (file != null) {
            String place = VisibleText.of(file.toString()) + ":" + position.line() + ":" + position.column() + ":";
            out.append(in(BOLD, place)).append(' ');
        }
        out.append(in(colourOf(finding.severity()), finding.severity().label() + ":"));
        out.append(' ').append(VisibleText.of(finding.message())).append(" [").append(finding.rule()).append("]\n");
        if (finding.sourceLine() != null && !finding.sourceLine().isBlank()) {
            appendSource(out, finding.sourceLine(), finding);
        }
        if (finding.fix() != null) {
            out.append(INDENT).append(in(GREEN, "fix:")).append(' ');
            out.append(VisibleText.of(finding.fix().description())).append('\n');
        }
        return out.toString();
    }

    private void appendSource(StringBuilder out, String excerpt, Diagnostic finding) {
        Position position = finding.position();
        int[] characters = excerpt.codePoints().toArray();
        int firstColumn = SourceExcerpt.firstColumn(position.column());
        int caret = Math.min(position.column() - firstColumn, characters.length);
        int end = position.endLine() > position.line()
            ? characters.length : Math.min(position.endColumn() - firstColumn, characters.length);

        int room = width(characters, 0, characters.length) <= WIDTH ? WIDTH : BEFORE_CARET;
        int from = caret;
        while (from > 0 && width(characters, from - 1, caret) <= room) {
            from--;
        }
        int to = from;
        for (int used = 0; to < characters.length && used + VisibleText.width(characters[to]) <= WIDTH; to++) {
            used += VisibleText.width(characters[to]);
        }
        boolean cutBefore = from > 0 || firstColumn > 1;
        boolean cutAfter = to < characters.length || characters.length == SourceExcerpt.LENGTH;

        out.append(INDENT).append(cutBefore ? "…" : "");
        for (int i = from; i < to; i++) {
            out.append(VisibleText.form(characters[i]));
        }
        out.append(cutAfter ? "…" : "").append('\n');
        String padding = " ".repeat(width(characters, from, caret) + (cutBefore ? 1 : 0));
        String carets = "^".repeat(Math.max(1, width(characters, caret, Math.min(end, to))));
        out.append(INDENT).append(padding).append(in(colourOf(finding.severity()), carets)).append('\n');
    }

    private static int width(int[] characters, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += VisibleText.width(characters[i]);
        }
        return width;
    }

    private static String colourOf(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001b[1;31m";
            case WARNING -> "\u001b[1;33m";
            case INFO -> "\u001b[1;36m";
        };
    }

    private String in(String escape, String text) {
        return colour ? escape + text + RESET : text;
    }
}
