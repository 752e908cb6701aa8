package org.pressroom.rules;

import org.pressroom.diagnostic.Severity;

/// What is known of a rule without running it.
///
/// @param id        the name of the bad pattern, `pr-problem-missing`
/// @param severity  how much a finding weighs unless `pressroom.yaml` says otherwise
/// @param heuristic whether it judges by likelihood, and so never stops a build by default
public record RuleInfo(String id, Category category, Severity severity, boolean heuristic) {

    public RuleInfo {
        if (heuristic && severity == Severity.ERROR) {
            throw new IllegalArgumentException("a guess is no error: " + id);
        }
    }

    static RuleInfo error(String id, Category category) {
        return new RuleInfo(id, category, Severity.ERROR, false);
    }

    static RuleInfo warning(String id, Category category) {
        return new RuleInfo(id, category, Severity.WARNING, false);
    }

    static RuleInfo info(String id, Category category) {
        return new RuleInfo(id, category, Severity.INFO, false);
    }

    /// The same, judging by likelihood.
    RuleInfo byLikelihood() {
        return new RuleInfo(id, category, severity, true);
    }
}
