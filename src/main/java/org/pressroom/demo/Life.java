package org.pressroom.demo;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Decision;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.model.Review;
import org.pressroom.model.Status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What a document went through, told from the dates that its metadata name.
final class Life {

    /// The last day of the sample's story.
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    private static final Set<String> LATER = Set.of("reviews", "decision", "criteria", "outcome", "result", "actual", "launched", "revisit", "tracking");
    private static final Set<String> CALLED_BUILDING = Set.of("building", "launched", "retired", "cancelled");

    /// One change of the document.
    ///
    /// @param author  a name
    /// @param others  names of those who worked on it too
    /// @param summary what was done, after the document's id
    /// @param text    the document afterwards
    /// @param renamed whether it moves to where it stands in the end
    record Event(LocalDate day, String author, List<String> others, String summary, String text, boolean renamed) { }

    /// What is true after an event.
    private record Change(LocalDate day, String author, List<String> others, String summary, String status, Set<String> present, int reviews,
            Manuscript.Body body, @Nullable String outcome) { }

    private final Metadata metadata;
    private final Manuscript manuscript;
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> present = new TreeSet<>();
    private String status = "draft";
    private int reviews;
    private Manuscript.Body body = Manuscript.Body.BEGUN;
    private @Nullable String outcome;

    private Life(Metadata metadata, String text) {
        this.metadata = metadata;
        this.manuscript = new Manuscript(text, String.valueOf(metadata.status()));
    }

    /// @param superseded the day on which another document took its place; null when none did
    static List<Event> of(Metadata metadata, String text, @Nullable LocalDate superseded) {
        Life life = new Life(metadata, text);
        life.reviewed(life.drafted());
        life.built();
        if (superseded != null) {
            life.status = "superseded";
            life.change(superseded, life.author(), List.of(), "superseded");
        }
        return life.events();
    }

    private String author() {
        return metadata.authors().getFirst().name();
    }

    private List<String> coAuthors() {
        return metadata.authors().stream().skip(1).map(Person::name).toList();
    }

    private void change(LocalDate day, String who, List<String> others, String summary) {
        changes.add(new Change(day, who, others, summary, status, Set.copyOf(present), reviews, body, outcome));
    }

    private LocalDate drafted() {
        LocalDate created = Objects.requireNonNull(metadata.created());
        change(created, author(), coAuthors(), "first draft");
        if (metadata.status() != null && metadata.status().equals("draft")) {
            body = Manuscript.Body.WHOLE;
            change(created.plusDays(9), author(), coAuthors(), "missing questions added");
        }
        return created;
    }

    private void reviewed(LocalDate created) {
        Decision decision = metadata.decision();
        LocalDate decided = decision == null ? null : decision.date();
        LocalDate before = created;
        for (Review review : metadata.reviews()) {
            LocalDate day = Objects.requireNonNull(review.date());
            submitted(before, day);
            reviews++;
            before = day;
            present.add("reviews");
            if (day.equals(decided)) {
                break;
            }
            status = review.decision() == null ? status : review.decision();
            change(day, first(review.reviewers()), List.of(), "review: " + (review.decision() == null ? "noted" : review.decision()));
        }
        if (decision != null && decided != null) {
            if (!decided.equals(before) && Status.isAmong(Status.OPEN, status)) {
                submitted(before, decided);
            }
            reviews = metadata.reviews().size();
            present.addAll(List.of("decision", "criteria", "revisit", "reviews"));
            body = Manuscript.Body.FINAL;
            status = "superseded".equals(metadata.status()) ? "approved" : String.valueOf(metadata.status());
            outcome = metadata.outcome() == null ? null : "planned";
            change(decided, first(decision.deciders()), List.of(), "decision: " + status);
        } else if ("in-review".equals(metadata.status()) && !"in-review".equals(status)) {
            submitted(before, before.plusDays(28));
        } else if (decided == null && !status.equals(metadata.status())) {
            status = String.valueOf(metadata.status());
            change(before.plusDays(30), author(), List.of(), status);
        }
    }

    /// Before it is read, it is in review; after a review it was worked over.
    private void submitted(LocalDate before, LocalDate day) {
        LocalDate ready = day.minusDays(4);
        status = "in-review";
        body = reviews == 0 ? Manuscript.Body.WHOLE : Manuscript.Body.FINAL;
        change(ready.isAfter(before) ? ready : before.plusDays(1), author(), coAuthors(), reviews == 0 ? "ready for review" : "revised, ready for review");
    }

    private static String first(List<Person> people) {
        return people.getFirst().name();
    }

    private void built() {
        Decision decision = metadata.decision();
        if (metadata.outcome() == null || decision == null || decision.date() == null) {
            return;
        }
        Person owner = Objects.requireNonNull(metadata.owner());
        LocalDate day = decision.date();
        LocalDate launched = metadata.launched();
        LocalDate begun = launched != null && !launched.isAfter(day.plusDays(25)) ? launched.minusDays(1) : day.plusDays(24);
        if (CALLED_BUILDING.contains(metadata.outcome()) && begun.isAfter(day)) {
            outcome = "building";
            present.add("tracking");
            day = begun;
            change(day, owner.name(), List.of(), "work has started");
        }
        if (launched != null) {
            outcome = "launched";
            present.addAll(List.of("launched", "tracking"));
            day = launched;
            change(day, owner.name(), List.of(), "launched");
        }
        if (metadata.actual() != null) {
            LocalDate due = metadata.prediction() == null || metadata.prediction().by() == null ? day.plusDays(150) : metadata.prediction().by().last().plusDays(17);
            outcome = metadata.outcome();
            present.addAll(List.of("actual", "result"));
            change(due.isAfter(LAST) ? LAST : due, author(), List.of(), "result recorded");
        }
    }

    /// In order of day; the last leaves the document as it is in the end.
    private List<Event> events() {
        changes.sort(Comparator.comparing(Change::day));
        List<Event> events = new ArrayList<>();
        String before = "";
        boolean renamed = false;
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Set<String> absent = new TreeSet<>(LATER);
            absent.removeAll(change.present);
            if (change.outcome != null) {
                absent.remove("outcome");
            }
            String text = i == changes.size() - 1 ? manuscript.text() : manuscript.at(
                new Manuscript.Stage(change.status, absent, change.reviews, change.body, String.valueOf(change.outcome)));
            boolean moves = !renamed && change.status.equals("in-review");
            if (!text.equals(before) || moves) {
                events.add(new Event(change.day, change.author, change.others, change.summary, text, moves));
            }
            renamed |= moves;
            before = text;
        }
        return events;
    }
}
