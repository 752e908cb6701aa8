package org.pressroom.rules;

import org.pressroom.config.Configuration;
import org.pressroom.model.Document;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.LineSpan;

/// A rule about a press release that there is. Where there is none, [PrMissing] says so, and these are silent.
abstract class ReleaseRule implements DocumentRule {

    private final RuleInfo info;

    ReleaseRule(RuleInfo info) {
        this.info = info;
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public final void check(ParseOutcome.Parsed parsed, Configuration configuration, Reporter reporter) {
        Document document = parsed.document();
        LineSpan lines = document.pressRelease().lines();
        if (document.prfaq() && lines != null) {
            check(document, lines, configuration, reporter);
        }
    }

    /// @param lines where the press release stands
    abstract void check(Document document, LineSpan lines, Configuration configuration, Reporter reporter);
}
