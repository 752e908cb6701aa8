package org.pressroom.rules;

import org.pressroom.config.Configuration;
import org.pressroom.model.Document;
import org.pressroom.source.LineSpan;

import java.util.regex.Pattern;

/// A press release without place and date. A year early in a paragraph without a name may belong to one.
final class PrDatelineMissing extends ReleaseRule {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

    PrDatelineMissing() {
        super(RuleInfo.warning("pr-dateline-missing", Category.PRESS_RELEASE));
    }

    @Override
    void check(Document document, LineSpan lines, Configuration configuration, Reporter reporter) {
        boolean mayBeBare = ReleaseText.of(document).prose().stream().limit(2)
            .anyMatch(block -> YEAR.matcher(block.text().substring(0, Math.min(block.text().length(), 100))).find());
        if (document.pressRelease().dateline() == null && !mayBeBare) {
            reporter.report(reporter.atLine(lines.from()), "the press release has no dateline",
                "begin its first paragraph with place and day of the launch: `**SEATTLE — March 3, 2027** —`");
        }
    }
}
