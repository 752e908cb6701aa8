package org.pressroom.rules;

import org.pressroom.parse.ParseOutcome;

/// A slot of the template that nobody filled: `[Customer name]`, `TBD`, `Lorem ipsum`. While the document is a draft
/// that is a warning.
final class PlaceholderLeft implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("placeholder-left", Category.CONTENT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        ParseOutcome.Parsed parsed = manuscript.parsed();
        if (parsed.document().prfaq() || !manuscript.configuration().kind().prfaq()) {
            for (int line : parsed.document().placeholders()) {
                reporter.report(Drafts.severity(parsed.document(), manuscript.configuration()), reporter.atLine(line),
                    "a placeholder is left on line " + line, "write what belongs there, or remove the line");
            }
        }
    }
}
