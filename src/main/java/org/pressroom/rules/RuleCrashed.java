package org.pressroom.rules;

/// A rule that threw: the rule's fault, not the document's; found by [RuleEngine]. It can't be switched off.
final class RuleCrashed implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.error("rule-crashed", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
