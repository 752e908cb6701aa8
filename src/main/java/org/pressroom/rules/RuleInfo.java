package org.pressroom.rules;

import org.pressroom.diagnostic.Severity;

/// What is known of a rule without running it.
///
/// @param id        the name of the bad pattern, `pr-problem-missing`
/// @param severity  how much a finding weighs unless `pressroom.yaml` says otherwise
/// @param heuristic whether it is a heuristic, which never stops a build by default
/// @param review    whether it is about how a proposal was reviewed
public record RuleInfo(String id, Category category, Severity severity, boolean heuristic, boolean review) {

    public RuleInfo {
        if (heuristic && severity == Severity.ERROR) {
            throw new IllegalArgumentException("a guess is no error: " + id);
        }
    }

    static RuleInfo error(String id, Category category) {
        return new RuleInfo(id, category, Severity.ERROR, false, false);
    }

    static RuleInfo warning(String id, Category category) {
        return new RuleInfo(id, category, Severity.WARNING, false, false);
    }

    static RuleInfo info(String id, Category category) {
        return new RuleInfo(id, category, Severity.INFO, false, false);
    }

    /// The same, as a heuristic.
    RuleInfo byLikelihood() {
        return new RuleInfo(id, category, severity, true, review);
    }

    /// The same, about how a proposal was reviewed.
    RuleInfo aboutReview() {
        return new RuleInfo(id, category, severity, heuristic, true);
    }

    /// Whether it weighs one step less in a document of `size: light`, which need not keep the form and may be decided
    /// without ceremony.
    boolean lightens() {
        return category.form() || review;
    }
}
