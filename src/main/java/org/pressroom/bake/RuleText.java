package org.pressroom.bake;

import org.pressroom.diagnostic.Severity;

/// A rule as its page shows it.
///
/// @param id       also its address: `rules/<id>.html`
/// @param summary  one sentence
/// @param severity unless the configuration says otherwise
/// @param category what it is about: `press release`
/// @param html     why it exists, with examples; safe
public record RuleText(String id, String summary, Severity severity, String category, String html) { }
