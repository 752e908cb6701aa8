package org.pressroom.rules;

import org.pressroom.model.Block;
import org.pressroom.model.Document;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

import java.util.Optional;

/// A press release in which no part is the problem, but some paragraph may be. [PrProblemMissing] speaks where none may.
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
        Optional<Block> candidate = ReleaseText.of(document).firstParagraph();
        candidate.ifPresent(block -> reporter.report(reporter.atLine(block.lines().from()),
            "no part of the press release is clearly the problem" + PrProblemMissing.elsewhere(document),
            "put `### The problem` above the paragraph that describes it, or begin that paragraph with `**The problem.**`"));
    }
}
