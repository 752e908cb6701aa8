package org.pressroom.rules;

import org.pressroom.model.Audience;

import java.util.Set;

/// An FAQ without questions of the company's own people.
final class FaqInternalMissing extends AudienceRule {

    FaqInternalMissing() {
        super(RuleInfo.warning("faq-internal-missing", Category.FAQ), Set.of(Audience.INTERNAL),
            "the FAQ answers no question of the company's own people",
            "add a group `### Internal FAQ`: demand, cost, dependencies, risks, how success is measured");
    }
}
