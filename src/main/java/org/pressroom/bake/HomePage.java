package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.model.Status;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The model of `index.html`: how many ideas of each kind, what was decided of late, what was declined and why, what
/// waits. Where nothing was decided, what is newest, and what was changed of late.
final class HomePage {

    private static final int DECISIONS = 8;
    private static final int OTHERS = 5;

    private HomePage() { }

    static Map<String, Object> model(PageModels models) {
        Catalog catalog = models.catalog();
        List<Staleness> stale = Staleness.of(models);
        List<Entry> decided = latestFirst(catalog, DocumentFacts::decided);
        List<Entry> decisions = first(decided.isEmpty() ? settled(models) : decided.stream(), DECISIONS);
        List<Map<String, Object>> kinds = models.kinds().stream().map(kind -> new Fields()
            .put("label", models.messages().text("kind." + kind.label() + ".many"))
            .put("href", kind.label() + ".html").put("count", catalog.facets(kind).size()).map()).toList();
        Fields home = new Fields()
            .put("total", catalog.entries().size())
            .put("statuses", models.facets(FacetKind.STATUS, catalog.entries().size()))
            .put("outcomes", models.facets(FacetKind.OUTCOME, catalog.entries().size()))
            .put("results", models.facets(FacetKind.RESULT, catalog.entries().size()))
            .put("kinds", kinds)
            .put("decisions", models.rows(decisions))
            .put("declined", models.rows(first(decided.stream().filter(e -> declinedForAReason(e, models)), OTHERS)))
            .put("declinedHref", catalog.facets(FacetKind.STATUS).stream()
                .filter(f -> models.words().meaning(FacetKind.STATUS, f.value()).equals("declined")).findFirst()
                .map(f -> Href.of(f.page())).orElse(null))
            .put("stale", stale.size());
        if (decisions.isEmpty()) {
            home.put("newest", models.rows(first(catalog.entries().reversed().stream(), DECISIONS)))
                .put("changed", models.rows(first(latestFirst(catalog, DocumentFacts::lastChange).stream().filter(HomePage::wasChanged), OTHERS)));
        }
        stale.stream().collect(Collectors.groupingBy(Staleness::why)).forEach((why, those) ->
            home.put(why.name().toLowerCase(Locale.ROOT), those.stream().limit(OTHERS).map(s -> StalePages.row(models, s)).toList()));
        return models.frame("index.html", models.input().configuration().site().name(), "home")
            .put("home", home.map()).map();
    }

    /// Where nobody writes down when a decision was made: what was decided, as it changed last.
    private static Stream<Entry> settled(PageModels models) {
        return latestFirst(models.catalog(), DocumentFacts::lastChange).stream()
            .filter(e -> Status.isAmong(Status.ONCE_DECIDED, models.standing(e.facts())));
    }

    private static boolean declinedForAReason(Entry entry, PageModels models) {
        return models.standing(entry.facts()).equals("declined") && entry.facts().reason() != null;
    }

    private static boolean wasChanged(Entry entry) {
        return !Objects.equals(entry.facts().lastChange(), entry.facts().created());
    }

    private static List<Entry> first(Stream<Entry> entries, int limit) {
        return entries.limit(limit).toList();
    }

    private static List<Entry> latestFirst(Catalog catalog, Function<DocumentFacts, @Nullable LocalDate> day) {
        return catalog.entries().stream().filter(e -> day.apply(e.facts()) != null)
            .sorted(Comparator
                .comparing((Entry e) -> day.apply(e.facts()), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Entry::number).reversed())
            .toList();
    }
}
