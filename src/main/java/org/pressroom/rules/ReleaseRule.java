package org.pressroom.rules;

import org.pressroom.model.Document;
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
    public final void check(Manuscript manuscript, Reporter reporter) {
        Document document = manuscript.document();
        LineSpan lines = document.pressRelease().lines();
        if (document.prfaq() && lines != null) {
            check(manuscript, lines, reporter);
        }
    }

    /// @param lines where the press release stands
    abstract void check(Manuscript manuscript, LineSpan lines, Reporter reporter);
}
