package org.pressroom.rules;

/// A template that can't be read or fails on a page; found while pages are made.
final class TemplateError implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.error("template-error", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
