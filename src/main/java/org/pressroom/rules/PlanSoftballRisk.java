package org.pressroom.rules;

import org.pressroom.model.Question;
import org.pressroom.source.LineSpan;

import java.util.List;

/// An answer about risks that plays them down: "minimal risk", "too popular". Only answers to questions that ask for
/// risks are looked at.
final class PlanSoftballRisk extends PlanRule {

    PlanSoftballRisk() {
        super(RuleInfo.info("plan-softball-risk", Category.WORKING_BACKWARDS).byLikelihood(),
            WordList.SOFTBALL, WordList.FAILURE, WordList.RISKS);
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        for (Question question : manuscript.document().faq().questions()) {
            List<WordHit> hits = manuscript.words(WordList.SOFTBALL, question.lines());
            if (!hits.isEmpty() && asksForRisk(manuscript, question)) {
                reporter.report(reporter.at(hits.getFirst().span()),
                    "'" + manuscript.written(hits.getFirst()) + "' plays the risk down",
                    "name a reason for which a sceptic would stop the project, and what would show early that it comes true");
            }
        }
    }
}
