package org.pressroom.rules;

import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Suppressed;

import java.util.List;

/// What came of checking one document.
///
/// @param findings in the order of [Diagnostic#ORDER]
/// @param allowed  what the author allows, in no order
/// @param evidence to be kept for the archive rules
/// @param days     on which a check finds the same
public record CheckedDocument(List<Diagnostic> findings, List<Suppressed> allowed, ArchiveEvidence evidence, Days days) {

    public CheckedDocument {
        findings = List.copyOf(findings);
        allowed = List.copyOf(allowed);
    }
}
