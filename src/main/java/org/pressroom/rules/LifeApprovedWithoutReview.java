package org.pressroom.rules;

import org.pressroom.model.Metadata;
import org.pressroom.model.Status;

/// An approved idea that no review approved: the review is the gate.
final class LifeApprovedWithoutReview implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.warning("life-approved-without-review", Category.LIFECYCLE).aboutReview();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Metadata metadata = manuscript.document().metadata();
        boolean passed = metadata.reviews().stream()
            .anyMatch(review -> review.decision() == null || review.decision().equals("approved"));
        if (manuscript.document().prfaq() && Status.isAmong(Status.ONCE_APPROVED, metadata.status()) && !passed) {
            reporter.report(Statuses.place(manuscript, "status", reporter),
                metadata.reviews().isEmpty() ? "the idea is " + metadata.status() + " without a review"
                    : "the idea is " + metadata.status() + ", but no review approved it",
                "add the review: `reviews: [{date: 2027-01-15, reviewers: [Jo Park], decision: approved}]`");
        }
    }
}
