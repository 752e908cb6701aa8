package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

/// A press release in which nobody of the company speaks. Only said when nobody else is quoted whose name the
/// recogniser missed.
final class PrLeaderQuoteMissing extends ReleaseRule {

    PrLeaderQuoteMissing() {
        super(RuleInfo.info("pr-leader-quote-missing", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        boolean quoted = document.pressRelease().part(PartKind.LEADER_QUOTE).isPresent();
        if (!quoted && !ReleaseText.of(document).hasQuotation()) {
            reporter.report(reporter.atLine(lines.from()), "the press release quotes no leader of the company",
                "add what a leader would say: why the company took this problem on");
        }
    }
}
