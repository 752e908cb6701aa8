package org.pressroom.rules;

import org.pressroom.source.LineSpan;

import java.util.List;

/// An FAQ that leaves out what every plan needs. A topic counts as touched when one of its words stands anywhere in the
/// FAQ, in a question or an answer.
final class PlanTopicsMissing extends PlanRule {

    private static final List<WordList> TOPICS = List.of(WordList.DEMAND, WordList.ECONOMICS, WordList.DEPENDENCIES,
        WordList.FEASIBILITY, WordList.RISKS, WordList.SUCCESS);

    PlanTopicsMissing() {
        super(RuleInfo.warning("plan-topics-missing", Category.WORKING_BACKWARDS).byLikelihood(),
            TOPICS.toArray(WordList[]::new));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        List<String> missing = TOPICS.stream().filter(topic -> manuscript.words(topic, lines).isEmpty())
            .map(PlanTopicsMissing::named).toList();
        if (!missing.isEmpty()) {
            reporter.report(reporter.atLine(lines.from()), "the FAQ does not cover " + String.join(", ", missing),
                "ask and answer them in the internal FAQ; that you don't know yet is an answer too");
        }
    }

    private static String named(WordList topic) {
        return topic == WordList.SUCCESS ? "how success is measured" : topic.label();
    }
}
