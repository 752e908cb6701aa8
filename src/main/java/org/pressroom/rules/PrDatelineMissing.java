package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A press release without place and date. A year early on some line, or a slot for a date, may belong to one that was
/// not recognised.
final class PrDatelineMissing implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.warning("pr-dateline-missing", Category.PRESS_RELEASE);

    private static final Pattern DATE =
        Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|(?i:\\[[^\\]]{0,40}date[^\\]]{0,40}\\])");

    /// Characters of a line among which a dateline has its date.
    private static final int EARLY = 120;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        ParseOutcome.Parsed parsed = manuscript.parsed();
        Document document = parsed.document();
        LineSpan lines = document.pressRelease().lines();
        if (!document.prfaq() || lines == null || document.pressRelease().dateline() != null) {
            return;
        }
        LineMap text = parsed.text().lines();
        boolean mayBeThere = IntStream.rangeClosed(lines.from(), Math.min(lines.to(), text.count()))
            .mapToObj(text::textOf)
            .anyMatch(line -> DATE.matcher(line.substring(0, Math.min(line.length(), EARLY))).find());
        if (!mayBeThere) {
            reporter.report(reporter.atLine(lines.from()), "the press release has no dateline",
                "begin its first paragraph with place and day of the launch: `**SEATTLE — March 3, 2027** —`");
        }
    }
}
