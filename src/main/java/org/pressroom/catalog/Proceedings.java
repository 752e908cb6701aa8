package org.pressroom.catalog;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Decision;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.model.Prediction;

import java.time.LocalDate;
import java.util.List;

/// How a document was judged, and by whom: what is remembered of its reviews, its decision and its prediction.
///
/// @param reviews  in the order in which they are written
/// @param deciders names without mail addresses
/// @param due      the last day of the prediction's date; null when none was given
/// @param measured whether the document says what came of it
public record Proceedings(List<Review> reviews, List<String> deciders, @Nullable LocalDate due, boolean measured) {

    /// Nothing has been said yet.
    public static final Proceedings NONE = new Proceedings(List.of(), List.of(), null, false);

    /// One review.
    ///
    /// @param decision a status; null when the review decided nothing
    /// @param reviewers names without mail addresses
    public record Review(@Nullable LocalDate date, @Nullable String decision, List<String> reviewers) {

        public Review {
            reviewers = List.copyOf(reviewers);
        }
    }

    public Proceedings {
        reviews = List.copyOf(reviews);
        deciders = List.copyOf(deciders);
    }

    public static Proceedings of(Metadata metadata) {
        Decision decision = metadata.decision();
        Prediction prediction = metadata.prediction();
        return new Proceedings(
            metadata.reviews().stream().map(r -> new Review(r.date(), r.decision(), names(r.reviewers()))).toList(),
            decision == null ? List.of() : names(decision.deciders()),
            prediction == null || prediction.by() == null ? null : prediction.by().last(),
            metadata.actual() != null || metadata.result() != null);
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }
}
