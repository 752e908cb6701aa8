package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.FacetKind;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.model.Review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What happened to an idea, by the dates that its metadata give: written, reviewed, decided, launched.
final class Events {

    private record Event(LocalDate date, Map<String, Object> model) { }

    private final PageModels models;
    private final List<Event> events = new ArrayList<>();

    private Events(PageModels models) {
        this.models = models;
    }

    /// Oldest first; events of one day in the order of a proposal's life.
    static List<Map<String, Object>> of(DocumentFacts facts, Metadata metadata, PageModels models, Outbound outbound) {
        Events events = new Events(models);
        events.add(facts.created(), new Fields().put("label", models.messages().text("event.created")));
        for (Review review : metadata.reviews()) {
            String href = outbound.external(review.notes());
            String decision = review.decision();
            events.add(review.date(), new Fields()
                .put("label", decision == null ? models.messages().text("event.reviewed")
                    : models.messages().text("event.reviewed.as", models.words().label(FacetKind.STATUS, decision)))
                .put("tone", decision == null ? null : models.words().tone(FacetKind.STATUS, decision))
                .put("people", review.reviewers().stream().map(Person::name).map(PlainText::of).toList())
                .put("notes", href == null ? review.notes() : null)
                .put("notesHref", href));
        }
        events.addDecision(facts, metadata);
        events.add(facts.launched(),
            new Fields().put("label", models.messages().text("event.launched")).put("tone", "launched"));
        return events.events.stream().sorted(Comparator.comparing(Event::date)).map(Event::model).toList();
    }

    /// The decision, unless a review of the same day has told it already.
    private void addDecision(DocumentFacts facts, Metadata metadata) {
        LocalDate day = facts.decided();
        if (day == null || facts.status() == null) {
            return;
        }
        boolean superseded = models.standing(facts).equals("superseded");
        String status = superseded ? "approved" : facts.status();
        String standing = superseded ? status : models.standing(facts);
        if (metadata.reviews().stream().noneMatch(r -> day.equals(r.date()) && standing.equals(r.decision()))) {
            add(day, new Fields().put("label", models.words().label(FacetKind.STATUS, status))
                .put("tone", models.words().tone(FacetKind.STATUS, status)));
        }
    }

    private void add(@Nullable LocalDate date, Fields event) {
        if (date != null) {
            events.add(new Event(date, event.put("date", models.date(date)).map()));
        }
    }
}
