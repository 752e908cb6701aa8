package org.pressroom.rules;

import org.pressroom.model.Metadata;
import org.pressroom.model.Status;

import java.util.Set;

/// An outcome, a launch or a result that does not fit the rest: built without approval, launched on no day, measured
/// before anything ended.
final class LifeOutcomeMismatch implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("life-outcome-mismatch", Category.LIFECYCLE);

    private static final Set<String> ENDED = Set.of("launched", "cancelled", "retired");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Metadata metadata = manuscript.document().metadata();
        String outcome = metadata.outcome();
        if (outcome != null && metadata.status() != null && !Status.isAmong(Status.ONCE_APPROVED, metadata.status())) {
            reporter.report(Statuses.place(manuscript, "outcome", reporter),
                "the outcome is " + outcome + ", but the idea is " + metadata.status(),
                "write `status: approved` if it was, or remove the outcome");
        }
        if ("launched".equals(outcome) && metadata.launched() == null) {
            reporter.report(Statuses.place(manuscript, "outcome", reporter), "the idea was launched, but nothing says when",
                "add the day: `launched: 2027-06-30`");
        }
        if (metadata.result() != null && (outcome == null || !ENDED.contains(outcome))) {
            reporter.report(Statuses.place(manuscript, "result", reporter),
                "the result is " + metadata.result() + ", but " + (outcome == null ? "there is no outcome" : "the outcome is " + outcome),
                "write `outcome: launched`, `cancelled` or `retired`, or remove the result");
        }
    }
}
