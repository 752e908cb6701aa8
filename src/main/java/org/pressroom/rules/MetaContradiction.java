package org.pressroom.rules;

/// Two places of a document that say something else of the same key, such as front matter and a section `## Status`.
final class MetaContradiction implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.info("meta-contradiction", Category.METADATA);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
