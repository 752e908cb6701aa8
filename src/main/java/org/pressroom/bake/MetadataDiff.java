package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.config.MetadataExtra;
import org.pressroom.model.Criteria;
import org.pressroom.model.Decision;
import org.pressroom.model.LinkedText;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.model.Prediction;
import org.pressroom.model.Review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What two states of a document's metadata say to readers, side by side, as far as it differs. What they refer to is
/// named only when it is published.
final class MetadataDiff {

    /// Code points of a value that are shown.
    private static final int LONGEST = 300;

    private final PageModels models;
    private final Entry entry;
    private final Inquiry inquiry;

    MetadataDiff(PageModels models, Entry entry, Inquiry inquiry) {
        this.inquiry = inquiry;
        this.models = models;
        this.entry = entry;
    }

    /// For templates: the name of what differs, and what it was and is.
    List<Map<String, Object>> of(Metadata before, Metadata after) {
        Map<String, String> old = said(before);
        Map<String, String> fresh = said(after);
        Map<String, String> all = new LinkedHashMap<>(fresh);
        old.forEach(all::putIfAbsent);
        List<Map<String, Object>> changes = new ArrayList<>();
        for (String label : all.keySet()) {
            String was = old.getOrDefault(label, "");
            String is = fresh.getOrDefault(label, "");
            if (!was.equals(is)) {
                changes.add(new Fields().put("label", label).put("before", PlainText.cut(was, LONGEST)).put("after", PlainText.cut(is, LONGEST)).map());
            }
        }
        return changes;
    }

    private Map<String, String> said(Metadata m) {
        Map<String, String> said = new LinkedHashMap<>();
        put(said, "column.status", status(m));
        put(said, "column.outcome", m.outcome() == null ? null : models.words().label(FacetKind.OUTCOME, m.outcome()));
        put(said, "kind.result", m.result() == null ? null : models.words().label(FacetKind.RESULT, m.result()));
        Person owner = m.owner();
        put(said, "column.owner", owner == null ? null : owner.name());
        put(said, "idea.authors", people(m.authors()));
        put(said, "column.team", m.team());
        put(said, "idea.customer", m.customer());
        put(said, "idea.tags", row(m.tags()));
        put(said, "idea.created", day(m.created()));
        put(said, "idea.launch", m.launch() == null ? null : m.launch().text());
        put(said, "idea.launched", day(m.launched()));
        put(said, "idea.revisit", day(m.revisit()));
        put(said, "diff.reviews", m.reviews().stream().map(this::review).collect(Collectors.joining("; ")));
        put(said, "idea.decision", decision(m.decision()));
        Prediction prediction = m.prediction();
        put(said, "idea.prediction", prediction == null ? null : row(prediction.text(), prediction.by() == null ? null : prediction.by().text()));
        put(said, "idea.actual", m.actual());
        put(said, "idea.criteria", criteria(m.criteria()));
        put(said, "idea.supersedes", published(m.supersedes()));
        put(said, "idea.related", published(m.related()));
        for (MetadataExtra key : models.input().configuration().kindOf(entry.facts().path()).vocabulary().extras()) {
            Object value = m.extra().get(key.name());
            said.put(Words.spoken(key.name()), value instanceof Collection<?> values ? row(values.stream().map(Object::toString).toList())
                : value == null ? "" : value.toString());
        }
        return said;
    }

    private void put(Map<String, String> said, String label, @Nullable String value) {
        said.put(models.messages().text(label), value == null ? "" : value.strip());
    }

    private @Nullable String status(Metadata m) {
        return m.status() == null ? null : models.statusLabel(m.status()) + (m.statusDetail() == null ? "" : " (" + LinkedText.of(m.statusDetail()).plain() + ")");
    }

    private @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : models.messages().date(day);
    }

    /// Those that there are, in a row.
    private static String row(@Nullable String... texts) {
        List<String> row = new ArrayList<>();
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                row.add(text);
            }
        }
        return row(row);
    }

    private static String row(Collection<String> texts) {
        return String.join(" · ", texts);
    }

    private static String people(Collection<Person> people) {
        return row(people.stream().map(Person::name).toList());
    }

    private String review(Review review) {
        return row(day(review.date()), review.decision() == null ? null : models.statusLabel(review.decision()), people(review.reviewers()));
    }

    private @Nullable String decision(@Nullable Decision decision) {
        return decision == null ? null : row(day(decision.date()), people(decision.deciders()),
            decision.reason() == null ? null : models.words().reason(decision.reason()), decision.text());
    }

    private @Nullable String criteria(@Nullable Criteria criteria) {
        return criteria == null ? null : Stream.of(criteria.bigIdea(), criteria.oursToDo(), criteria.plan())
            .map(answer -> answer == null ? "–" : models.words().label("answer", answer)).collect(Collectors.joining(" · "));
    }

    private String published(Collection<String> ids) {
        return row(ids.stream().flatMap(id -> inquiry.find(id).stream()).map(found -> found.id().shown()).toList());
    }
}
