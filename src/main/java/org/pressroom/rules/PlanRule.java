package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Document;
import org.pressroom.model.FaqGroup;
import org.pressroom.model.Question;
import org.pressroom.source.LineSpan;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// A rule about the plan that an FAQ tells. Without questions there is none to judge; [FaqMissing] says so.
abstract class PlanRule extends WordRule {

    private static final Set<WordList> OF_RISK = EnumSet.of(WordList.FAILURE, WordList.RISKS);

    PlanRule(RuleInfo info, WordList... lists) {
        super(info, lists);
    }

    @Override
    final @Nullable LineSpan scope(Document document) {
        return document.faq().questions().isEmpty() ? null : document.faq().lines();
    }

    /// Whether a question asks how the idea may fail or what is risky about it.
    static boolean asksForRisk(Manuscript manuscript, Question question) {
        return holdsRisk(manuscript, question.text());
    }

    /// Whether some question or group is about risks.
    static boolean speaksOfRisk(Manuscript manuscript) {
        Document document = manuscript.document();
        return Stream.concat(document.faq().questions().stream().map(Question::text),
            document.faq().groups().stream().map(FaqGroup::title)).anyMatch(title -> holdsRisk(manuscript, title));
    }

    private static boolean holdsRisk(Manuscript manuscript, String title) {
        return manuscript.lexicon().holds(OF_RISK, title);
    }
}
