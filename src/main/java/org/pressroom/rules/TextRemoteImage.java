package org.pressroom.rules;

/// An image on another host: shown as a link, since the site loads nothing from elsewhere.
final class TextRemoteImage implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.info("text-remote-image", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
