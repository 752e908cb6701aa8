package org.pressroom.rules;

import org.pressroom.parse.ParseOutcome;

/// A file among the PR/FAQs that surely is something else. All other rules about form are silent on it.
final class ArcNotAPrfaq implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.warning("arc-not-a-prfaq", Category.ARCHIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        ParseOutcome.Parsed parsed = manuscript.parsed();
        if (manuscript.configuration().kind().prfaq() && !parsed.document().prfaq()) {
            reporter.report(reporter.atText(parsed.raw().bodyLine()),
                "this is not a PR/FAQ: it has neither a press release nor a FAQ",
                "write both, or leave the file out: `exclude: [\"" + manuscript.configuration().below(parsed.path().path())
                    + "\"]` in pressroom.yaml, or a name that begins with `_`");
        }
    }
}
