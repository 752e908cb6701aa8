package org.pressroom.rules;

/// A link or image whose scheme runs code or opens files; it is shown as plain text.
final class TextUnsafeLink implements NoticeRule {

    static final RuleInfo INFO = RuleInfo.warning("text-unsafe-link", Category.TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
