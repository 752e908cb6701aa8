package org.pressroom.bake;

import org.pressroom.catalog.Facet;
import org.pressroom.catalog.FacetKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The pages that list ideas: all of them (`ideas.html`, then `list/page/2.html`, for `ideas/` holds ideas alone),
/// those of each value of a facet (`team/home.html`, then `team/home/page/2.html`), and the values of each kind
/// (`team.html`, then `team/page/2.html`; no value's address is `page`).
final class ListPages {

    /// Values on one page of a kind.
    private static final int VALUES = 100;

    private final PageModels models;

    ListPages(PageModels models) {
        this.models = models;
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        int all = models.catalog().entries().size();
        for (Paging paging : Paging.of("ideas.html", "list/", all, PageModels.ROWS)) {
            pages.add(new Page(paging.address(), "ideas", () -> ideas(paging)));
        }
        for (FacetKind kind : models.kinds()) {
            List<Facet> facets = models.catalog().facets(kind);
            for (Paging paging : Paging.of(kind.label() + ".html", kind.label() + "/", facets.size(), VALUES)) {
                pages.add(new Page(paging.address(), "kind", () -> kind(kind, facets, paging)));
            }
            for (Facet facet : facets) {
                String folder = kind.label() + "/" + facet.address() + "/";
                for (Paging paging : Paging.of(facet.page(), folder, facet.entries().size(), PageModels.ROWS)) {
                    pages.add(new Page(paging.address(), "facet", () -> facet(facet, paging)));
                }
            }
        }
        return pages;
    }

    private Map<String, Object> ideas(Paging paging) {
        return models.frame(paging.address(), models.paged(models.messages().text("ideas.title"), paging), "ideas")
            .put("total", models.catalog().entries().size())
            .put("rows", models.rows(paging.slice(models.catalog().entries().reversed(), PageModels.ROWS)))
            .put("paging", paging.model())
            .put("kinds", models.kinds().stream().map(FacetKind::label).toList())
            .put("words", SearchPage.words(models))
            .put("longestTitle", models.input().configuration().thresholds().titleMaxCharacters())
            .map();
    }

    private Map<String, Object> kind(FacetKind kind, List<Facet> facets, Paging paging) {
        int most = facets.stream().mapToInt(f -> f.entries().size()).max().orElse(0);
        String title = models.messages().text("kind." + kind.label() + ".many");
        return models.frame(paging.address(), models.paged(title, paging), "browse")
            .put("kind", kind.label())
            .put("total", facets.size())
            .put("tabs", tabs(kind))
            .put("values", paging.slice(facets, VALUES).stream().map(f -> models.facet(f, most)).toList())
            .put("paging", paging.model())
            .map();
    }

    private List<Map<String, Object>> tabs(FacetKind current) {
        return models.kinds().stream().map(kind -> new Fields()
            .put("label", models.messages().text("kind." + kind.label() + ".many"))
            .put("href", kind.label() + ".html").put("current", kind == current).map()).toList();
    }

    private Map<String, Object> facet(Facet facet, Paging paging) {
        FacetKind kind = facet.kind();
        Map<String, Object> value = new Fields().putAll(models.facet(facet, facet.entries().size()))
            .put("kindLabel", models.messages().text("kind." + kind.label()))
            .put("kindHref", kind.label() + ".html")
            .put("kindMany", models.messages().text("kind." + kind.label() + ".many"))
            .put("feedHref", Href.of(Feeds.address(facet)))
            .map();
        String title = models.messages().text("facet.title",
            models.messages().text("kind." + kind.label()),
            PlainText.cut(models.words().label(kind, facet.value()), 200));
        boolean declined =
            kind == FacetKind.STATUS && facet.entries().stream().anyMatch(e -> e.facts().reason() != null);
        return models.frame(paging.address(), models.paged(title, paging), "browse")
            .put("facet", value)
            .put("reasons", declined)
            .put("rows", models.rows(paging.slice(facet.entries(), PageModels.ROWS)))
            .put("paging", paging.model())
            .map();
    }
}
