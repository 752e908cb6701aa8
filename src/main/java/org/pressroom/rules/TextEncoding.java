package org.pressroom.rules;

/// Bytes that are no UTF-8, or a NUL.
final class TextEncoding implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.error("text-encoding", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
