package org.pressroom.rules;

import org.pressroom.config.Configuration;
import org.pressroom.parse.ParseOutcome;

/// A PR/FAQ without a press release.
final class PrMissing implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("pr-missing", Category.PRESS_RELEASE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ParseOutcome.Parsed parsed, Configuration configuration, Reporter reporter) {
        if (parsed.document().prfaq() && parsed.document().pressRelease().lines() == null) {
            reporter.report(reporter.atText(parsed.raw().bodyLine()), "the document has no press release",
                "write one above the FAQ, under a heading `## Press release`: headline, problem, solution, quotes");
        }
    }
}
