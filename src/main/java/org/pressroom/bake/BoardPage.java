package org.pressroom.bake;

import org.pressroom.catalog.Entry;
import org.pressroom.catalog.Facet;
import org.pressroom.catalog.FacetKind;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The model of `board.html`: a column for each status, with the ideas that changed last.
final class BoardPage {

    /// Ideas in a column; the rest stand on the status's own page.
    private static final int CARDS = 20;

    private static final Comparator<Entry> LATEST_FIRST =
        Comparator.comparing((Entry e) -> e.facts().lastChange(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Entry::number).reversed();

    private BoardPage() { }

    static Map<String, Object> model(PageModels models) {
        int all = models.catalog().entries().size();
        List<Map<String, Object>> columns = models.catalog().facets(FacetKind.STATUS).stream()
            .map(status -> column(models, status, all)).toList();
        return models.frame("board.html", models.messages().text("board.title"), "board")
            .put("total", all).put("columns", columns).map();
    }

    private static Map<String, Object> column(PageModels models, Facet status, int all) {
        List<Entry> cards = status.entries().stream().sorted(LATEST_FIRST).limit(CARDS).toList();
        return new Fields().putAll(models.facet(status, all))
            .put("about", models.words().about(FacetKind.STATUS, status.value()))
            .put("cards", models.rows(cards))
            .put("more", status.entries().size() - cards.size()).map();
    }
}
