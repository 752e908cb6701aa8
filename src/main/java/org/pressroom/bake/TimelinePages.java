package org.pressroom.bake;

import org.pressroom.catalog.Entry;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pages that tell what happened in the archive, latest first: `timeline.html`, then `timeline/page/2.html`.
final class TimelinePages {

    private record Event(Entry entry, Milestone milestone) { }

    /// Latest first; what happened to one idea on one day the latest first, too.
    private static final Comparator<Event> LATEST_FIRST = Comparator.comparing((Event e) -> e.milestone().date())
        .thenComparing(e -> e.entry().number()).thenComparing(e -> e.milestone().kind()).reversed();

    private final PageModels models;
    private final List<Event> events;
    private final List<Paging> pagings;

    TimelinePages(PageModels models) {
        this.models = models;
        this.events = models.catalog().entries().stream()
            .flatMap(entry -> Milestone.of(entry.facts(), models).stream().map(m -> new Event(entry, m)))
            .sorted(LATEST_FIRST).toList();
        this.pagings = Paging.of("timeline.html", "timeline/", events.size(), PageModels.ROWS);
    }

    List<Page> pages() {
        List<Map<String, Object>> years = years();
        return pagings.stream().map(paging -> new Page(paging.address(), "timeline", () -> model(paging, years))).toList();
    }

    /// Every year in which something happened, with the place where it begins.
    private List<Map<String, Object>> years() {
        Map<Integer, Integer> first = new LinkedHashMap<>();
        Map<Integer, Integer> count = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            int year = events.get(i).milestone().date().getYear();
            first.putIfAbsent(year, i);
            count.merge(year, 1, Integer::sum);
        }
        List<Map<String, Object>> years = new ArrayList<>();
        first.forEach((year, index) -> {
            String page = pagings.get(index / PageModels.ROWS).address();
            years.add(new Fields().put("year", Integer.toString(year)).put("page", page).put("href", Href.of(page) + "#y" + year)
                .put("count", count.getOrDefault(year, 0)).map());
        });
        return years;
    }

    private Map<String, Object> model(Paging paging, List<Map<String, Object>> years) {
        List<Event> slice = paging.slice(events, PageModels.ROWS);
        List<Map<String, Object>> months = new ArrayList<>();
        int year = Integer.MIN_VALUE;
        for (int from = 0; from < slice.size(); ) {
            YearMonth month = YearMonth.from(slice.get(from).milestone().date());
            Fields fields = new Fields().put("title", models.messages().month(month));
            if (month.getYear() != year) {
                year = month.getYear();
                fields.put("anchor", "y" + year);
            }
            List<Map<String, Object>> list = new ArrayList<>();
            for (; from < slice.size() && YearMonth.from(slice.get(from).milestone().date()).equals(month); from++) {
                list.add(event(slice.get(from)));
            }
            months.add(fields.put("events", list).map());
        }
        return models.frame(paging.address(), models.paged(models.messages().text("timeline.title"), paging), "timeline")
            .put("total", events.size()).put("years", years).put("months", months).put("paging", paging.model()).map();
    }

    private Map<String, Object> event(Event event) {
        return event.milestone().model(models).put("idea", models.link(event.entry()).map())
            .put("people", event.milestone().peopleModel(models)).map();
    }
}
