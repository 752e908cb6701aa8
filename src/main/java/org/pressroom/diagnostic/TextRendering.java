package org.pressroom.diagnostic;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// What a person reads on a terminal, one finding after the other:
///
/// ```
/// ideas/0042.md:3:9: error: `aproved` is not a status [meta-unknown-value]
///     status: aproved
///             ^^^^^^^
///     fix: write `approved`
/// ```
///
/// What [most documents][SharedFindings] have in common comes first and once:
///
/// ```
/// warning: 63 of 80 documents: the press release has neither place nor day [pr-dateline-missing]
///     first: ideas/0001.md:5:1
/// ```
///
/// @param colour whether to colour with ANSI escapes
/// @param each   whether to give those one by one as well as all others
public record TextRendering(boolean colour, boolean each) implements Rendering {

    private static final String INDENT = "    ";

    /// Columns that a source line may take; of a longer one the stretch around the caret is shown.
    private static final int WIDTH = 100;
    private static final int BEFORE_CARET = 40;

    private static final String BOLD = "\u001b[1m";
    private static final String GREEN = "\u001b[32m";
    private static final String RESET = "\u001b[0m";

    public TextRendering(boolean colour) {
        this(colour, false);
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        SharedFindings findings = each ? new SharedFindings(List.of(), report.findings()) : SharedFindings.of(report.findings(), report.documents());
        for (SharedFindings.Shared shared : findings.shared()) {
            out.write(render(shared, report.documents()));
        }
        for (Diagnostic finding : findings.others()) {
            out.write(render(finding));
        }
    }

    /// What most documents have in common, with `\n` after each line.
    ///
    /// @param documents how many there are
    public String render(SharedFindings.Shared shared, int documents) {
        Diagnostic first = shared.first();
        StringBuilder out = new StringBuilder();
        String count = shared.documents() + " of " + documents + " documents";
        appendMessage(out, first, (shared.findings() > shared.documents() ? shared.findings() + " times in " : "") + count
            + (shared.alike() ? ": " : ", for example: "));
        out.append(INDENT).append("first: ").append(place(first)).append('\n');
        appendFix(out, first);
        return out.toString();
    }

    /// One finding, with `\n` after each line.
    public String render(Diagnostic finding) {
        StringBuilder out = new StringBuilder();
        if (finding.file() != null) {
            out.append(in(BOLD, place(finding) + ":")).append(' ');
        }
        appendMessage(out, finding, "");
        if (finding.sourceLine() != null && !finding.sourceLine().isBlank()) {
            appendSource(out, finding.sourceLine(), finding);
        }
        appendFix(out, finding);
        return out.toString();
    }

    private static String place(Diagnostic finding) {
        return VisibleText.of(String.valueOf(finding.file())) + ":" + finding.position().line() + ":" + finding.position().column();
    }

    private void appendMessage(StringBuilder out, Diagnostic finding, String before) {
        out.append(in(colourOf(finding.severity()), finding.severity().label() + ":")).append(' ').append(before)
            .append(VisibleText.of(finding.message())).append(" [").append(finding.rule()).append("]\n");
    }

    private void appendFix(StringBuilder out, Diagnostic finding) {
        if (finding.fix() != null) {
            out.append(INDENT).append(in(GREEN, "fix:")).append(' ');
            out.append(VisibleText.of(finding.fix().description())).append('\n');
        }
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
