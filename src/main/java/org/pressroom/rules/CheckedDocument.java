package org.pressroom.rules;

import org.pressroom.diagnostic.Diagnostic;

import java.util.List;

/// What came of checking one document.
///
/// @param findings in the order of [Diagnostic#ORDER]
/// @param evidence to be kept for the archive rules
public record CheckedDocument(List<Diagnostic> findings, ArchiveEvidence evidence) {

    public CheckedDocument {
        findings = List.copyOf(findings);
    }
}
