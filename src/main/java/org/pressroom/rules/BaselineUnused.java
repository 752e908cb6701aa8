package org.pressroom.rules;

/// A line of the baseline for which nothing is found any more; found when findings are compared with the baseline.
final class BaselineUnused implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.warning("baseline-unused", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
