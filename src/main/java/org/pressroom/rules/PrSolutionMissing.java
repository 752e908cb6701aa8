package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

/// A press release that names no solution. Only said when nothing could be it that its author did not call something else.
final class PrSolutionMissing extends ReleaseRule {

    PrSolutionMissing() {
        super(RuleInfo.error("pr-solution-missing", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        boolean told = document.pressRelease().part(PartKind.SOLUTION).isPresent()
            || document.pressRelease().part(PartKind.HOW_IT_WORKS).isPresent();
        if (!told && ReleaseText.undecided(document).isEmpty()) {
            reporter.report(reporter.atLine(lines.from()), "the press release has no solution paragraph",
                "add a paragraph under `### The solution`: what the customer can do now, and why that is better");
        }
    }
}
