package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.FacetKind;
import org.pressroom.catalog.Proceedings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Something that happened to an idea, by the dates that its metadata give: written, reviewed, decided, launched.
///
/// @param status what was decided, a word of the vocabulary; null when nothing was
/// @param review the number of the review that it was, zero-based; -1 when it was none
record Milestone(LocalDate date, Kind kind, @Nullable String status, List<String> people, int review) {

    enum Kind { CREATED, REVIEWED, DECIDED, LAUNCHED }

    /// Oldest first; those of one day in the order of a proposal's life.
    static List<Milestone> of(DocumentFacts facts, PageModels models) {
        List<Milestone> milestones = new ArrayList<>();
        if (facts.created() != null) {
            milestones.add(new Milestone(facts.created(), Kind.CREATED, null, facts.authors(), -1));
        }
        List<Proceedings.Review> reviews = facts.proceedings().reviews();
        for (int i = 0; i < reviews.size(); i++) {
            LocalDate day = reviews.get(i).date();
            if (day != null) {
                milestones.add(new Milestone(day, Kind.REVIEWED, reviews.get(i).decision(), reviews.get(i).reviewers(), i));
            }
        }
        String decided = models.decided(facts);
        LocalDate day = facts.decided();
        if (day != null && decided != null && reviews.stream().noneMatch(r -> tells(r, day, decided, models))) {
            milestones.add(new Milestone(day, Kind.DECIDED, decided, facts.proceedings().deciders(), -1));
        }
        if (facts.launched() != null) {
            milestones.add(new Milestone(facts.launched(), Kind.LAUNCHED, null, List.of(), -1));
        }
        milestones.sort(Comparator.comparing(Milestone::date));
        return milestones;
    }

    /// Whether a review of the same day has told the decision already.
    private static boolean tells(Proceedings.Review review, LocalDate day, String decided, PageModels models) {
        return day.equals(review.date())
            && models.words().meaning(FacetKind.STATUS, decided).equals(review.decision());
    }

    /// For templates: its date, label, tone and people.
    Fields model(PageModels models) {
        String label = switch (kind) {
            case CREATED -> models.messages().text("event.created");
            case REVIEWED -> status == null ? models.messages().text("event.reviewed")
                : models.messages().text("event.reviewed.as", models.statusLabel(status));
            case DECIDED -> models.statusLabel(String.valueOf(status));
            case LAUNCHED -> models.messages().text("event.launched");
        };
        return new Fields().put("date", models.date(date)).put("label", label)
            .put("tone", status != null ? models.statusTone(status) : kind == Kind.LAUNCHED ? "launched" : null);
    }

    /// The people, as links to their pages.
    List<Map<String, Object>> peopleModel(PageModels models) {
        return models.people(people);
    }
}
