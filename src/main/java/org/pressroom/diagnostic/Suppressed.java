package org.pressroom.diagnostic;

/// A finding that does not count, and why.
///
/// @param kind   who said so
/// @param reason in the author's words; for a baseline, a phrase
public record Suppressed(Diagnostic finding, Kind kind, String reason) {

    /// Where it is said that a finding does not count.
    public enum Kind {
        /// A comment in the document.
        COMMENT,
        /// A line of the baseline file.
        BASELINE
    }
}
