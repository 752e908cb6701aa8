package org.pressroom.rules;

/// A comment that allows a rule without saying why; found by [Allowances].
final class AllowWithoutReason implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.error("allow-without-reason", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
