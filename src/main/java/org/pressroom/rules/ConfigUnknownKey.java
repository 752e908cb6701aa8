package org.pressroom.rules;

/// A key of `pressroom.yaml` that nothing reads; found by [org.pressroom.config.ConfigurationReader].
final class ConfigUnknownKey implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.error("config-unknown-key", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
