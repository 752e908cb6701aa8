package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.Facet;
import org.pressroom.catalog.FacetKind;
import org.pressroom.catalog.People;
import org.pressroom.config.KnownPerson;
import org.pressroom.source.SourceId;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What all page models share: the site, the frame of a page, and how ideas, facets and dates look in them.
///
/// Safe for several threads.
final class PageModels {

    /// Rows on one page of a list.
    static final int ROWS = 50;

    private static final int WINDOW_TITLE = 120;

    private final Theme theme;
    private final SiteInput input;
    private final Messages messages;
    private final Words words;
    private final Map<FacetKind, Map<String, String>> facetPages = new EnumMap<>(FacetKind.class);
    private final Map<LocalDate, Map<String, Object>> dates = new ConcurrentHashMap<>();
    private final boolean hides;
    private final List<String> places;
    private final Map<String, Object> site;
    private final boolean several;
    private final ModelPrint print;
    private final Key context;

    PageModels(SiteInput input, Messages messages, Theme theme) {
        this.theme = theme;
        this.input = input;
        this.messages = messages;
        this.hides = input.configuration().people().stream().anyMatch(KnownPerson::hidden);
        this.several = input.catalog().sources() > 1;
        this.words = new Words(messages, input.configuration().vocabulary());
        for (FacetKind kind : FacetKind.values()) {
            Map<String, String> pages = new HashMap<>();
            catalog().facets(kind).forEach(facet -> pages.put(facet.value(), Href.of(facet.page())));
            facetPages.put(kind, pages);
        }
        this.places = Stream.of("board", "timeline", "insights", "people").filter(this::hasSomethingFor).toList();
        List<String> menu = input.configuration().site().menu().stream()
            .filter(place -> place.equals("tried") ? input.edition().searchable() : places.contains(place)).toList();
        this.site = site(input, messages, theme, kinds(), menu);
        this.print = new ModelPrint(site);
        Fingerprint all = new Fingerprint("pages").key(input.memory().context()).key(theme.key());
        new ModelPrint("").add(site, all);
        new TreeMap<>(input.theme().messages()).forEach((name, text) -> all.text(name).text(text));
        this.context = all.text(String.valueOf(input.edition().baseUrl())).key();
    }

    /// @param menu the pages that the header leads to, by the names of their addresses
    private static Map<String, Object> site(SiteInput input, Messages messages, Theme theme, List<FacetKind> kinds, List<String> menu) {
        Fields site = new Fields()
            .put("name", input.configuration().site().name())
            .put("tagline", input.configuration().site().tagline())
            .put("language", messages.language())
            .put("version", input.edition().version())
            .put("asOf", date(messages, input.edition().asOf()))
            .put("searchable", input.edition().searchable())
            .put("indexed", input.configuration().site().indexed())
            .put("addressed", input.edition().baseUrl() != null)
            .put("assets", theme.assets().hrefs())
            .put("logo", theme.logo())
            .put("menu", menu)
            .put("pages", SitePages.links(input, messages))
            .put("stale", input.edition().stale().stream().map(source -> stale(source, input, messages)).toList());
        List<DocumentFacts> all = input.catalog().entries().stream().map(Entry::facts).toList();
        site.put("columns", new Fields().put("status", kinds.contains(FacetKind.STATUS)).put("outcome", kinds.contains(FacetKind.OUTCOME))
            .put("team", kinds.contains(FacetKind.TEAM)).put("owner", kinds.contains(FacetKind.OWNER))
            .put("created", all.stream().anyMatch(facts -> facts.created() != null))
            .put("decided", all.stream().anyMatch(facts -> facts.decided() != null))
            .put("updated", all.stream().anyMatch(facts -> facts.lastChange() != null)).map());
        if (!kinds.isEmpty()) {
            site.put("browseHref", kinds.getFirst().label() + ".html");
        }
        return site.map();
    }

    private static String stale(StaleSource source, SiteInput input, Messages messages) {
        String name = source.name() == null ? input.configuration().site().name() : source.name();
        return source.reached() == null ? messages.text("source.missing", name)
            : messages.text("source.stale", name, messages.date(source.reached()));
    }

    Theme theme() {
        return theme;
    }

    /// The key of what all pages depend on.
    Key context() {
        return context;
    }

    /// Prints models.
    ModelPrint print() {
        return print;
    }

    SiteInput input() {
        return input;
    }

    Catalog catalog() {
        return input.catalog();
    }

    Messages messages() {
        return messages;
    }

    Words words() {
        return words;
    }

    private boolean hasSomethingFor(String place) {
        List<Entry> all = catalog().entries();
        return switch (place) {
            case "board" -> kinds().contains(FacetKind.STATUS);
            case "timeline" -> all.stream().anyMatch(entry -> !Milestone.of(entry.facts(), this).isEmpty());
            case "insights" -> all.stream().map(Entry::facts).anyMatch(facts -> facts.decided() != null || facts.created() != null && facts.status() != null);
            default -> catalog().people().all().stream().anyMatch(person -> !isNobody(person.name()));
        };
    }

    /// Whether a page that looks across all ideas (`board`, `timeline`, `insights`, `people`) has something to show; it is left out otherwise.
    boolean shows(String place) {
        return places.contains(place);
    }

    /// The kinds that some idea has a value of.
    List<FacetKind> kinds() {
        return Stream.of(FacetKind.values()).filter(kind -> !catalog().facets(kind).isEmpty()).toList();
    }

