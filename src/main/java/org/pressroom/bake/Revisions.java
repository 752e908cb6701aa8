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

    /// A text of the past, with what was read of it.
    private static final class Past {
        final PastText text;
        private @Nullable Optional<Document> document;

        Past(PastText text) {
            this.text = text;
        }

        Optional<Document> document() {
            Optional<Document> known = document;
            if (known == null) {
                known = text.document();
                document = known;
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
        if (before.text.print().equals(after.text.print())) {
            return Optional.empty();
        }
        if (tooLong(before) || tooLong(after)) {
            return Optional.of(new Comparison(List.of(), List.of(), true));
        }
        return before.document().flatMap(old -> document(after).map(fresh -> comparison(old, fresh)));
    }

    /// The newest revision mostly is the document of today, which was read already.
    private Optional<Document> document(Past past) {
        boolean newest = number == history.revisions().size() && history.revised().blob().equals(entry.facts().blobId());
        return newest && past == current.orElse(null) ? Optional.of(today) : past.document();
    }

    private boolean tooLong(Past past) {
        return DiffWords.count(past.text.print()) > words;
    }

    private Comparison comparison(Document before, Document after) {
        return new Comparison(new MetadataDiff(models, entry, inquiry).of(before.metadata(), after.metadata()),
            TextDiff.of(RenderedText.of(before), RenderedText.of(after)), false);
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
        if (tooLong(then.get()) || RenderedText.of(today).stream().mapToInt(stretch -> DiffWords.count(stretch.text())).sum() > words) {
            return new Comparison(List.of(), List.of(), true);
        }
        return then.get().document().map(old -> comparison(old, today)).orElse(null);
    }
}
