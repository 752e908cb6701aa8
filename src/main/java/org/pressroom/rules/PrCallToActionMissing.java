package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

/// A press release that does not say how to get started. A paragraph without a name, any address, or what follows the
/// last part's first paragraph may say it.
final class PrCallToActionMissing extends ReleaseRule {

    PrCallToActionMissing() {
        super(RuleInfo.info("pr-call-to-action-missing", Category.PRESS_RELEASE).byLikelihood());
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        if (document.pressRelease().part(PartKind.CALL_TO_ACTION).isPresent()) {
            return;
        }
        ReleaseText text = ReleaseText.of(document);
        if (!text.hasParagraph() && !text.runsOn() && !text.hasAddress()) {
            reporter.report(reporter.atLine(lines.to()), "the press release does not say how to get started",
                "end it with one sentence under `### Get started`: where to go and what to do first");
        }
    }
}
