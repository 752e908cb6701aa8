package org.pressroom.bake;

import org.pressroom.catalog.FacetKind;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The model of `search.html`. Its results are the search engine's; without JavaScript it leads to the facets.
final class SearchPage {

    /// The kinds whose values are words of a vocabulary, with labels and colours of their own.
    private static final List<FacetKind> WORDED = List.of(FacetKind.STATUS, FacetKind.OUTCOME, FacetKind.RESULT);

    private SearchPage() { }

    static Map<String, Object> model(PageModels models) {
        int all = models.catalog().entries().size();
        return models.frame("search.html", models.messages().text("search.title"), "search")
            .put("kinds", kinds(models))
            .put("words", words(models))
            .put("total", all)
            .map();
    }

    /// The lists that lead to every idea.
    static List<Map<String, Object>> kinds(PageModels models) {
        return models.kinds().stream().map(kind -> new Fields()
            .put("name", kind.label())
            .put("label", models.messages().text("kind." + kind.label() + ".many"))
            .put("href", kind.label() + ".html").map()).toList();
    }

    /// How the words of vocabularies are shown in results and filters, which are made in the page.
    static List<Map<String, Object>> words(PageModels models) {
        return WORDED.stream().flatMap(kind -> words(models, kind)).toList();
    }

    private static Stream<Map<String, Object>> words(PageModels models, FacetKind kind) {
        return models.catalog().facets(kind).stream().map(facet -> new Fields().put("kind", kind.label()).putAsIs("word", facet.value())
            .put("label", models.words().label(kind, facet.value())).put("tone", models.words().tone(kind, facet.value())).map());
    }
}
