package org.pressroom.rules;

import org.pressroom.model.Confidence;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.PressRelease;
import org.pressroom.source.LineSpan;

import java.util.Optional;

/// A press release that gives the answer before the question. Only said where the author named the solution: a first
/// paragraph that announces the product is the form's own summary.
final class PrProblemAfterSolution extends ReleaseRule {

    PrProblemAfterSolution() {
        super(RuleInfo.warning("pr-problem-after-solution", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        PressRelease release = manuscript.document().pressRelease();
        Optional<Part> problem = release.part(PartKind.PROBLEM);
        Optional<Part> solution = release.part(PartKind.SOLUTION).filter(part -> part.confidence() == Confidence.LABELLED);
        if (problem.isPresent() && solution.isPresent()) {
            int told = problem.get().lines().from();
            int answered = solution.get().lines().from();
            if (told > answered) {
                reporter.report(reporter.atLine(told),
                    "the problem comes after the solution, which is on line " + answered,
                    "describe the problem first; readers who don't know it can't judge the solution");
            }
        }
    }
}
