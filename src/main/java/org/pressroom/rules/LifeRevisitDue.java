package org.pressroom.rules;

import org.pressroom.model.Metadata;

/// A deferred idea whose day to be looked at again has come.
final class LifeRevisitDue implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.info("life-revisit-due", Category.LIFECYCLE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Metadata metadata = manuscript.document().metadata();
        if ("deferred".equals(metadata.status()) && metadata.revisit() != null
                && manuscript.today().isNotBefore(metadata.revisit())) {
            reporter.report(Statuses.place(manuscript, "revisit", reporter),
                "the idea was deferred until " + metadata.revisit() + ", and that day has come",
                "review it again (`status: in-review`), decline it, or defer it to a later day");
        }
    }
}
