package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.json.Json;
import org.pressroom.model.Dateline;
import org.pressroom.model.Decision;
import org.pressroom.model.Document;
import org.pressroom.model.LooseDate;
import org.pressroom.model.Metadata;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.Passage;
import org.pressroom.model.Person;
import org.pressroom.model.Prediction;
import org.pressroom.model.PressRelease;
import org.pressroom.parse.Explanation;
import org.pressroom.parse.Trait;
import org.pressroom.source.LineSpan;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the recogniser found in a document, as `outline --format json` prints it.
final class OutlineJson {

    private OutlineJson() { }

    /// @param file as named on the command line
    static Map<String, @Nullable Object> of(String file, Document document) {
        PressRelease release = document.pressRelease();
        return Json.object(
            "file", file,
            "isPrfaq", document.prfaq(),
            "language", document.language(),
            "headline", passage(release.headline(), true),
            "subheading", passage(release.subheading(), false),
            "dateline", dateline(release.dateline()),
            "problem", part(release, PartKind.PROBLEM),
            "solution", part(release, PartKind.SOLUTION),
            "customerQuote", part(release, PartKind.CUSTOMER_QUOTE),
            "leaderQuote", part(release, PartKind.LEADER_QUOTE),
            "callToAction", part(release, PartKind.CALL_TO_ACTION),
            "faq", lines(document.faq().lines()),
            "groups", document.faq().groups().stream()
                .map(g -> Json.object("title", g.title(), "line", g.line(), "audience", g.audience().label())).toList(),
            "questions", document.faq().questions().stream()
                .map(q -> Json.object("line", q.line(), "text", q.text(), "group", q.group(), "answered", q.answered())).toList(),
            "metadata", metadata(document.metadata()),
            "placeholders", document.placeholders());
    }

    /// For a file that could not be read.
    static Map<String, @Nullable Object> unreadable(String file) {
        return Json.object("file", file, "isPrfaq", false, "language", null, "headline", null, "subheading", null,
            "dateline", null, "problem", null, "solution", null, "customerQuote", null, "leaderQuote", null,
            "callToAction", null, "faq", null, "groups", List.of(), "questions", List.of(), "metadata", Json.object(),
            "placeholders", List.of());
    }

    private static @Nullable Object passage(@Nullable Passage passage, boolean withText) {
        return passage == null ? null
            : withText ? Json.object("line", passage.line(), "text", passage.text()) : Json.object("line", passage.line());
    }

    private static @Nullable Object dateline(@Nullable Dateline dateline) {
        return dateline == null ? null : Json.object("line", dateline.line(), "date", dateline.date());
    }

    private static @Nullable Object lines(@Nullable LineSpan lines) {
        return lines == null ? null : Json.object("from", lines.from(), "to", lines.to());
    }

    private static @Nullable Object part(PressRelease release, PartKind kind) {
        Part part = release.part(kind).orElse(null);
        if (part == null) {
            return null;
        }
        Map<String, @Nullable Object> json = Json.object("from", part.lines().from(), "to", part.lines().to(),
            "carrier", part.carrier().label(), "sure", part.confidence().label());
        if (kind == PartKind.CUSTOMER_QUOTE || kind == PartKind.LEADER_QUOTE) {
            json.put("speaker", part.speaker());
        }
        return json;
    }

    static Map<String, @Nullable Object> explained(Explanation why) {
        return Json.object("part", why.role().label(), "from", why.lines().from(), "to", why.lines().to(), "probability", rounded(why.probability()),
            "otherwise", why.runnerUp().label(), "otherwiseProbability", rounded(why.second()),
            "reasons", why.reasons().stream().map(Trait::reason).toList());
    }

    private static double rounded(double probability) {
        return Math.round(probability * 100) / 100.0;
    }

    private static Map<String, @Nullable Object> metadata(Metadata m) {
        return Json.object(
            "carrier", m.carrier().label(), "id", m.id(), "title", m.title(), "summary", m.summary(), "status", m.status(),
            "outcome", m.outcome(), "result", m.result(), "size", m.light() ? "light" : "full", "authors", names(m.authors()),
            "sponsor", m.sponsor() == null ? null : m.sponsor().name(), "team", m.team(), "customer", m.customer(),
            "tags", m.tags(), "created", m.created(), "launch", text(m.launch()),
            "reviews", m.reviews().stream().map(r -> Json.object("date", r.date(), "reviewers", names(r.reviewers()),
                "decision", r.decision(), "notes", r.notes())).toList(),
            "decision", decision(m.decision()),
            "criteria", m.criteria() == null ? null : Json.object("big-idea", m.criteria().bigIdea(),
                "ours-to-do", m.criteria().oursToDo(), "plan", m.criteria().plan()),
            "prediction", prediction(m.prediction()), "actual", m.actual(), "revisit", m.revisit(), "launched", m.launched(),
            "supersedes", m.supersedes(), "supersededBy", m.supersededBy(), "related", m.related(), "discussion", m.discussion(), "tracking", m.tracking(),
            "visibility", m.visibility().name().toLowerCase(Locale.ROOT), "aliases", m.aliases());
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    private static @Nullable Object text(@Nullable LooseDate date) {
        return date == null ? null : date.text();
    }

    private static @Nullable Object decision(@Nullable Decision d) {
        return d == null ? null : Json.object("date", d.date(), "deciders", names(d.deciders()), "reason", d.reason(),
            "text", d.text(), "link", d.link());
    }

    private static @Nullable Object prediction(@Nullable Prediction p) {
        return p == null ? null : Json.object("text", p.text(), "by", text(p.by()));
    }
}
