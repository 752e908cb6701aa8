package org.pressroom.rules;

/// A comment that allows what no rule finds; found by [Allowances].
final class AllowUnused implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.warning("allow-unused", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
