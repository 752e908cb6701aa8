package org.pressroom.diagnostic;

/// What a rendering tells of a rule beside its findings.
///
/// @param id       `pr-problem-missing`
/// @param summary  one sentence
/// @param severity unless the configuration says otherwise
/// @param category `press release`
/// @param markdown the whole page that explains it
public record RuleHelp(String id, String summary, Severity severity, String category, String markdown) { }
