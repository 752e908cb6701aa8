package org.pressroom.rules;

/// Markdown that nests beyond bounds or takes too long to parse.
final class TextTooComplex implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.error("text-too-complex", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
