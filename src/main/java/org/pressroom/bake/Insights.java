package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.catalog.Statistics;
import org.pressroom.config.Terms;
import org.pressroom.config.Vocabulary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the whole archive says: ideas and decisions by year, how many were approved and how soon, what came of them,
/// and why ideas were declined.
///
/// A decision counts in the year of its date; ideas that were approved and later superseded count as approved. Years in
/// which nothing happened, between others, are shown as empty.
final class Insights {

    /// Years between two ideas that are shown though nothing happened in them.
    private static final int LONGEST_GAP = 10;

    private final PageModels models;
    private final List<DocumentFacts> all;
    private final List<DocumentFacts> decided;
    private final Statistics statistics;
    private final List<Chart> charts;

    Insights(PageModels models) {
        this.models = models;
        this.all = models.catalog().entries().stream().map(Entry::facts).toList();
        this.decided = all.stream().filter(f -> f.decided() != null && models.decided(f) != null).toList();
        this.statistics = Statistics.of(all, status -> models.words().meaning(FacetKind.STATUS, status));
        this.charts = List.of(
            stacked("ideas-by-year", FacetKind.STATUS, all, DocumentFacts::created, DocumentFacts::status),
            stacked("decisions-by-year", FacetKind.STATUS, decided, DocumentFacts::decided, models::decided),
            approvals(),
            daysToDecision(),
            daysInStatus(),
            stacked("outcomes-by-year", FacetKind.OUTCOME, all, Insights::decidedOrCreated, DocumentFacts::outcome),
            stacked("results-by-year", FacetKind.RESULT, all, Insights::decidedOrCreated, DocumentFacts::result));
    }

    /// The model of `insights.html`.
    Map<String, Object> page() {
        List<Map<String, Object>> shown = charts.stream().filter(chart -> !chart.isEmpty()).map(chart -> new Fields()
            .putAll(chart.model(models.messages())).put("title", models.messages().text("insights." + chart.name()))
            .put("about", models.messages().text("insights." + chart.name() + ".about")).put("csvHref", address(chart.name())).map()).toList();
        return models.frame("insights.html", models.messages().text("insights.title"), "insights")
            .put("total", all.size())
            .put("figures", figures())
            .put("charts", shown)
            .put("reasons", reasons())
            .put("reasonsHref", address("reasons"))
            .map();
    }

    static String address(String chart) {
        return "insights/" + chart + ".csv";
    }

    /// The data of every chart as CSV, by address.
    Map<String, String> csv() {
        Map<String, String> files = new TreeMap<>();
        for (Chart chart : charts) {
            boolean counted = chart.columns().stream().anyMatch(c -> !c.note().isEmpty());
            List<List<String>> rows = new ArrayList<>();
            rows.add(row(chart.head(), chart.series().stream().map(Chart.Series::label), counted ? models.messages().text("insights.n") : null));
            chart.columns().forEach(c -> rows.add(row(c.label(), c.values().stream().map(Object::toString),
                counted ? c.note().replaceAll("\\D", "") : null)));
            files.put(address(chart.name()), Csv.of(rows));
        }
        List<List<String>> reasons = new ArrayList<>();
        reasons.add(List.of(models.messages().text("column.reason"), models.messages().text("ideas.title")));
        statistics.reasons().forEach((reason, count) -> reasons.add(List.of(models.words().reason(reason), count.toString())));
        files.put(address("reasons"), Csv.of(reasons));
        return files;
    }

    private static List<String> row(String first, Stream<String> middle, @Nullable String last) {
        List<String> row = new ArrayList<>(List.of(first));
        middle.forEach(row::add);
        if (last != null) {
            row.add(last);
        }
        return row;
    }

    /// The archive in a few numbers.
    private List<Map<String, Object>> figures() {
        List<Map<String, Object>> figures = new ArrayList<>();
        figure(figures, "ideas", models.messages().number(all.size()), null);
        figure(figures, "decided", models.messages().number(decided.size()), null);
        if (statistics.judged() > 0) {
            figure(figures, "approved", models.messages().text("percent", percent(statistics.approved(), statistics.judged())),
                "n = " + models.messages().number(statistics.judged()));
        }
        if (!statistics.days().isEmpty()) {
            figure(figures, "days", models.messages().count("days", Statistics.median(statistics.days())),
                "n = " + models.messages().number(statistics.days().size()));
        }
        return figures;
    }

    private void figure(List<Map<String, Object>> figures, String name, String value, @Nullable String note) {
        figures.add(new Fields().put("label", models.messages().text("insights.figure." + name)).put("value", value).put("note", note).map());
    }

    private List<Map<String, Object>> reasons() {
        Map<String, Integer> counts = statistics.reasons();
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return counts.entrySet().stream().map(e -> new Fields().put("label", models.words().reason(e.getKey()))
            .put("count", e.getValue()).put("share", Math.max(1, Math.round(100f * e.getValue() / most))).map()).toList();
    }

