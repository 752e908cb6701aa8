package org.pressroom.rules;

/// A file of metadata beside which there is no document.
final class ArcSidecarAlone implements ElsewhereRule {

    static final RuleInfo INFO = RuleInfo.warning("arc-sidecar-alone", Category.ARCHIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
