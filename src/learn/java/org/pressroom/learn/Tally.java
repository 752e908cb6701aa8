package org.pressroom.learn;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Counts what was found, said wrongly and missed. A part is found when it covers half of the lines that it and a labelled span
/// have together, or begins within a line of it; a line when it is within one.
final class Tally {

    static final List<String> PARTS = List.of("headline", "subheading", "dateline", "problem", "solution", "customer_quote", "leader_quote", "call_to_action", "faq", "questions", "is_prfaq");
    static final List<String> MEAN = List.of("headline", "problem", "solution", "customer_quote", "leader_quote", "faq", "questions");

    /// Found, said wrongly, missed.
    record Count(int found, int wrong, int missed) {

        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(found + other.found, wrong + other.wrong, missed + other.missed);
        }

        double precision() {
            return found + wrong == 0 ? 1 : (double) found / (found + wrong);
        }

        double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }

        double f1() {
            return found == 0 ? wrong + missed == 0 ? 1 : 0 : 2.0 * found / (2 * found + wrong + missed);
        }
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();
    /// `document: part found … labelled …`
    final List<String> errors = new ArrayList<>();

    Count of(String part) {
        return counts.getOrDefault(part, Count.NONE);
    }

    double mean() {
        return MEAN.stream().mapToDouble(part -> of(part).f1()).average().orElse(0);
    }

    void add(Tally other) {
        other.counts.forEach((part, count) -> counts.merge(part, count, Count::plus));
        errors.addAll(other.errors);
    }

    static Tally of(Labelled labelled, Document document) {
        Tally tally = new Tally();
        JsonNode gold = labelled.labels();
        boolean right = document.prfaq() == labelled.isPrfaq();
        tally.count(labelled, "is_prfaq", right, right ? null : document.prfaq(), right ? null : labelled.isPrfaq());
        if (!labelled.isPrfaq()) {
            return tally;
        }
        var release = document.pressRelease();
        tally.line(labelled, "headline", release.headline() == null ? null : release.headline().line());
        tally.line(labelled, "subheading", release.subheading() == null ? null : release.subheading().line());
        tally.line(labelled, "dateline", release.dateline() == null ? null : release.dateline().line());
        for (PartKind kind : List.of(PartKind.PROBLEM, PartKind.SOLUTION, PartKind.CUSTOMER_QUOTE, PartKind.LEADER_QUOTE, PartKind.CALL_TO_ACTION)) {
            tally.span(labelled, kind.name().toLowerCase(java.util.Locale.ROOT), release.part(kind).map(Part::lines).orElse(null));
        }
        tally.span(labelled, "faq", document.faq().lines());
        tally.questions(gold.path("questions"), document);
        return tally;
    }

    private void count(Labelled labelled, String part, boolean hit, @Nullable Object found, @Nullable Object gold) {
        counts.merge(part, new Count(hit ? 1 : 0, !hit && found != null ? 1 : 0, !hit && gold != null ? 1 : 0), Count::plus);
        if (!hit && (found != null || gold != null)) {
            errors.add(labelled.name() + ": " + part + " found " + found + ", labelled " + gold);
        }
    }

    private void line(Labelled labelled, String part, @Nullable Integer found) {
        JsonNode line = labelled.labels().path(part).path("line");
        Integer gold = line.isInt() ? line.asInt() : null;
        count(labelled, part, found != null && gold != null && Math.abs(found - gold) <= 1, found, gold);
    }

    private void span(Labelled labelled, String part, @Nullable LineSpan found) {
        JsonNode label = labelled.labels().path(part);
        List<LineSpan> spans = new ArrayList<>();
        if (label.path("from").isInt()) {
            spans.add(span(label));
        }
        label.path("more").forEach(more -> {
            if (more.path("from").isInt()) {
                spans.add(span(more));
            }
        });
        boolean hit = found != null && spans.stream().anyMatch(s -> isClose(found, s));
        count(labelled, part, hit, found, label.path("from").isInt() ? span(label) : null);
    }

    private static LineSpan span(JsonNode label) {
        return new LineSpan(label.path("from").asInt(), label.path("to").asInt());
    }

    private static boolean isClose(LineSpan a, LineSpan b) {
        int common = Math.max(0, Math.min(a.to(), b.to()) - Math.max(a.from(), b.from()) + 1);
        int union = a.to() - a.from() + 1 + b.to() - b.from() + 1 - common;
        return common * 2 >= union || Math.abs(a.from() - b.from()) <= 1;
    }

    private void questions(JsonNode gold, Document document) {
        TreeSet<Integer> left = new TreeSet<>();
        gold.forEach(q -> left.add(q.path("line").asInt()));
        int hits = 0;
        int wrong = 0;
        for (var question : document.faq().questions()) {
            Integer at = left.ceiling(question.lines().from() - 1);
            if (at != null && at <= question.lines().from() + 1) {
                left.remove(at);
                hits++;
            } else {
                wrong++;
            }
        }
        counts.merge("questions", new Count(hits, wrong, left.size()), Count::plus);
    }
}