    private static @Nullable LocalDate decidedOrCreated(DocumentFacts facts) {
        return facts.decided() != null ? facts.decided() : facts.created();
    }

    private Terms terms(FacetKind kind) {
        Vocabulary vocabulary = models.input().configuration().vocabulary();
        return kind == FacetKind.STATUS ? vocabulary.status() : kind == FacetKind.OUTCOME ? vocabulary.outcome() : vocabulary.result();
    }

    private Chart stacked(String name, FacetKind kind, List<DocumentFacts> of, Function<DocumentFacts, @Nullable LocalDate> day,
            Function<DocumentFacts, @Nullable String> value) {
        List<String> words = terms(kind).allWords().stream().filter(word -> of.stream().anyMatch(f -> word.equals(value.apply(f)))).toList();
        Map<Integer, Map<String, Integer>> byYear = new TreeMap<>();
        for (DocumentFacts facts : of) {
            LocalDate on = day.apply(facts);
            String word = value.apply(facts);
            if (on != null && word != null) {
                byYear.computeIfAbsent(on.getYear(), _ -> new HashMap<>()).merge(word, 1, Integer::sum);
            }
        }
        fillGaps(byYear);
        List<Chart.Column> columns = new ArrayList<>();
        byYear.forEach((year, counts) -> columns.add(new Chart.Column(year.toString(), "",
            words.stream().map(word -> counts.getOrDefault(word, 0)).toList())));
        List<Chart.Series> series = words.stream()
            .map(word -> new Chart.Series(models.words().label(kind, word), models.words().tone(kind, word), kind.label())).toList();
        return new Chart(name, models.messages().text("kind.year"), Chart.YEARS, series, columns, false, 0);
    }

    private static void fillGaps(Map<Integer, Map<String, Integer>> byYear) {
        Integer last = null;
        for (int year : List.copyOf(byYear.keySet())) {
            if (last != null && year - last <= LONGEST_GAP) {
                for (int between = last + 1; between < year; between++) {
                    byYear.put(between, Map.of());
                }
            }
            last = year;
        }
    }

    private boolean approved(DocumentFacts facts) {
        return "approved".equals(models.words().meaning(FacetKind.STATUS, models.decided(facts)));
    }

    /// Whether the decision was a yes or a no, for now or for good.
    private boolean judged(DocumentFacts facts) {
        return List.of("approved", "declined", "deferred").contains(models.words().meaning(FacetKind.STATUS, models.decided(facts)));
    }

    private Chart approvals() {
        return single("approval-rate", "approved", true, decided.stream().filter(this::judged).toList(),
            of -> (int) percent(of.stream().filter(this::approved).count(), of.size()));
    }

    private Chart daysToDecision() {
        return single("days-to-decision", "in-review", false, decided.stream().filter(f -> Statistics.daysToDecision(f) != null).toList(),
            of -> (int) Statistics.median(of.stream().map(Statistics::daysToDecision).filter(Objects::nonNull).toList()));
    }

    private Chart single(String name, String tone, boolean percent, List<DocumentFacts> of, Function<List<DocumentFacts>, Integer> value) {
        TreeMap<Integer, List<DocumentFacts>> byYear = new TreeMap<>();
        of.forEach(facts -> byYear.computeIfAbsent(Objects.requireNonNull(facts.decided()).getYear(), _ -> new ArrayList<>()).add(facts));
        List<Chart.Column> columns = new ArrayList<>();
        byYear.forEach((year, those) -> columns.add(new Chart.Column(year.toString(), "n = " + models.messages().number(those.size()),
            List.of(value.apply(those)))));
        return new Chart(name, models.messages().text("kind.year"), Chart.YEARS, List.of(new Chart.Series(models.messages().text("insights." + name), tone, "status")),
            columns, percent, percent ? 100 : 0);
    }

    /// The statuses in which ideas stayed and which they left, in the order of the vocabulary.
    private Chart daysInStatus() {
        List<Chart.Column> columns = terms(FacetKind.STATUS).words().stream().filter(statistics.daysInStatus()::containsKey).map(status -> {
            List<Long> days = statistics.daysInStatus().getOrDefault(status, List.of());
            return new Chart.Column(PlainText.cut(models.statusLabel(status), 14), "n = " + models.messages().number(days.size()),
                List.of((int) Statistics.median(days)));
        }).toList();
        String name = "days-in-status";
        return new Chart(name, models.messages().text("kind.status"), Chart.WORDS,
            List.of(new Chart.Series(models.messages().text("insights." + name), "in-review", "status")), columns, false, 0);
    }

    private static long percent(long part, long whole) {
        return Math.round(100.0 * part / whole);
    }
}
