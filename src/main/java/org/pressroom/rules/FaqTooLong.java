package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.source.LineSpan;

/// An FAQ of more than `thresholds.faq-words` words.
final class FaqTooLong implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.info("faq-too-long", Category.FAQ);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Document document = manuscript.document();
        LineSpan lines = document.faq().lines();
        int most = manuscript.configuration().thresholds().faqWords();
        if (document.prfaq() && lines != null && document.faq().words() > most) {
            reporter.report(reporter.atLine(lines.from()),
                "the FAQ has " + Length.of(document.faq().words(), document.language()),
                "answer in at most " + Length.of(most, document.language()) + "; link to what only specialists need");
        }
    }
}
