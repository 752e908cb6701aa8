package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

import java.util.Optional;

/// A press release in which no part is the problem, but something may be: what the recogniser thinks most probable, or any
/// paragraph when it has no candidate. [PrProblemMissing] speaks where nothing may.
final class PrProblemUnclear extends ReleaseRule {

    PrProblemUnclear() {
        super(RuleInfo.warning("pr-problem-unclear", Category.PRESS_RELEASE).byLikelihood());
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        if (document.pressRelease().part(PartKind.PROBLEM).isPresent()) {
            return;
        }
        Optional<LineSpan> candidate = PrProblemMissing.candidate(manuscript, lines);
        if (candidate.isPresent()) {
            reporter.report(reporter.atLine(candidate.get().from()),
                "the problem was not found; is it this paragraph?" + PrProblemMissing.elsewhere(document),
                "if so, put `### The problem` above it; if not, tell the problem under that heading");
            return;
        }
        ReleaseText.undecided(document).ifPresent(undecided -> reporter.report(reporter.atLine(undecided.from()),
            "no part of the press release is clearly the problem" + PrProblemMissing.elsewhere(document),
            "put `### The problem` above the paragraph that describes it, or begin that paragraph with `**The problem.**`"));
    }
}
