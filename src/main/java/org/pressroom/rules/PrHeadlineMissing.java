package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.source.LineSpan;

/// A press release without a headline.
final class PrHeadlineMissing extends ReleaseRule {

    PrHeadlineMissing() {
        super(RuleInfo.error("pr-headline-missing", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        if (document.pressRelease().headline() == null) {
            reporter.report(reporter.atLine(lines.from()), "the press release has no headline",
                "begin it with one sentence in a heading: who can now do what");
        }
    }
}
