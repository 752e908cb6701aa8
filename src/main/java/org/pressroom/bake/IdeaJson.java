package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.history.FileHistory;
import org.pressroom.json.Json;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Decision;
import org.pressroom.model.Document;
import org.pressroom.model.FaqGroup;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.model.Prediction;
import org.pressroom.model.Question;
import org.pressroom.model.Review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What `api/<id>.json` says of an idea: its line in `ideas.json`, and the document piece by piece.
///
/// Addresses are relative to the site's root. Absent values are null, absent lists empty.
final class IdeaJson {

    private final Entry entry;
    private final Document document;
    private final Sections sections;
    private final @Nullable String decidedAs;

    private IdeaJson(Entry entry, Document document, Sections sections, @Nullable String decidedAs) {
        this.entry = entry;
        this.document = document;
        this.sections = sections;
        this.decidedAs = decidedAs;
    }

    /// @param decidedAs the status that was decided on; null when the idea has none
    static Map<String, @Nullable Object> of(Entry entry, Document document, Sections sections, Relations relations,
            Outbound outbound, @Nullable String decidedAs) {
        IdeaJson idea = new IdeaJson(entry, document, sections, decidedAs);
        Metadata metadata = document.metadata();
        Map<String, @Nullable Object> tree = IdeasJson.row(entry, document);
        tree.put("parts", idea.parts());
        tree.put("questions", document.faq().questions().stream().map(idea::question).toList());
        tree.put("reviews", metadata.reviews().stream().map(r -> review(r, outbound)).toList());
        tree.put("decision", decision(metadata.decision(), outbound));
        tree.put("prediction", prediction(metadata.prediction()));
        tree.put("actual", metadata.actual());
        tree.put("relations", Json.object("supersedes", links(relations.supersedes()), "supersededBy", links(relations.supersededBy()),
            "related", links(relations.related()), "referring", links(relations.referring())));
        tree.put("timeline", idea.timeline());
        return tree;
    }

    /// The recognised parts in order; blocks in a row that belong to one part of a kind's own are one.
    private List<Map<String, @Nullable Object>> parts() {
        List<Map<String, @Nullable Object>> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String open = null;
        for (Block block : document.blocks()) {
            String name = block.part();
            if (name != null && name.equals(open)) {
                text.append(text.isEmpty() || block.text().isBlank() ? "" : "\n\n").append(block.text().strip());
                parts.getLast().put("text", text.toString());
                continue;
            }
            open = name;
            String kind = name != null ? name : kindOf(block);
            if (kind != null) {
                text.setLength(0);
                boolean line = block.kind() == BlockKind.HEADLINE || block.kind() == BlockKind.SUBHEADING || block.kind() == BlockKind.DATELINE;
                String title = block.title().isBlank() || line ? null : block.title().strip();
                text.append(line && block.text().isBlank() ? block.title().strip() : block.text().strip());
                String anchor = sections.anchorOf(block);
                parts.add(Json.object("kind", kind, "title", title,
                    "anchor", anchor != null ? anchor : block.anchor(), "text", text.toString()));
            }
        }
        return parts;
    }

    private static @Nullable String kindOf(Block block) {
        return switch (block.kind()) {
            case HEADLINE, SUBHEADING, DATELINE, PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION ->
                block.kind().label();
            case PROSE, HEADING, FAQ_GROUP, QUESTION, FOOTNOTES -> null;
        };
    }

    private Map<String, @Nullable Object> question(Question question) {
        FaqGroup group = question.group() == null ? null : document.faq().groups().get(question.group());
        return Json.object("text", question.text(), "audience", group == null ? null : group.audience().label(),
            "group", group == null ? null : group.title(), "anchor", question.anchor(),
            "answer", question.answered() ? question.answer() : null);
    }

    private static Map<String, @Nullable Object> review(Review review, Outbound outbound) {
        String href = outbound.external(review.notes());
        return Json.object("date", review.date(), "reviewers", names(review.reviewers()), "decision", review.decision(),
            "notes", href == null ? review.notes() : href);
    }

    private static @Nullable Map<String, @Nullable Object> decision(@Nullable Decision decision, Outbound outbound) {
        return decision == null ? null : Json.object("date", decision.date(), "deciders", names(decision.deciders()),
            "reason", decision.reason(), "text", decision.text(), "link", outbound.fromRoot(decision.link()));
    }

    private static @Nullable Map<String, @Nullable Object> prediction(@Nullable Prediction prediction) {
        return prediction == null ? null
            : Json.object("text", prediction.text(), "by", prediction.by() == null ? null : prediction.by().text());
    }

    private static List<String> names(Collection<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    private static List<Map<String, @Nullable Object>> links(Collection<Entry> entries) {
        return entries.stream().map(e -> Json.object("id", e.id().shown(), "title", e.facts().title(), "url", Href.of(e.page()))).toList();
    }

    /// Each change of status or outcome as git tells it; without git what the metadata say of them.
    private List<Map<String, @Nullable Object>> timeline() {
        FileHistory history = entry.facts().history();
        if (history != null) {
            return history.timeline().stream().map(t -> change(t.day(), t.status(), t.outcome(), t.author(), t.commit())).toList();
        }
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        document.metadata().reviews().stream().filter(review -> review.decision() != null)
            .forEach(review -> add(changes, review.date(), review.decision(), null));
        boolean told = document.metadata().reviews().stream()
            .anyMatch(review -> Objects.equals(review.date(), entry.facts().decided()) && Objects.equals(review.decision(), decidedAs));
        if (!told) {
            add(changes, entry.facts().decided(), decidedAs, null);
        }
        add(changes, entry.facts().launched(), decidedAs, "launched");
        changes.sort(Comparator.comparing(change -> Objects.requireNonNull((LocalDate) change.get("date"))));
        return changes;
    }

    private static void add(List<Map<String, @Nullable Object>> changes, @Nullable LocalDate date, @Nullable String status, @Nullable String outcome) {
        if (date != null) {
            changes.add(change(date, status, outcome, null, null));
        }
    }

    private static Map<String, @Nullable Object> change(
            LocalDate date, @Nullable String status, @Nullable String outcome, @Nullable String author, @Nullable String commit) {
        return Json.object("date", date, "status", status, "outcome", outcome, "author", author, "commit", commit);
    }
}
