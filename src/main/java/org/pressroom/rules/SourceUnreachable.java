package org.pressroom.rules;

/// A repository or folder of the site that can't be reached; found when the archive is opened.
final class SourceUnreachable implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.error("source-unreachable", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
