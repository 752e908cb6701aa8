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
        new MetaTitleMismatch(), new MetaFrontMatterUnreadable(), new MetaContradiction(), new MetaBorrowedStatus(),
        new PartMissing(), new PrMissing(), new PrHeadlineMissing(), new PrHeadlineTooLong(), new PrSubheadingMissing(),
        new PrDatelineMissing(), new PrLaunchDatePast(), new PrProblemMissing(), new PrProblemUnclear(),
        new PrProblemAfterSolution(), new PrProblemNamesProduct(), new PrProblemUnquantified(), new PrProblemThin(),
        new PrSolutionMissing(), new PrSolutionTechnologyFirst(), new PrCustomerQuoteMissing(),
        new PrQuoteUnattributed(), new PrQuoteMarketing(), new PrLeaderQuoteMissing(), new PrCallToActionMissing(),
        new PrTooLong(), new PrHypeWords(), new PrWeaselWords(), new PrJargon(),
        new FaqMissing(), new FaqExternalMissing(), new FaqInternalMissing(), new FaqNoAnswer(),
        new FaqDuplicateQuestion(), new FaqNotAQuestion(), new FaqTooLong(), new FaqShorterThanPressRelease(),
        new PlanTopicsMissing(), new PlanNoFailureReason(), new PlanSoftballRisk(), new CriteriaUnanswered(),
        new PlaceholderLeft(),
        new LifeApprovedWithoutReview(), new LifeDecisionIncomplete(), new LifeOutcomeMismatch(), new LifeRevisitDue(),
        new LifePredictionDue(), new LifeStale(), new LifeTransitionIllegal(),
        new ArcDuplicateId(), new ArcLinkBroken(), new ArcSupersedeCycle(), new ArcSupersedeOneWay(), new ArcSimilarProblem(),
        new ArcNotAPrfaq(), new ArcTemplate(), new ArcSidecarAlone(), new ArcOrphanAsset(), new ArcFileWithheld(), new PictureLocation(), new PictureLabels(), new ArcBadId(), new ArcRedirectCollision(),
        new TextEncoding(), new TextUnsafeHtml(), new TextUnsafeLink(), new TextRemoteImage(), new TextMissingAlt(),
        new TextTooLarge(), new TextTooComplex(), new TextUnreadable(), new TextConflictMarker(),
        new AllowWithoutReason(), new AllowUnused(), new ConfigUnknownKey(), new ConfigBadValue(), new ConfigExcludeUnused(), new TemplateError(), new SourceUnreachable(),
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

    /// The word lists that rules read, by their names in `pressroom.yaml`, with their entries in all languages.
    public static Map<String, Set<String>> wordLists() {
        return WordPack.byName();
    }

    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
