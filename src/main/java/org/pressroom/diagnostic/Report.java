package org.pressroom.diagnostic;

import java.util.Comparator;
import java.util.List;

/// All findings of one run.
///
/// @param documents  number of documents that were checked
/// @param findings   in the order of [Diagnostic#ORDER]
/// @param suppressed what was found and does not count, in the same order
public record Report(int documents, List<Diagnostic> findings, List<Suppressed> suppressed) {

    /// @param findings   in any order
    /// @param suppressed in any order
    public Report {
        findings = findings.stream().sorted(Diagnostic.ORDER).toList();
        suppressed = suppressed.stream().sorted(Comparator.comparing(Suppressed::finding, Diagnostic.ORDER)).toList();
    }

    /// A report in which everything counts.
    public Report(int documents, List<Diagnostic> findings) {
        this(documents, findings, List.of());
    }

    public int count(Severity severity) {
        return Math.toIntExact(findings.stream().filter(finding -> finding.severity() == severity).count());
    }

    /// Whether some finding weighs at least as much as `bar`.
    public boolean reaches(Severity bar) {
        return findings.stream().anyMatch(finding -> finding.severity().atLeast(bar));
    }
}
