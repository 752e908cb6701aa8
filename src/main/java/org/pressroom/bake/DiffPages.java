package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The pages that show what became of a document's text: `diff/0042/3.html` for its third revision, `diff/0042/review.html`
/// for all that changed since its last review.
final class DiffPages {

    /// What stayed is folded when it is at least as long as this, in stretches or in words; one stretch beside each change
    /// stays in sight.
    private static final int FOLDED_STRETCHES = 2;
    private static final int FOLDED_WORDS = 80;

    private static final int SHORT_COMMIT = 8;

    private final PageModels models;
    private final Entry entry;
    private final FileHistory history;
    private final Revisions.Found found;

    DiffPages(PageModels models, Entry entry, FileHistory history, Revisions.Found found) {
        this.models = models;
        this.entry = entry;
        this.history = history;
        this.found = found;
    }

    static String address(Entry entry, String name) {
        return "diff/" + entry.address() + "/" + name + ".html";
    }

    /// As much of a commit's id as tells it apart.
    static String shortened(String commit) {
        return commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        found.byNumber().forEach((n, comparison) ->
            pages.add(new Page(address(entry, Integer.toString(n)), "diff", () -> revision(n, comparison))));
        Comparison review = found.review();
        if (review != null && review.changed()) {
            pages.add(new Page(address(entry, "review"), "diff", () -> sinceReview(review)));
        }
        return pages;
    }

    private Map<String, Object> revision(int n, Comparison comparison) {
        Revision before = history.revisions().get(n - 2);
        Revision after = history.revisions().get(n - 1);
        Fields diff = fields(comparison)
            .put("lead", models.messages().text("diff.lead", models.messages().number(n), models.messages().number(history.revisions().size())))
            .put("date", models.date(after.day())).put("people", models.people(after.authors())).put("commit", shortened(after.commit()))
            .put("beforeHref", models.input().documents().href(entry, before)).put("afterHref", models.input().documents().href(entry, after));
        Integer earlier = found.byNumber().lowerKey(n);
        Integer later = found.byNumber().higherKey(n);
        diff.put("earlierHref", earlier == null ? null : Href.of(address(entry, earlier.toString())))
            .put("laterHref", later == null ? null : Href.of(address(entry, later.toString())));
        return page(address(entry, Integer.toString(n)), models.messages().text("diff.title", models.messages().number(n)), diff);
    }

    private Map<String, Object> sinceReview(Comparison comparison) {
        LocalDate today = models.input().edition().asOf();
        LocalDate day = Objects.requireNonNull(DiffPlan.reviewed(entry.facts(), today));
        int n = DiffPlan.atReview(entry.facts(), today);
        Fields diff = fields(comparison)
            .put("lead", models.messages().text("diff.review.lead", models.messages().number(n), models.messages().number(history.revisions().size())))
            .put("beforeHref", models.input().documents().href(entry, history.revisions().get(n - 1)))
            .put("afterHref", models.input().documents().hrefs(entry).source());
        return page(address(entry, "review"), models.messages().text("diff.review.title", models.messages().date(day)), diff);
    }

    private Map<String, Object> page(String address, String title, Fields diff) {
        String idea = PageModels.visible(entry.facts().title(), models.messages());
        return models.frame(address, title + ": " + PlainText.withoutDirections(idea), "ideas")
            .put("title", title).put("idea", models.link(entry).map()).put("diff", diff.map()).map();
    }

    private Fields fields(Comparison comparison) {
        return new Fields().put("fields", comparison.fields()).put("tooLong", comparison.tooLong())
            .put("words", models.input().configuration().diffs().words())
            .put("added", comparison.words(DiffLine.Change.ADDED)).put("removed", comparison.words(DiffLine.Change.REMOVED))
            .put("parts", parts(comparison.lines()));
    }

    /// The lines in runs, of which those that nothing changed in are folded when they are long.
    private List<Map<String, Object>> parts(List<DiffLine> lines) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int from = 0, to; from < lines.size(); from = to) {
            boolean same = lines.get(from).same();
            to = from + 1;
            while (to < lines.size() && lines.get(to).same() == same) {
                to++;
            }
            if (!same) {
                parts.add(part(lines.subList(from, to), false));
                continue;
            }
            int folded = from == 0 ? 0 : from + 1;
            int rest = to == lines.size() ? to : to - 1;
            List<DiffLine> hidden = folded < rest ? lines.subList(folded, rest) : List.of();
            if (hidden.size() >= FOLDED_STRETCHES || hidden.stream().mapToInt(DiffLine::words).sum() >= FOLDED_WORDS) {
                put(parts, lines.subList(from, folded));
                parts.add(part(hidden, true));
                put(parts, lines.subList(rest, to));
            } else {
                put(parts, lines.subList(from, to));
            }
        }
        return parts;
    }

    private static void put(List<Map<String, Object>> parts, List<DiffLine> lines) {
        if (!lines.isEmpty()) {
            parts.add(part(lines, false));
        }
    }

    private static Map<String, Object> part(List<DiffLine> lines, boolean folded) {
        return new Fields().put("folded", folded).put("count", lines.size())
            .put("lines", lines.stream().map(line -> new Fields().put("kind", line.kind().label())
                .put("runs", line.runs().stream().map(DiffPages::run).toList()).map()).toList()).map();
    }

    private static Map<String, Object> run(DiffLine.Run run) {
        return new Fields().put("change", switch (run.change()) {
            case SAME -> null;
            case ADDED -> "ins";
            case REMOVED -> "del";
        }).putAsIs("text", run.text()).map();
    }

    /// Puts what is known of the document's revisions into an idea's model.
    void put(Fields idea) {
        List<Map<String, Object>> rows = RevisionRows.of(models, entry, history, found);
        idea.put("history", new Fields().put("count", history.revisions().size())
            .put("rows", rows).put("older", history.revisions().size() - rows.size()).put("review", review()).map());
    }

    private @Nullable Map<String, Object> review() {
        Comparison review = found.review();
        LocalDate day = DiffPlan.reviewed(entry.facts(), models.input().edition().asOf());
        return review == null || day == null ? null : new Fields().put("date", models.date(day))
            .put("href", review.changed() ? Href.of(address(entry, "review")) : null).map();
    }
}
