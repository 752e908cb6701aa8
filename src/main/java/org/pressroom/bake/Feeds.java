package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.Facet;
import org.pressroom.catalog.FacetKind;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Atom feeds (RFC 4287): of all ideas, and of each value of a facet, with those that changed last.
///
/// Ids are made from the base address, else the site's name, and the idea's source and id: they stay when a page moves.
/// Links are relative to the feed when no base address is given.
final class Feeds {

    private static final int ENTRIES = 50;
    private static final LocalDate UNKNOWN = LocalDate.EPOCH;

    private static final Comparator<Entry> LATEST_FIRST =
        Comparator.comparing((Entry e) -> updated(e.facts())).thenComparing(Entry::number).reversed();

    private final PageModels models;
    private final @Nullable URI base;

    private Feeds(PageModels models) {
        this.models = models;
        this.base = models.input().edition().baseUrl();
    }

    static List<Page> pages(PageModels models) {
        Feeds feeds = new Feeds(models);
        List<Page> pages = new ArrayList<>();
        String name = models.input().configuration().site().name();
        pages.add(new Page("feed.xml", "feed",
            () -> feeds.model("feed.xml", "index.html", name, models.catalog().entries())));
        for (FacetKind kind : models.kinds()) {
            for (Facet facet : models.catalog().facets(kind)) {
                String title = models.messages().text("feed.title", name, models.words().label(kind, facet.value()));
                pages.add(new Page(address(facet), "feed",
                    () -> feeds.model(address(facet), facet.page(), title, facet.entries())));
            }
        }
        return pages;
    }

    static String address(Facet facet) {
        return facet.kind().label() + "/" + facet.address() + ".xml";
    }

    private Map<String, Object> model(String address, String page, String title, Collection<Entry> all) {
        List<Entry> latest = all.stream().sorted(LATEST_FIRST).limit(ENTRIES).toList();
        LocalDate updated = latest.stream().map(e -> updated(e.facts())).findFirst().orElse(UNKNOWN);
        Fields feed = new Fields()
            .put("id", id("feed", address))
            .put("title", PlainText.withoutDirections(PlainText.cut(title, 300)))
            .put("updated", time(updated))
            .put("href", full(address, page))
            .put("entries", latest.stream().map(entry -> entry(address, entry)).toList());
        if (base != null) {
            feed.put("selfHref", full(address, address));
        }
        return models.frame(address, title, "feed").put("feed", feed.map()).map();
    }

    private Map<String, Object> entry(String feed, Entry entry) {
        DocumentFacts facts = entry.facts();
        List<String> categories = new ArrayList<>(facts.tags().stream().map(PlainText::of).toList());
        if (facts.status() != null) {
            categories.addFirst(facts.status());
        }
        Fields fields = new Fields()
            .put("id", id(entry.id().source().value(), entry.id().key()))
            .put("title", PlainText.withoutDirections(PlainText.cut(facts.title(), 300)))
            .put("href", full(feed, entry.page()))
            .put("updated", time(updated(facts)))
            .put("language", facts.language())
            .put("author", facts.owner())
            .put("summary", facts.summary())
            .put("categories", categories);
        if (facts.created() != null) {
            fields.put("published", time(facts.created()));
        }
        return fields.map();
    }

    private String id(String kind, String name) {
        return "urn:uuid:" + models.lastingId(kind, name);
    }

    private String full(String feed, String address) {
        return (base == null ? Href.root(feed) : base.toString()) + Href.of(address);
    }

    private static LocalDate updated(DocumentFacts facts) {
        LocalDate change = facts.lastChange();
        return change == null ? UNKNOWN : change;
    }

    private static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
