package org.pressroom.diagnostic;

import org.jspecify.annotations.Nullable;
import org.pressroom.json.Json;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for code scanning and editors.
///
/// Files are named relative to the repository's root; columns are UTF-16 code units, as `columnKind` says. A finding's
/// fingerprint stays when its lines move: it is its message, without numbers that change, and which of those alike it is. What a comment or the baseline allows is among the results, as suppressed.
///
/// @param rules   all rules there are
/// @param prefix  the archive's folder below the repository's root, ending in `/`; empty for the root itself
/// @param version of Pressroom
public record SarifRendering(List<RuleHelp> rules, String prefix, String version) implements Rendering {

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    public SarifRendering {
        rules = List.copyOf(rules);
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        rules.forEach(rule -> numbers.put(rule.id(), numbers.size()));
        Map<String, Integer> seen = new HashMap<>();
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        report.findings().forEach(finding -> results.add(result(finding, List.of(), numbers, seen)));
        report.suppressed().forEach(s -> results.add(result(s.finding(), List.of(suppression(s)), numbers, seen)));
        boolean crashed = report.findings().stream().anyMatch(finding -> finding.rule().equals("rule-crashed"));
        Map<String, @Nullable Object> run = Json.object(
            "tool", Json.object("driver", Json.object(
                "name", "Pressroom", "version", version, "rules", rules.stream().map(SarifRendering::rule).toList())),
            "invocations", List.of(Json.object("executionSuccessful", !crashed)),
            "originalUriBaseIds", Json.object(ROOT, Json.object("description", text("The root of the repository"))),
            "columnKind", "utf16CodeUnits",
            "results", results);
        Json.write(Json.object("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)), out, true);
        out.write('\n');
    }

    private static Map<String, @Nullable Object> rule(RuleHelp rule) {
        return Json.object(
            "id", rule.id(),
            "shortDescription", text(rule.summary()),
            "help", Json.object("text", rule.markdown(), "markdown", rule.markdown()),
            "defaultConfiguration", Json.object("level", level(rule.severity())),
            "properties", Json.object("tags", List.of(rule.category())));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static Map<String, @Nullable Object> text(String text) {
        return Json.object("text", text);
    }

    private static Map<String, @Nullable Object> suppression(Suppressed suppressed) {
        return Json.object(
            "kind", suppressed.kind() == Suppressed.Kind.COMMENT ? "inSource" : "external",
            "status", "accepted",
            "justification", suppressed.reason());
    }

    private Map<String, @Nullable Object> result(Diagnostic finding, List<Map<String, @Nullable Object>> suppressions,
            Map<String, Integer> numbers, Map<String, Integer> seen) {
        Fix fix = finding.fix();
        Map<String, @Nullable Object> result = Json.object("ruleId", finding.rule());
        Integer number = numbers.get(finding.rule());
        if (number != null) {
            result.put("ruleIndex", number);
        }
        result.put("level", level(finding.severity()));
        result.put("message", text(finding.message() + (fix == null ? "" : "\nFix: " + fix.description())));
        result.put("locations", List.of(Json.object("physicalLocation", location(finding))));
        String fingerprint = Fingerprint.alike(finding);
        int nth = seen.merge(finding.rule() + "\n" + finding.file() + "\n" + fingerprint, 1, Integer::sum);
        String whole = fingerprint + ":" + nth;
        // GitHub reads the first; the second says whose it is.
        result.put("partialFingerprints", Json.object("primaryLocationLineHash", whole, "pressroomFinding/v1", whole));
        // Either all results have them or none.
        result.put("suppressions", suppressions);
        if (fix != null && fix.edit() != null && finding.file() != null) {
            result.put("fixes", List.of(fix(fix.description(), fix.edit(), finding.file())));
        }
        return result;
    }

    /// A finding about no file is one about the archive's folder.
    private Map<String, @Nullable Object> location(Diagnostic finding) {
        SourcePath file = finding.file();
        return file == null
            ? Json.object("artifactLocation", Json.object("uri", "./" + uri(prefix), "uriBaseId", ROOT))
            : Json.object("artifactLocation", artifact(file), "region", region(finding.position()));
    }

    private Map<String, @Nullable Object> artifact(SourcePath file) {
        return Json.object("uri", uri(prefix + file.path()), "uriBaseId", ROOT);
    }

    private static Map<String, @Nullable Object> region(Position at) {
        return Json.object("startLine", at.line(), "startColumn", at.unitColumn(),
            "endLine", at.endLine(), "endColumn", at.endUnitColumn());
    }

    private Map<String, @Nullable Object> fix(String description, Edit edit, SourcePath file) {
        Map<String, @Nullable Object> replacement = Json.object(
            "deletedRegion", region(edit.at()), "insertedContent", text(edit.replacement()));
        return Json.object("description", text(description), "artifactChanges", List.of(Json.object(
            "artifactLocation", artifact(file), "replacements", List.of(replacement))));
    }

    /// A relative reference: everything but RFC 3986's unreserved characters and `/` percent-encoded, so that no name can
    /// be taken for a scheme, query or fragment.
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder(path.length() + 8);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                    .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return uri.toString();
    }
}
