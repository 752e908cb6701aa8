package org.pressroom.rules;

import org.pressroom.model.Question;
import org.pressroom.parse.ParseOutcome;

/// A question without an answer, or with a placeholder for one. While the document is a draft that is a warning.
final class FaqNoAnswer implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("faq-no-answer", Category.FAQ);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        ParseOutcome.Parsed parsed = manuscript.parsed();
        if (!parsed.document().prfaq()) {
            return;
        }
        for (Question question : parsed.document().faq().questions()) {
            if (!question.answered()) {
                reporter.report(Drafts.severity(parsed.document(), manuscript.configuration()), reporter.atLine(question.line()),
                    "the question \"" + question.text() + "\" has no answer",
                    "answer it below the question, or remove it; that you don't know yet is an answer too");
            }
        }
    }
}
