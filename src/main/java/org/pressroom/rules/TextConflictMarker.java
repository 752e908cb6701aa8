package org.pressroom.rules;

/// What a merge left open.
final class TextConflictMarker implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.error("text-conflict-marker", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
