package org.pressroom.rules;

import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.source.SourcePath;

import java.util.List;

/// Takes what one rule finds in the archive.
public final class ArchiveReporter {

    private final RuleInfo rule;
    private final List<Finding> findings;

    ArchiveReporter(RuleInfo rule, List<Finding> findings) {
        this.rule = rule;
        this.findings = findings;
    }

    /// Reports a finding about a document.
    ///
    /// @param message one plain sentence that says what and where, without a final full stop
    /// @param fix     an imperative sentence that says how to mend it
    public void report(SourcePath path, Position position, String message, String fix) {
        findings.add(Finding.of(rule, rule.severity(), path, position, message, new Fix(fix)));
    }
}
