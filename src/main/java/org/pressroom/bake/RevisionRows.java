package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Revision;
import org.pressroom.history.Transition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The revisions of a document for the list on its page, newest first.
final class RevisionRows {

    /// Rows on the page; of older ones their number is told.
    private static final int MOST = 100;
    /// Rows in sight; the others are folded.
    private static final int IN_SIGHT = 5;

    private RevisionRows() { }

    static List<Map<String, Object>> of(PageModels models, Entry entry, FileHistory history, Revisions.Found found) {
        Map<String, List<Map<String, Object>>> changes = changes(models, history);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Revision> revisions = history.revisions();
        for (int n = revisions.size(); n > Math.max(0, revisions.size() - MOST); n--) {
            Revision revision = revisions.get(n - 1);
            rows.add(new Fields().put("number", n).put("date", models.date(revision.day())).put("people", models.people(revision.authors()))
                .put("commit", DiffPages.shortened(revision.commit()))
                .put("badges", changes.getOrDefault(revision.commit(), List.of()))
                .put("href", found.byNumber().containsKey(n) ? Href.of(DiffPages.address(entry, Integer.toString(n))) : null)
                .put("folded", revisions.size() - n >= IN_SIGHT && revisions.size() > IN_SIGHT + 1).map());
        }
        return rows;
    }

    /// The statuses and outcomes that commits gave the document.
    private static Map<String, List<Map<String, Object>>> changes(PageModels models, FileHistory history) {
        Map<String, List<Map<String, Object>>> changes = new HashMap<>();
        Transition last = null;
        for (Transition transition : history.timeline()) {
            List<Map<String, Object>> badges = new ArrayList<>();
            add(badges, models.facet(FacetKind.STATUS, transition.status()), last == null ? null : models.facet(FacetKind.STATUS, last.status()));
            add(badges, models.facet(FacetKind.OUTCOME, transition.outcome()), last == null ? null : models.facet(FacetKind.OUTCOME, last.outcome()));
            changes.put(transition.commit(), badges);
            last = transition;
        }
        return changes;
    }

    private static void add(List<Map<String, Object>> badges, @Nullable Map<String, Object> now, @Nullable Map<String, Object> before) {
        if (now != null && !now.equals(before)) {
            badges.add(now);
        }
    }
}
