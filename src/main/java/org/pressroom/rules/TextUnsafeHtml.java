package org.pressroom.rules;

/// Raw HTML that was left out of the page because it could run code, load things or break the layout.
final class TextUnsafeHtml implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.warning("text-unsafe-html", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
