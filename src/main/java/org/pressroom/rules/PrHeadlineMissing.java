package org.pressroom.rules;

import org.pressroom.config.Configuration;
import org.pressroom.model.Document;
import org.pressroom.source.LineSpan;

/// A press release without a headline.
final class PrHeadlineMissing extends ReleaseRule {

    PrHeadlineMissing() {
        super(RuleInfo.error("pr-headline-missing", Category.PRESS_RELEASE));
    }

    @Override
    void check(Document document, LineSpan lines, Configuration configuration, Reporter reporter) {
        if (document.pressRelease().headline() == null) {
            reporter.report(reporter.atLine(lines.from()), "the press release has no headline",
                "begin it with one sentence in a heading: who can now do what");
        }
    }
}
