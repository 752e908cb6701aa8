package org.pressroom.model;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What a document says of itself: typed, with defaults not yet filled in; what could not be typed is absent.
///
/// @param carrier    how it was written
/// @param id         as written
/// @param status     a word of the vocabulary; null when missing or unknown
/// @param statusDetail what stands beside the status, `Swift 5.5` in `Implemented (Swift 5.5)`; null when nothing does
/// @param light      whether `size: light`: the spirit counts, not the form
/// @param launch     the day that the press release imagines
/// @param supersedes ids as written, or paths in the source where a link names them
/// @param supersededBy likewise
/// @param related    likewise
/// @param aliases    extra old addresses as written
/// @param extra      further keys of the vocabulary to texts and lists of texts, and `x-…` keys to texts, lists and maps
public record Metadata(
        MetadataCarrier carrier, @Nullable String id, @Nullable String title, @Nullable String summary,
        @Nullable String status, @Nullable String statusDetail, @Nullable String outcome, @Nullable String result,
        boolean light, List<Person> authors, @Nullable Person sponsor, @Nullable String team, @Nullable String customer,
        List<String> tags, @Nullable LocalDate created, @Nullable LooseDate launch, List<Review> reviews,
        @Nullable Decision decision, @Nullable Criteria criteria, @Nullable Prediction prediction,
        @Nullable String actual, @Nullable LocalDate revisit, @Nullable LocalDate launched, List<String> supersedes,
        List<String> supersededBy, List<String> related, @Nullable String discussion, @Nullable String tracking, Visibility visibility,
        List<String> aliases, Map<String, Object> extra) {

    public Metadata {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        reviews = List.copyOf(reviews);
        supersedes = List.copyOf(supersedes);
        supersededBy = List.copyOf(supersededBy);
        related = List.copyOf(related);
        aliases = List.copyOf(aliases);
        extra = Map.copyOf(extra);
    }

    /// The person shown as owner: the sponsor, else the first author; null when neither is written.
    public @Nullable Person owner() {
        return sponsor != null ? sponsor : authors.isEmpty() ? null : authors.getFirst();
    }

    /// The same with other people: each is replaced, and named once in each place.
    ///
    /// @param extras the further keys
    public Metadata withPeople(UnaryOperator<Person> people, Map<String, Object> extras) {
        return new Metadata(carrier, id, title, summary, status, statusDetail, outcome, result, light, each(authors, people),
            sponsor == null ? null : people.apply(sponsor), team, customer, tags, created, launch,
            reviews.stream().map(r -> new Review(r.date(), each(r.reviewers(), people), r.decision(), r.notes())).toList(),
            decision == null ? null : new Decision(decision.date(), each(decision.deciders(), people), decision.reason(), decision.text(), decision.link()),
            criteria, prediction, actual, revisit, launched, supersedes, supersededBy, related, discussion, tracking, visibility, aliases, extras);
    }

    /// The same with other references to documents, and another detail of the status.
    public Metadata withReferences(List<String> itsSupersedes, List<String> itsSupersededBy, List<String> itsRelated, @Nullable String detail) {
        return new Metadata(carrier, id, title, summary, status, detail, outcome, result, light, authors, sponsor, team, customer, tags, created, launch, reviews,
            decision, criteria, prediction, actual, revisit, launched, itsSupersedes, itsSupersededBy, itsRelated, discussion, tracking, visibility, aliases, extra);
    }

    private static List<Person> each(List<Person> list, UnaryOperator<Person> people) {
        Map<String, Person> named = new LinkedHashMap<>();
        list.stream().map(people).forEach(person -> named.putIfAbsent(person.name(), person));
        return List.copyOf(named.values());
    }
}
