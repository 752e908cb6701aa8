package org.pressroom.rules;

import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A customer who talks like a brochure.
final class PrQuoteMarketing extends WordRule {

    PrQuoteMarketing() {
        super(RuleInfo.info("pr-quote-marketing", Category.PRESS_RELEASE).byLikelihood(), WordList.MARKETING);
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        for (Part part : manuscript.document().pressRelease().parts()) {
            if (part.kind() == PartKind.CUSTOMER_QUOTE) {
                List<WordHit> hits = new ArrayList<>(manuscript.words(WordList.MARKETING, part.lines()));
                hits.addAll(manuscript.words(WordList.HYPE, part.lines()));
                hits.removeIf(hit -> !hit.quoted());
                hits.stream().min(Comparator.comparing(hit -> hit.span().start())).ifPresent(hit ->
                    reporter.report(reporter.at(hit.span()),
                        "'" + manuscript.written(hit) + "' sounds like a brochure, not like a customer",
                        "write what a customer would tell a friend: how the day was before, and what is different now"));
            }
        }
    }
}
