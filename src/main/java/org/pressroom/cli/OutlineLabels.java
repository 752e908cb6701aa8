package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.json.Json;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.PressRelease;
import org.pressroom.source.LineSpan;

import java.util.List;
import java.util.Map;

/// What the recogniser found, in the form in which its trainer takes labels: for a person to correct.
final class OutlineLabels {

    private OutlineLabels() { }

    static Map<String, @Nullable Object> of(Document document) {
        PressRelease release = document.pressRelease();
        return Json.object(
            "repo", "",
            "language", document.language(),
            "is_prfaq", document.prfaq(),
            "headline", line(release.headline() == null ? null : release.headline().line()),
            "subheading", line(release.subheading() == null ? null : release.subheading().line()),
            "dateline", line(release.dateline() == null ? null : release.dateline().line()),
            "problem", spans(release, PartKind.PROBLEM),
            "solution", spans(release, PartKind.SOLUTION),
            "customer_quote", spans(release, PartKind.CUSTOMER_QUOTE),
            "leader_quote", spans(release, PartKind.LEADER_QUOTE),
            "call_to_action", spans(release, PartKind.CALL_TO_ACTION),
            "faq", document.faq().lines() == null ? null : span(document.faq().lines()),
            "questions", document.faq().questions().stream().map(q -> Json.object("line", q.line(), "text", q.text())).toList());
    }

    private static @Nullable Object line(@Nullable Integer line) {
        return line == null ? null : Json.object("line", line);
    }

    private static Map<String, @Nullable Object> span(LineSpan lines) {
        return Json.object("from", lines.from(), "to", lines.to());
    }

    private static @Nullable Object spans(PressRelease release, PartKind kind) {
        List<Part> parts = release.parts().stream().filter(p -> p.kind() == kind).toList();
        if (parts.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> first = span(parts.getFirst().lines());
        if (parts.size() > 1) {
            first.put("more", parts.stream().skip(1).map(p -> span(p.lines())).toList());
        }
        return first;
    }
}
