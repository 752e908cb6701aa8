package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.source.LineSpan;

/// A press release that no journalist would read to its end: more than `thresholds.press-release-words` words.
final class PrTooLong extends ReleaseRule {

    PrTooLong() {
        super(RuleInfo.warning("pr-too-long", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        int most = manuscript.configuration().thresholds().pressReleaseWords();
        if (document.pressRelease().words() > most) {
            reporter.report(reporter.atLine(lines.from()),
                "the press release has " + Length.of(document.pressRelease().words(), document.language()),
                "say it in at most " + Length.of(most, document.language()) + "; details belong in the FAQ");
        }
    }
}
