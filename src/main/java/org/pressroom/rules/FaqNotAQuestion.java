package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Document;
import org.pressroom.model.Question;
import org.pressroom.source.LineSpan;

/// An entry of the FAQ that asks nothing: "Pricing". A question mark, or a word by which sentences ask, is enough.
final class FaqNotAQuestion extends WordRule {

    FaqNotAQuestion() {
        super(RuleInfo.info("faq-not-a-question", Category.FAQ).byLikelihood(), WordList.QUESTION);
    }

    @Override
    @Nullable LineSpan scope(Document document) {
        return document.faq().lines();
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        for (Question question : manuscript.document().faq().questions()) {
            String text = question.text();
            boolean marked = text.indexOf('?') >= 0 || text.indexOf('？') >= 0 || text.indexOf('؟') >= 0;
            if (!marked && !manuscript.lexicon().holds(WordList.QUESTION, text)) {
                reporter.report(reporter.atLine(question.line()), "\"" + text + "\" is not a question",
                    "write what somebody would ask, in their words and with a question mark");
            }
        }
    }
}
