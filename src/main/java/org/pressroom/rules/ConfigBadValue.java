package org.pressroom.rules;

/// A value of `pressroom.yaml` that can't be used; found by [org.pressroom.config.ConfigurationReader].
final class ConfigBadValue implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.error("config-bad-value", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
