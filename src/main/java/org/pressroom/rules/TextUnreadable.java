package org.pressroom.rules;

/// A file that is listed and can't be read, for example because a partial clone lacks its content.
final class TextUnreadable implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.error("text-unreadable", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
