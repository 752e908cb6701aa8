package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.FacetKind;
import org.pressroom.catalog.Proceedings;
import org.pressroom.history.Transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Something that happened to an idea: written, reviewed, decided, launched, by the dates that its metadata give; and every
/// other change of status or outcome, by git's history.
///
/// @param status what was decided or begun, a word of the vocabulary; null when nothing was
/// @param outcome what became of it, likewise
/// @param review the number of the review that it was, zero-based; -1 when it was none
record Milestone(LocalDate date, Kind kind, @Nullable String status, @Nullable String outcome, List<String> people, int review) {

    enum Kind { CREATED, CHANGED, REVIEWED, DECIDED, LAUNCHED }

    /// Oldest first; those of one day in the order of a proposal's life.
    static List<Milestone> of(DocumentFacts facts, PageModels models) {
        List<Milestone> milestones = new ArrayList<>();
        if (facts.created() != null) {
            milestones.add(new Milestone(facts.created(), Kind.CREATED, null, null, facts.authors(), -1));
        }
        List<Proceedings.Review> reviews = facts.proceedings().reviews();
        for (int i = 0; i < reviews.size(); i++) {
            LocalDate day = reviews.get(i).date();
            if (day != null) {
                milestones.add(new Milestone(day, Kind.REVIEWED, reviews.get(i).decision(), null, reviews.get(i).reviewers(), i));
            }
        }
        String decided = models.decided(facts);
        LocalDate day = facts.decided();
        if (day != null && decided != null && reviews.stream().noneMatch(r -> tells(r, day, decided, models))) {
            milestones.add(new Milestone(day, Kind.DECIDED, decided, null, deciders(facts, day), -1));
        }
        if (facts.launched() != null) {
            milestones.add(new Milestone(facts.launched(), Kind.LAUNCHED, null, null, List.of(), -1));
        }
        addChanges(milestones, facts, models);
        milestones.sort(Comparator.comparing(Milestone::date));
        return milestones;
    }

    /// Those whom the metadata name, else who made the commit that says so.
    private static List<String> deciders(DocumentFacts facts, LocalDate day) {
        List<String> named = facts.proceedings().deciders();
        return !named.isEmpty() || facts.history() == null ? named
            : facts.history().timeline().stream().filter(change -> change.day().equals(day)).map(Transition::author).limit(1).toList();
    }

    /// The changes of which the metadata say nothing. What the first commit says is where the record begins, no change.
    private static void addChanges(List<Milestone> milestones, DocumentFacts facts, PageModels models) {
        if (facts.history() == null) {
            return;
        }
        List<String> told = new ArrayList<>();
        milestones.stream().map(Milestone::status).filter(Objects::nonNull).forEach(s -> told.add(models.words().meaning(FacetKind.STATUS, s)));
        if (facts.launched() != null) {
            told.add("launched");
        }
        Transition last = null;
        for (Transition change : facts.history().timeline()) {
            if (last != null) {
                String author = change.author();
                String status = change.status();
                if (status != null && !status.equals(last.status()) && !told.remove(models.words().meaning(FacetKind.STATUS, status))) {
                    milestones.add(new Milestone(change.day(), Kind.CHANGED, status, null, List.of(author), -1));
                }
                String outcome = change.outcome();
                if (outcome != null && !outcome.equals(last.outcome()) && !told.remove(models.words().meaning(FacetKind.OUTCOME, outcome))) {
                    milestones.add(new Milestone(change.day(), Kind.CHANGED, null, outcome, List.of(author), -1));
                }
            }
            last = change;
        }
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
            case CHANGED -> status != null ? models.statusLabel(status) : models.words().label(FacetKind.OUTCOME, String.valueOf(outcome));
            case LAUNCHED -> models.messages().text("event.launched");
        };
        return new Fields().put("date", models.date(date)).put("label", label)
            .put("tone", status != null ? models.statusTone(status) : outcome != null ? models.words().tone(FacetKind.OUTCOME, outcome)
                : kind == Kind.LAUNCHED ? "launched" : null);
    }

    /// The people, as links to their pages.
    List<Map<String, Object>> peopleModel(PageModels models) {
        return models.people(people);
    }
}
