package org.pressroom.rules;

/// An image without alternative text.
final class TextMissingAlt implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.warning("text-missing-alt", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
