package org.pressroom.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pressroom.json.Json;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.List;
import java.util.Map;

class RenderingTest {

    private static final SourcePath PATH = SourcePath.of("ideas/0042.md");

    private static Diagnostic finding(String text, String words, @Nullable Fix fix) {
        SourceText source = SourceText.of(PATH, text);
        int start = text.indexOf(words);
        Position position = Position.of(new SourceSpan(start, start + words.length()), source.lines());
        String message = "`" + words + "` is not a status";
        return Diagnostic.in(source, "meta-unknown-value", Severity.ERROR, position, message, fix);
    }

    private static String plain(Diagnostic finding) {
        return new TextRendering(false).render(finding);
    }

    @Test
    void textShowsPlaceSourceLineCaretsAndFix() {
        assertEquals("""
            ideas/0042.md:2:9: error: `aproved` is not a status [meta-unknown-value]
                status: aproved
                        ^^^^^^^
                fix: write `approved`
            """, plain(finding("title: a\nstatus: aproved\n", "aproved", new Fix("write `approved`"))));
    }

    @Test
    void aFindingAboutNoFileIsOneLine() {
        assertEquals("warning: it is broken [template-error]\n", plain(new Diagnostic(
            "template-error", Severity.WARNING, null, Position.START, "it is broken", null, null)));
    }

    @Test
    void controlsOfATerminalAreMadeVisibleEverywhere() {
        String out = plain(finding("status: \u001b[31mred\u202e", "\u001b[31mred", null));
        assertFalse(out.contains("\u001b"), out);
        assertFalse(out.contains("\u202e"), out);
        assertTrue(out.contains("    status: ␛[31mred<U+202E>\n            ^^^^^^^^\n"), out);
        assertTrue(out.contains("`␛[31mred` is not a status"), out);
    }

    @Test
    void caretsStandUnderWideCharacters() {
        assertEquals("""
            ideas/0042.md:1:7: error: `未定` is not a status [meta-unknown-value]
                状態: é 未定
                        ^^^^
            """, plain(finding("状態: é 未定", "未定", null)));
    }

    @Test
    void aLongLineIsShownAroundTheCaret() {
        String[] lines = plain(finding("a ".repeat(5_000) + "HERE" + " b".repeat(5_000), "HERE", null)).split("\n");
        assertTrue(lines[1].startsWith("    …") && lines[1].endsWith("…"), lines[1]);
        assertTrue(lines[1].length() < 120, lines[1]);
        assertEquals(lines[1].indexOf("HERE"), lines[2].indexOf("^^^^"));
    }

    @Test
    void aStretchOfSeveralLinesIsMarkedToTheEndOfTheFirst() {
        String out = plain(finding("one two\nthree", "two\nthree", null));
        assertTrue(out.contains("    one two\n        ^^^\n"), out);
    }

    @Test
    void colourIsAddedOnDemandOnly() {
        Diagnostic finding = finding("status: aproved", "aproved", new Fix("write `approved`"));
        String coloured = new TextRendering(true).render(finding);
        assertTrue(coloured.contains("\u001b[1;31merror:\u001b[0m"), coloured);
        assertEquals(plain(finding), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void jsonHasOneObjectAFindingInOrderAndCounts() throws Exception {
        Report report = new Report(3, List.of(
            finding("a\nstatus: aproved", "aproved", new Fix("write `approved`")),
            new Diagnostic("pr-missing", Severity.INFO, null, Position.START, "nowhere", null, null)));
        Map<?, ?> tree = assertInstanceOf(Map.class, Json.read(new JsonRendering().render(report)));
        assertEquals(3L, tree.get("documents"));
        assertEquals(Map.of("error", 1L, "warning", 0L, "info", 1L), tree.get("counts"));
        List<?> findings = assertInstanceOf(List.class, tree.get("findings"));
        Map<?, ?> nowhere = assertInstanceOf(Map.class, findings.get(0));
        assertNull(nowhere.get("file"));
        assertNull(nowhere.get("line"));
        assertEquals(Json.object("rule", "meta-unknown-value", "severity", "error", "file", "ideas/0042.md", "line", 2L,
            "column", 9L, "endLine", 2L, "message", "`aproved` is not a status", "fix", "write `approved`", "edit", null),
            findings.get(1));
    }

    @Test
    void aReportKnowsWhetherABarIsReached() {
        Report report = new Report(1, List.of(finding("a", "a", null).withSeverity(Severity.WARNING)));
        assertTrue(report.reaches(Severity.WARNING));
        assertFalse(report.reaches(Severity.ERROR));
    }
}
