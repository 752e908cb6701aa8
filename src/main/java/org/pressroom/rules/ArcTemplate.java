package org.pressroom.rules;

/// Files that are forms for new documents by their names, and left out.
final class ArcTemplate implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.info("arc-template", Category.ARCHIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