    /// The frame of a page.
    ///
    /// @param area of the site in which it lies: `home`, `ideas`, `browse`, `search`
    Fields frame(String address, String title, String area) {
        String name = input.configuration().site().name();
        String windowTitle = title.equals(name) ? name
            : PlainText.cut(PlainText.withoutDirections(title), WINDOW_TITLE) + " · " + name;
        Fields page = new Fields().put("address", address).put("title", title).put("windowTitle", windowTitle)
            .put("area", area);
        if (input.edition().baseUrl() != null) {
            page.put("url", input.edition().baseUrl() + Href.of(address));
        }
        return new Fields().put("site", site).putAsIs("root", Href.root(address)).put("page", page.map());
    }

    Map<String, Object> date(LocalDate day) {
        return dates.computeIfAbsent(day, d -> date(messages, d));
    }

    private static Map<String, Object> date(Messages messages, LocalDate day) {
        return new Fields().put("iso", day.toString()).put("text", messages.date(day)).map();
    }

    /// A value of a kind, with the page that lists its ideas; null for null.
    @Nullable Map<String, Object> facet(FacetKind kind, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return new Fields().put("kind", kind.label()).put("label", PlainText.cut(words.label(kind, value), 80))
            .put("tone", words.tone(kind, value)).put("href", pagesOf(kind).get(value)).map();
    }

    Map<String, Object> facet(Facet facet, int ofAll) {
        return new Fields().putAll(Objects.requireNonNull(facet(facet.kind(), facet.value())))
            .put("count", facet.entries().size())
            .put("share", ofAll == 0 ? 0 : Math.max(1, (int) Math.round(100.0 * facet.entries().size() / ofAll)))
            .put("about", words.about(facet.kind(), facet.value()))
            .map();
    }

    /// All values of a kind, with the number of ideas and their share of `ofAll`.
    List<Map<String, Object>> facets(FacetKind kind, int ofAll) {
        return catalog().facets(kind).stream().map(facet -> facet(facet, ofAll)).toList();
    }

    private Map<String, String> pagesOf(FacetKind kind) {
        return Objects.requireNonNull(facetPages.get(kind));
    }

    /// The PR/FAQ's own status that an idea's stands for; empty when it has none.
    String standing(DocumentFacts facts) {
        return words.meaning(FacetKind.STATUS, facts.status());
    }

    /// The status that was decided on: that of an idea, but what was superseded had been approved. Null when it has none.
    @Nullable String decided(DocumentFacts facts) {
        return standing(facts).equals("superseded") ? "approved" : facts.status();
    }

    String statusLabel(String status) {
        return words.label(FacetKind.STATUS, status);
    }

    String statusTone(String status) {
        return words.tone(FacetKind.STATUS, status);
    }

    /// People by name, with their pages.
    List<Map<String, Object>> people(Collection<String> names) {
        return names.stream().filter(name -> !PlainText.isInvisible(name)).map(name -> {
            People.Person person = isNobody(name) ? null : catalog().people().find(name);
            return new Fields().put("name", PlainText.cut(name, 200)).put("href", person == null ? null : Href.of(person.page())).map();
        }).toList();
    }

    /// Whether a name is the word for those whom the configuration hides.
    boolean isNobody(String name) {
        return hides && name.equals(HiddenPerson.word(messages));
    }

    /// An id that stays when an address moves: of the site, by its base address, else its name, and of what is named in it.
    UUID lastingId(String... names) {
        URI base = input.edition().baseUrl();
        String site = base == null ? input.configuration().site().name() : base.toString();
        return UUID.nameUUIDFromBytes((site + "\n" + String.join("\n", names)).getBytes(StandardCharsets.UTF_8));
    }

    /// The title of one page of a list.
    String paged(String title, Paging paging) {
        return paging.number() == 1 ? title : messages.text("page.title", title, paging.number());
    }

    /// An idea as it is named in a sentence or a list.
    Fields link(Entry entry) {
        DocumentFacts facts = entry.facts();
        return new Fields()
            .put("id", entry.id().shown())
            .put("title", shownTitle(facts))
            .put("href", Href.of(entry.page()))
            .put("language", facts.language())
            .put("source", several ? entry.id().source().equals(SourceId.MAIN) ? input.configuration().site().name() : entry.id().source().value() : null)
            .put("status", facet(FacetKind.STATUS, facts.status()))
            .put("outcome", facet(FacetKind.OUTCOME, facts.outcome()))
            .put("result", facet(FacetKind.RESULT, facts.result()));
    }

    List<Map<String, Object>> links(Collection<Entry> entries) {
        return entries.stream().map(entry -> link(entry).map()).toList();
    }

    /// An idea as a row of a table.
    Map<String, Object> row(Entry entry) {
        DocumentFacts facts = entry.facts();
        Fields row = link(entry)
            .put("team", facet(FacetKind.TEAM, facts.team()))
            .put("owner", facet(FacetKind.OWNER, facts.owner()))
            .put("summary", facts.summary());
        if (facts.decided() != null) {
            row.put("decided", date(facts.decided()));
        }
        if (facts.reason() != null) {
            row.put("reason", words.reason(facts.reason()));
        }
        if (facts.created() != null) {
            row.put("created", date(facts.created()));
        }
        LocalDate changed = facts.lastChange();
        if (changed != null) {
            row.put("changed", date(changed));
        }
        return row.map();
    }

    List<Map<String, Object>> rows(Collection<Entry> entries) {
        return entries.stream().map(this::row).toList();
    }

    private String shownTitle(DocumentFacts facts) {
        return PlainText.cut(visible(facts.title(), messages), input.configuration().thresholds().titleMaxCharacters());
    }

    /// A title that can be seen and clicked, whatever was written.
    static String visible(String title, Messages messages) {
        String clean = PlainText.of(title).strip();
        return PlainText.isInvisible(clean) ? messages.text("untitled") : clean;
    }
}
