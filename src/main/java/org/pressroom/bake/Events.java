package org.pressroom.bake;

import org.pressroom.catalog.DocumentFacts;
import org.pressroom.model.Metadata;
import org.pressroom.model.Review;

import java.util.List;
import java.util.Map;

/// What happened to an idea, with the notes of its reviews.
final class Events {

    private Events() { }

    /// Oldest first.
    static List<Map<String, Object>> of(DocumentFacts facts, Metadata metadata, PageModels models, Outbound outbound) {
        return Milestone.of(facts, models).stream().map(milestone -> {
            Fields event = milestone.model(models);
            if (milestone.kind() == Milestone.Kind.CHANGED) {
                event.put("people", milestone.peopleModel(models));
            }
            if (milestone.review() >= 0) {
                Review review = metadata.reviews().get(milestone.review());
                String href = outbound.external(review.notes());
                event.put("people", milestone.peopleModel(models)).put("notes", href == null ? review.notes() : null)
                    .put("notesHref", href);
            }
            return event.map();
        }).toList();
    }
}
