package org.pressroom.bake;

import org.pressroom.catalog.FacetKind;

import java.util.List;
import java.util.Map;

/// The model of `search.html`. Its results are the search engine's; without JavaScript it leads to the facets.
final class SearchPage {

    private SearchPage() { }

    static Map<String, Object> model(PageModels models) {
        int all = models.catalog().entries().size();
        List<Map<String, Object>> kinds = models.kinds().stream().map(kind -> new Fields()
            .put("label", models.messages().text("kind." + kind.label() + ".many"))
            .put("href", kind.label() + ".html").map()).toList();
        return models.frame("search.html", models.messages().text("search.title"), "search")
            .put("kinds", kinds)
            .put("statuses", models.facets(FacetKind.STATUS, all))
            .put("total", all)
            .map();
    }
}
