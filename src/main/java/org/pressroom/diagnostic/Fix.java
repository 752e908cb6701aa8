package org.pressroom.diagnostic;

/// How an author mends a finding.
///
/// @param description an imperative sentence: "write `approved`"
public record Fix(String description) { }
