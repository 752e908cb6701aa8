package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Revision;
import org.pressroom.model.Document;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The comparisons of one document's texts, each read once and two at a time.
final class Revisions {

    /// A document, with its text as its page shows it.
    private record Shown(Document document, List<Stretch> text) {

        Shown(Document document) {
            this(document, RenderedText.of(document));
        }
    }

    /// A text of the past, with what was read of it: it is compared with the one before it, and mostly with the one after.
    private static final class Past {
        private final PastText text;
        private final String print;
        private int words = -1;
        private @Nullable Optional<Shown> shown;

        Past(PastText text) {
            this.text = text;
            this.print = text.print();
        }

        int words() {
            if (words < 0) {
                words = DiffWords.count(print);
            }
            return words;
        }

        Optional<Shown> shown() {
            Optional<Shown> known = shown;
            if (known == null) {
                known = text.document().map(Shown::new);
                shown = known;
            }
            return known;
        }
    }

    private final PageModels models;
    private final Entry entry;
    private final Document today;
    private final FileHistory history;
    private final Inquiry inquiry;
    private final int words;
    private int number;
    private Optional<Past> current = Optional.empty();
    private @Nullable Shown shownToday;

    private Revisions(PageModels models, Entry entry, Document today, FileHistory history, Inquiry inquiry) {
        this.inquiry = inquiry;
        this.models = models;
        this.entry = entry;
        this.today = today;
        this.history = history;
        this.words = models.input().configuration().diffs().words();
    }

    /// What the planned comparisons have found.
    ///
    /// @param byNumber of the revisions that changed the text, one-based, each against the one before
    /// @param review   of the text of the last review and that of today; null when it was not compared
    record Found(TreeMap<Integer, Comparison> byNumber, @Nullable Comparison review) { }

    /// @param today as it is published
    static Found compare(PageModels models, Entry entry, Document today, DiffPlan plan, Inquiry inquiry) {
        TreeMap<Integer, Comparison> byNumber = new TreeMap<>();
        FileHistory history = entry.facts().history();
        if (history == null) {
            return new Found(byNumber, null);
        }
        Revisions revisions = new Revisions(models, entry, today, history, inquiry);
        for (int n : plan.revisions(entry)) {
            Optional<Past> before = revisions.at(n - 1);
            Optional<Past> after = revisions.at(n);
            if (before.isPresent() && after.isPresent()) {
                revisions.compared(before.get(), after.get()).filter(Comparison::changed).ifPresent(found -> byNumber.put(n, found));
            }
        }
        return new Found(byNumber, plan.sinceReview(entry) ? revisions.sinceReview() : null);
    }

    private Optional<Past> at(int n) {
        if (n != number) {
            number = n;
            current = models.input().documents().past(entry, history.revisions().get(n - 1)).filter(text -> !text.hidden()).map(Past::new);
        }
        return current;
    }

    private Optional<Comparison> compared(Past before, Past after) {
        if (before.print.equals(after.print)) {
            return Optional.empty();
        }
        if (before.words() > words || after.words() > words) {
            return Optional.of(new Comparison(List.of(), List.of(), true));
        }
        return before.shown().flatMap(old -> shown(after).map(fresh -> comparison(old, fresh)));
    }

    /// The newest revision mostly is the document of today, which was read already.
    private Optional<Shown> shown(Past past) {
        boolean newest = number == history.revisions().size() && history.revised().blob().equals(entry.facts().blobId());
        return newest && past == current.orElse(null) ? Optional.of(today()) : past.shown();
    }

    private Shown today() {
        Shown known = shownToday;
        if (known == null) {
            known = new Shown(today);
            shownToday = known;
        }
        return known;
    }

    private Comparison comparison(Shown before, Shown after) {
        return new Comparison(new MetadataDiff(models, entry, inquiry).of(before.document.metadata(), after.document.metadata()),
            TextDiff.of(before.text, after.text), false);
    }

    private @Nullable Comparison sinceReview() {
        DocumentFacts facts = entry.facts();
        int n = DiffPlan.atReview(facts, models.input().edition().asOf());
        Revision base = history.revisions().get(n - 1);
        if (base.blob().equals(facts.blobId())) {
            return new Comparison(List.of(), List.of(), false);
        }
        Optional<Past> then = at(n);
        if (then.isEmpty()) {
            return null;
        }
        if (then.get().words() > words || today().text.stream().mapToInt(stretch -> DiffWords.count(stretch.text())).sum() > words) {
            return new Comparison(List.of(), List.of(), true);
        }
        return then.get().shown().map(old -> comparison(old, today())).orElse(null);
    }
}
