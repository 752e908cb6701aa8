package org.pressroom.diagnostic;

import org.jspecify.annotations.Nullable;
import org.pressroom.json.Json;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/// One JSON object: `{"documents","findings":[…],"counts":{"error","warning","info"}}`.
///
/// A finding about no file has null as `file`, `line`, `column` and `endLine`. `edit` is null or the change that
/// `--fix` makes: `{"line","column","endLine","endColumn","replacement"}`, columns in code points.
public record JsonRendering() implements Rendering {

    @Override
    public void write(Report report, Writer out) throws IOException {
        List<Map<String, @Nullable Object>> findings = report.findings().stream().map(JsonRendering::tree).toList();
        Map<String, @Nullable Object> counts = Json.object();
        for (Severity severity : Severity.values()) {
            counts.put(severity.label(), report.count(severity));
        }
        Json.write(Json.object("documents", report.documents(), "findings", findings, "counts", counts), out, true);
        out.write('\n');
    }

    /// One finding as a tree.
    public static Map<String, @Nullable Object> tree(Diagnostic finding) {
        SourcePath file = finding.file();
        Position position = finding.position();
        Fix fix = finding.fix();
        return Json.object(
            "rule", finding.rule(),
            "severity", finding.severity().label(),
            "file", file == null ? null : file.toString(),
            "line", file == null ? null : position.line(),
            "column", file == null ? null : position.column(),
            "endLine", file == null ? null : position.endLine(),
            "message", finding.message(),
            "fix", fix == null ? null : fix.description(),
            "edit", fix == null || fix.edit() == null ? null : tree(fix.edit()));
    }

    private static Map<String, @Nullable Object> tree(Edit edit) {
        Position at = edit.at();
        return Json.object("line", at.line(), "column", at.column(), "endLine", at.endLine(), "endColumn", at.endColumn(),
            "replacement", edit.replacement());
    }
}
