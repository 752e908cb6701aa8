package org.pressroom.diagnostic;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JUnit's XML: one suite, one test case a document, which fails when it has findings at or above `failOn`; lighter ones
/// stand in its output. Findings about no document have cases of their own.
///
/// @param documents that were checked, with or without findings
/// @param failOn    from which severity a document fails
/// @param prefix    the archive's folder below the repository's root, ending in `/`; empty for the root itself
public record JunitRendering(List<SourcePath> documents, Severity failOn, String prefix) implements Rendering {

    /// The case of what is about no file.
    private static final String ARCHIVE = "archive";

    public JunitRendering {
        documents = List.copyOf(documents);
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        Map<String, List<Diagnostic>> cases = new TreeMap<>();
        documents.forEach(document -> cases.put(prefix + document.path(), new ArrayList<>()));
        for (Diagnostic finding : report.findings()) {
            cases.computeIfAbsent(name(finding.file()), _ -> new ArrayList<>()).add(finding);
        }
        long failures = cases.values().stream().filter(found -> !failing(found).isEmpty()).count();
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"pressroom check\" tests=\"" + cases.size()
            + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"0\">\n");
        for (Map.Entry<String, List<Diagnostic>> one : cases.entrySet()) {
            write(one.getKey(), one.getValue(), out);
        }
        out.write("</testsuite>\n");
    }

    private String name(@Nullable SourcePath file) {
        return file == null ? ARCHIVE : prefix + file.path();
    }

    private List<Diagnostic> failing(List<Diagnostic> findings) {
        return findings.stream().filter(finding -> finding.severity().atLeast(failOn)).toList();
    }

    private void write(String name, List<Diagnostic> findings, Writer out) throws IOException {
        out.write("  <testcase classname=\"pressroom\" name=\"" + escape(name) + "\""
            + (name.equals(ARCHIVE) ? "" : " file=\"" + escape(name) + "\""));
        if (findings.isEmpty()) {
            out.write("/>\n");
            return;
        }
        out.write(">\n");
        List<Diagnostic> failing = failing(findings);
        if (!failing.isEmpty()) {
            Diagnostic first = failing.getFirst();
            String more = failing.size() == 1 ? "" : " (and " + (failing.size() - 1) + " more)";
            out.write("    <failure type=\"" + escape(first.rule()) + "\" message=\""
                + escape("line " + first.position().line() + ": " + first.message() + more) + "\">" + text(failing) + "</failure>\n");
        }
        List<Diagnostic> lighter = findings.stream().filter(finding -> !finding.severity().atLeast(failOn)).toList();
        if (!lighter.isEmpty()) {
            out.write("    <system-out>" + text(lighter) + "</system-out>\n");
        }
        out.write("  </testcase>\n");
    }

    private static String text(List<Diagnostic> findings) {
        TextRendering text = new TextRendering(false);
        StringBuilder all = new StringBuilder();
        findings.forEach(finding -> all.append(text.render(finding)));
        return escape(all.toString());
    }

    /// XML 1.0 has no form for most controls, halves of surrogate pairs and U+FFFE: they are left out.
    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t', '\n' -> out.append((char) c);
                default -> {
                    boolean allowed = c >= 0x20 && c < 0xd800 || c >= 0xe000 && c < 0xfffe || c >= 0x10000;
                    if (allowed && !(c >= 0x7f && c <= 0x9f)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }
}
