package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

/// A press release in which no customer speaks. Only said when nobody else is quoted whose name the recogniser
/// missed.
final class PrCustomerQuoteMissing extends ReleaseRule {

    PrCustomerQuoteMissing() {
        super(RuleInfo.warning("pr-customer-quote-missing", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        boolean quoted = document.pressRelease().part(PartKind.CUSTOMER_QUOTE).isPresent();
        if (!quoted && !ReleaseText.of(document).hasQuotation()) {
            reporter.report(reporter.atLine(lines.from()), "the press release quotes no customer",
                "add what a named customer would say: how the day was before, and what is different now");
        }
    }
}
