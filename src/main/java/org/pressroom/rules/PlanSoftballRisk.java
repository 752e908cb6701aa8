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
            List<WordHit> hits = manuscript.words(WordList.SOFTBALL, answer(question)).stream()
                .filter(hit -> !hit.quoted()).toList();
            if (!hits.isEmpty() && asksForRisk(manuscript, question)) {
                reporter.report(reporter.at(hits.getFirst().span()),
                    "'" + manuscript.written(hits.getFirst()) + "' plays the risk down",
                    "name a reason for which a sceptic would stop the project, and what would show early that it comes true");
            }
        }
    }

    /// The lines below the question; its own when everything stands on one.
    private static LineSpan answer(Question question) {
        LineSpan lines = question.lines();
        return lines.from() == lines.to() ? lines : new LineSpan(lines.from() + 1, lines.to());
    }
}
