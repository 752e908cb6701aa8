package org.pressroom.rules;

/// Front matter that is no YAML, or a header without an end: nothing of it can be used.
final class MetaFrontMatterUnreadable implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.error("meta-front-matter-unreadable", Category.METADATA);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
