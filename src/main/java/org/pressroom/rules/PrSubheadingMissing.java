package org.pressroom.rules;

import org.pressroom.model.Block;
import org.pressroom.model.Document;
import org.pressroom.model.Passage;
import org.pressroom.source.LineSpan;

import java.util.List;

/// A press release without a subheading: the one sentence under the headline that names the customer and the benefit.
/// A short first paragraph may be it.
final class PrSubheadingMissing extends ReleaseRule {

    /// Characters of a paragraph that can still pass for a subheading.
    private static final int LONGEST = 250;

    PrSubheadingMissing() {
        super(RuleInfo.info("pr-subheading-missing", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        List<Block> prose = ReleaseText.of(document).prose();
        boolean mayBeBare = !prose.isEmpty() && prose.getFirst().text().length() <= LONGEST;
        Passage headline = document.pressRelease().headline();
        if (document.pressRelease().subheading() == null && !mayBeBare) {
            reporter.report(reporter.atLine(headline == null ? lines.from() : headline.line()),
                "the press release has no subheading",
                "add one sentence in italics under the headline: for whom this is and what they gain");
        }
    }
}
