package org.pressroom.rules;

/// A pattern of `exclude` that matches no file; found when the archive is opened.
final class ConfigExcludeUnused implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.warning("config-exclude-unused", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
