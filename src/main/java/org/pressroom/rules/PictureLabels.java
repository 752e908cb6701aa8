package org.pressroom.rules;

/// A published drawing of which labels in HTML are left out; found when pictures are looked at.
final class PictureLabels implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.info("picture-labels", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
