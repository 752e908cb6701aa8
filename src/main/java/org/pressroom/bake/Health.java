package org.pressroom.bake;

import org.pressroom.diagnostic.Diagnostic;

import java.util.List;

/// What is told of an archive's health. Findings in restricted documents are not among it.
///
/// @param findings that count, in order
/// @param known    that the baseline knows, in order
/// @param documents how many there are, with findings or without
/// @param rules    all there are, in the order in which they are listed
public record Health(List<Diagnostic> findings, List<Diagnostic> known, int documents, List<RuleText> rules) {

    public static final Health UNKNOWN = new Health(List.of(), List.of(), 0, List.of());

    public Health {
        findings = List.copyOf(findings);
        known = List.copyOf(known);
        rules = List.copyOf(rules);
    }
}
