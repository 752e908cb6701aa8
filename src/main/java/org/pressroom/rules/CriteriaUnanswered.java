package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Criteria;
import org.pressroom.model.Metadata;
import org.pressroom.model.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A decision without answers to the three questions that decide: is it big enough, is it ours to do, is there a plan?
final class CriteriaUnanswered implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.warning("criteria-unanswered", Category.WORKING_BACKWARDS).aboutReview();


    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Metadata metadata = manuscript.document().metadata();
        if (!Status.isAmong(Status.FINAL, metadata.status())) {
            return;
        }
        List<String> open = unanswered(metadata.criteria());
        if (!open.isEmpty()) {
            String path = metadata.criteria() == null ? "status" : "criteria";
            reporter.report(Statuses.place(manuscript, path, reporter),
                "the idea was " + metadata.status() + ", but nothing says whether " + String.join(", nor whether ", open),
                "write `criteria: {big-idea: yes, ours-to-do: yes, plan: unsure}` as the deciders answered");
        }
    }

    private static List<String> unanswered(@Nullable Criteria criteria) {
        List<String> open = new ArrayList<>();
        if (criteria == null || criteria.bigIdea() == null) {
            open.add("it is a big idea");
        }
        if (criteria == null || criteria.oursToDo() == null) {
            open.add("it is ours to do");
        }
        if (criteria == null || criteria.plan() == null) {
            open.add("there is a plan");
        }
        return open;
    }
}
