package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.ArchiveStatistics;
import org.pressroom.catalog.Facet;
import org.pressroom.catalog.FacetKind;
import org.pressroom.catalog.Statistics;
import org.pressroom.json.Json;
import org.pressroom.parallel.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Tells an archive in figures, as the page of insights does.
@Command(name = "stats", mixinStandardHelpOptions = true,
    description = "Count the proposals of an archive by status, outcome, result and year, and show how long decisions take.",
    footer = {"", "Examples:", "  pressroom stats ~/proposals", "  pressroom stats --format json"})
final class StatsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository, a folder, or an address to clone. Default: the current folder.")
    @Nullable String archive;

    StatsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> remarks = new ArrayList<>();
        ArchiveRequest request = common.request(archive, null, terminal);
        try (ArchiveSession session = ArchiveSession.open(request)) {
            ArchiveStatistics figures = ArchiveStatistics.of(
                session, common.cache(request.location(), terminal), Version.text(), Workers.onAllCores(), common.today(terminal), remarks);
            remarks.forEach(remark -> common.remark(terminal, remark));
            if (common.format == OutputFormat.JSON) {
                terminal.out().in(Printer.Form.JSON).print(Json.pretty(json(figures)));
            } else {
                print(figures, terminal.out());
            }
        }
        return ExitCodes.CLEAN;
    }

    private static Map<String, @Nullable Object> json(ArchiveStatistics figures) {
        Statistics statistics = figures.statistics();
        return Json.object("documents", figures.catalog().entries().size(), "byStatus", counts(figures, FacetKind.STATUS),
            "byOutcome", counts(figures, FacetKind.OUTCOME), "byResult", counts(figures, FacetKind.RESULT),
            "byYear", counts(figures, FacetKind.YEAR),
            "decisions", Json.object("count", statistics.judged(), "approved", statistics.approved(),
                "medianDays", statistics.days().isEmpty() ? null : Statistics.median(statistics.days())),
            "daysInStatus", daysInStatus(statistics), "reasons", new LinkedHashMap<String, @Nullable Object>(statistics.reasons()));
    }

    private static Map<String, @Nullable Object> counts(ArchiveStatistics figures, FacetKind kind) {
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        for (Facet facet : figures.catalog().facets(kind)) {
            counts.put(facet.value(), facet.entries().size());
        }
        return counts;
    }

    /// Medians.
    private static Map<String, @Nullable Object> daysInStatus(Statistics statistics) {
        Map<String, @Nullable Object> medians = new LinkedHashMap<>();
        statistics.daysInStatus().forEach((status, days) -> medians.put(status, Statistics.median(days)));
        return medians;
    }

    private static void print(ArchiveStatistics figures, PrintStream out) {
        Statistics statistics = figures.statistics();
        out.println(Counted.of(figures.catalog().entries().size(), "document"));
        for (FacetKind kind : List.of(FacetKind.STATUS, FacetKind.OUTCOME, FacetKind.RESULT, FacetKind.YEAR)) {
            print(out, "by " + kind.label(), counts(figures, kind));
        }
        out.println();
        out.println("decisions: " + statistics.judged() + ", approved: " + statistics.approved()
            + (statistics.days().isEmpty() ? "" : ", median days to a decision: " + Statistics.median(statistics.days())));
        print(out, "median days in a status", daysInStatus(statistics));
        print(out, "reasons for declining", new LinkedHashMap<>(statistics.reasons()));
    }

    private static void print(PrintStream out, String title, Map<String, @Nullable Object> counts) {
        if (!counts.isEmpty()) {
            out.println();
            out.println(title);
            int width = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
            counts.forEach((word, count) -> out.println("  " + word + " ".repeat(width - word.length() + 2) + count));
        }
    }
}
