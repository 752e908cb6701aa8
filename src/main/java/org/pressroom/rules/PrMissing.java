package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.parse.ParseOutcome;

/// A PR/FAQ without a press release. Only said when no paragraph outside the FAQ could be one that bears no name.
final class PrMissing implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("pr-missing", Category.PRESS_RELEASE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        ParseOutcome.Parsed parsed = manuscript.parsed();
        Document document = parsed.document();
        boolean told = document.pressRelease().lines() != null || ReleaseText.outsideFaq(document).hasParagraph();
        if (document.prfaq() && !told) {
            reporter.report(reporter.atText(parsed.raw().bodyLine()), "the document has no press release",
                "write one above the FAQ, under a heading `## Press release`: headline, problem, solution, quotes");
        }
    }
}
