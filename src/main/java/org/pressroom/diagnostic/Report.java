package org.pressroom.diagnostic;

import java.util.List;

/// All findings of one run.
///
/// @param documents number of documents that were checked
/// @param findings  in the order of [Diagnostic#ORDER]
public record Report(int documents, List<Diagnostic> findings) {

    /// @param findings in any order
    public Report {
        findings = findings.stream().sorted(Diagnostic.ORDER).toList();
    }

    public int count(Severity severity) {
        return Math.toIntExact(findings.stream().filter(finding -> finding.severity() == severity).count());
    }

    /// Whether some finding weighs at least as much as `bar`.
    public boolean reaches(Severity bar) {
        return findings.stream().anyMatch(finding -> finding.severity().atLeast(bar));
    }
}
