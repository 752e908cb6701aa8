package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.source.LineSpan;

/// An FAQ that says less than the press release: the promise is longer than the plan.
final class FaqShorterThanPressRelease implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.info("faq-shorter-than-press-release", Category.FAQ);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Document document = manuscript.document();
        LineSpan lines = document.faq().lines();
        if (!document.prfaq() || lines == null || document.faq().questions().isEmpty()) {
            return;
        }
        int answered = document.faq().words();
        int promised = document.pressRelease().words();
        if (document.pressRelease().lines() != null && answered < promised) {
            reporter.report(reporter.atLine(lines.from()),
                "the FAQ has " + Length.of(answered, document.language()) + ", fewer than the "
                    + Length.of(promised, document.language()) + " of the press release",
                "answer what customers and your own company will ask next: price, cost, demand, risks, success");
        }
    }
}
