package org.pressroom.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The pages of ideas that wait for somebody: `stale.html`, then `stale/page/2.html`.
final class StalePages {

    private final PageModels models;
    private final List<Staleness> stale;

    StalePages(PageModels models) {
        this.models = models;
        this.stale = Staleness.of(models);
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        for (Paging paging : Paging.of("stale.html", "stale/", stale.size(), PageModels.ROWS)) {
            pages.add(new Page(paging.address(), "stale", () -> model(paging)));
        }
        return pages;
    }

    private Map<String, Object> model(Paging paging) {
        List<Map<String, Object>> groups = new ArrayList<>();
        List<Staleness> slice = paging.slice(stale, PageModels.ROWS);
        for (Staleness.Why why : Staleness.Why.values()) {
            List<Map<String, Object>> rows = slice.stream().filter(s -> s.why() == why).map(s -> row(models, s)).toList();
            String name = why.name().toLowerCase(Locale.ROOT);
            if (!rows.isEmpty()) {
                groups.add(new Fields().put("name", name).put("title", models.messages().text("stale." + name))
                    .put("about", models.messages().text("stale." + name + ".about"))
                    .put("total", (int) stale.stream().filter(s -> s.why() == why).count()).put("rows", rows).map());
            }
        }
        return models.frame(paging.address(), models.paged(models.messages().text("stale.title"), paging), "stale")
            .put("total", stale.size()).put("groups", groups).put("paging", paging.model()).map();
    }

    /// An idea as a row of a table, with the day from which it waits and how long that has been.
    static Map<String, Object> row(PageModels models, Staleness stale) {
        return new Fields().putAll(models.row(stale.entry())).put("since", models.date(stale.since()))
            .put("waited", models.messages().count("days", stale.days())).map();
    }
}
