package org.pressroom.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules there are.
public final class Rules {

    /// In the order in which they are listed.
    public static final List<Rule> ALL = List.of(
        new MetaMissingField(), new MetaUnknownValue(), new MetaBadDate(), new MetaUnknownKey(),
        new MetaTitleMismatch(), new MetaFrontMatterUnreadable(),
        new PartMissing(), new PrMissing(), new PrHeadlineMissing(), new PrHeadlineTooLong(), new PrSubheadingMissing(),
        new PrDatelineMissing(), new PrProblemMissing(), new PrSolutionMissing(), new PrCustomerQuoteMissing(),
        new PrLeaderQuoteMissing(), new PrCallToActionMissing(),
        new FaqMissing(), new FaqExternalMissing(), new FaqInternalMissing(), new FaqNoAnswer(),
        new PlaceholderLeft(),
        new ArcDuplicateId(), new ArcLinkBroken(), new ArcNotAPrfaq(), new ArcBadId(),
        new TextEncoding(), new TextUnsafeHtml(), new TextUnsafeLink(), new TextRemoteImage(), new TextMissingAlt(),
        new TextTooLarge(), new TextTooComplex(),
        new AllowWithoutReason(), new AllowUnused(), new ConfigUnknownKey(), new ConfigBadValue(), new TemplateError(),
        new RuleCrashed(),
        new BaselineUnused());

    private static final Map<String, Rule> BY_ID = byId();

    private Rules() { }

    private static Map<String, Rule> byId() {
        Map<String, Rule> byId = new LinkedHashMap<>();
        for (Rule rule : ALL) {
            if (byId.put(rule.id(), rule) != null) {
                throw new IllegalStateException("two rules are called " + rule.id());
            }
        }
        return byId;
    }

    /// The ids of all, in the order of [#ALL].
    public static Set<String> ids() {
        return Collections.unmodifiableSet(BY_ID.keySet());
    }

    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
