package org.pressroom.rules;

import org.pressroom.diagnostic.Severity;
import org.pressroom.parse.ParseOutcome;

/// A document beyond `thresholds.document-max-bytes`, which is refused; or beyond `document-warning-bytes`, which is
/// published with a warning.
final class TextTooLarge implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.error("text-too-large", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Severity severity(ParseOutcome outcome) {
        return outcome instanceof ParseOutcome.Parsed ? Severity.WARNING : Severity.ERROR;
    }
}
