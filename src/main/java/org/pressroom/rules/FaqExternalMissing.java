package org.pressroom.rules;

import org.pressroom.model.Audience;

import java.util.Set;

/// An FAQ without questions of customers or the press.
final class FaqExternalMissing extends AudienceRule {

    FaqExternalMissing() {
        super(RuleInfo.warning("faq-external-missing", Category.FAQ), Set.of(Audience.EXTERNAL, Audience.PRESS),
            "the FAQ answers no question of customers or the press",
            "add a group `### Customer FAQ`: price, availability, privacy, what happens when it fails");
    }
}
