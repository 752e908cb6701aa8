package org.pressroom.diagnostic;

import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.Writer;

/// Workflow commands, which GitHub Actions shows as annotations beside the changed lines:
///
/// ```
/// ::error file=ideas/0042.md,line=3,col=9,title=meta-unknown-value::`aproved` is not a status%0Afix: write `approved`
/// ```
///
/// `%`, CR and LF are escaped everywhere, `:` and `,` in properties too, as GitHub's toolkit does it.
///
/// @param prefix the archive's folder below the repository's root, ending in `/`; empty for the root itself
public record GithubRendering(String prefix) implements Rendering {

    @Override
    public void write(Report report, Writer out) throws IOException {
        for (Diagnostic finding : report.findings()) {
            out.write("::" + command(finding.severity()) + " " + place(finding) + "title=" + property(finding.rule()) + "::");
            Fix fix = finding.fix();
            out.write(data(finding.message() + (fix == null ? "" : "\nfix: " + fix.description())));
            out.write('\n');
        }
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private String place(Diagnostic finding) {
        SourcePath file = finding.file();
        Position at = finding.position();
        return file == null ? ""
            : "file=" + property(prefix + file.path()) + ",line=" + at.line() + ",col=" + at.column() + ",";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
