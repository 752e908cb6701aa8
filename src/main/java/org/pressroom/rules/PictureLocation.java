package org.pressroom.rules;

/// A published picture whose file has the place at which it was taken; found when pictures are looked at.
final class PictureLocation implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.info("picture-location", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
