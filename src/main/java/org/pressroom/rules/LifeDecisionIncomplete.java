package org.pressroom.rules;

import org.pressroom.model.Decision;
import org.pressroom.model.Metadata;
import org.pressroom.model.Status;

import java.util.ArrayList;
import java.util.List;

/// A decision of which nobody says when it was made, by whom or, when it declined, why.
final class LifeDecisionIncomplete implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("life-decision-incomplete", Category.LIFECYCLE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Metadata metadata = manuscript.document().metadata();
        String status = metadata.status();
        if (!Status.isAmong(Status.DECIDED, status)) {
            return;
        }
        Decision decision = metadata.decision();
        List<String> missing = new ArrayList<>();
        if (decision == null || decision.date() == null) {
            missing.add("date");
        }
        if (decision == null || decision.deciders().isEmpty()) {
            missing.add("deciders");
        }
        if ("declined".equals(status) && (decision == null || decision.reason() == null)) {
            missing.add("reason");
        }
        if (!missing.isEmpty() && manuscript.document().prfaq()) {
            String reason = "declined".equals(status) ? ", reason: " + manuscript.configuration().vocabulary().reasons().getFirst() : "";
            reporter.report(Statuses.place(manuscript, decision == null ? "status" : "decision", reporter),
                "the idea is " + status + ", but the decision has no " + String.join(", no ", missing),
                "write `decision: {date: 2027-01-15, deciders: [Jo Park]" + reason + "}` with the real values");
        }
    }
}
