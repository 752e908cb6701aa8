package org.pressroom.rules;

import org.pressroom.source.LineSpan;

/// An FAQ in which nobody asks why the idea may fail.
final class PlanNoFailureReason extends PlanRule {

    PlanNoFailureReason() {
        super(RuleInfo.warning("plan-no-failure-reason", Category.WORKING_BACKWARDS).byLikelihood(),
            WordList.FAILURE, WordList.RISKS);
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        if (manuscript.words(WordList.FAILURE, lines).isEmpty() && !speaksOfRisk(manuscript)) {
            reporter.report(reporter.atLine(lines.from()), "the FAQ gives no reason why this might fail",
                "ask \"Why might this fail?\" in the internal FAQ, and name the likeliest three reasons");
        }
    }
}
