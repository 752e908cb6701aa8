package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.SearchSession;
import org.pressroom.catalog.FacetKind;
import org.pressroom.json.Json;
import org.pressroom.parallel.Workers;
import org.pressroom.search.SearchHit;
import org.pressroom.search.SearchRequest;
import org.pressroom.search.SearchResult;
import org.pressroom.search.Searcher;
import org.pressroom.source.SourceSpan;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One search of an archive, and how its result is printed.
///
/// @param limit   how many hits to print, at least 0
/// @param archive null for the current folder
record Search(CommonOptions common, String query, int limit, @Nullable String archive) {

    /// How many hits are printed when nothing is said.
    static final int LIMIT = 10;

    /// Kinds by which a result is divided for people; `--format json` keeps to its contract.
    private static final List<FacetKind> SHOWN =
        List.of(FacetKind.STATUS, FacetKind.OUTCOME, FacetKind.RESULT, FacetKind.YEAR, FacetKind.TEAM);
    private static final int MOST_VALUES = 8;

    /// @return the exit code
    int run(Terminal terminal) throws IOException {
        ArchiveRequest location = common.asItIs(archive, terminal);
        Path cache = common.cache(location.location(), terminal);
        boolean json = common.format == OutputFormat.JSON;
        try (SearchSession session =
                SearchSession.open(location, cache, Version.text(), Workers.onAllCores())) {
            session.remarks().forEach(remark -> common.remark(terminal, remark));
            SearchRequest request = SearchRequest.of(query, limit);
            SearchResult result = new Searcher(session.index(), session.synonyms()).search(json ? request : request.counting(SHOWN));
            if (json) {
                terminal.out().in(Printer.Form.JSON).print(Json.pretty(json(result)));
            } else {
                print(result, terminal);
            }
        }
        return ExitCodes.CLEAN;
    }

    private static Map<String, @Nullable Object> json(SearchResult result) {
        Map<String, @Nullable Object> facets = new LinkedHashMap<>();
        result.facets().forEach((FacetKind kind, Map<String, Integer> counts) ->
            facets.put(kind.label(), new LinkedHashMap<String, @Nullable Object>(counts)));
        return Json.object("query", result.query(), "total", result.total(),
            "hits", result.hits().stream().map(Search::json).toList(), "facets", facets);
    }

    private static Map<String, @Nullable Object> json(SearchHit hit) {
        return Json.object("id", hit.id(), "title", hit.title(), "url", hit.url(), "score", hit.score(), "section", hit.section(),
            "snippet", hit.snippet().text(), "status", hit.status(), "outcome", hit.outcome());
    }

    private void print(SearchResult result, Terminal terminal) {
        boolean colour = terminal.colour(common.colour);
        PrintStream out = colour ? terminal.out().in(Printer.Form.STYLED) : terminal.out();
        if (result.wordless()) {
            out.println("The query has no word to search for.");
            return;
        }
        if (result.hits().isEmpty()) {
            out.println("No match in " + Counted.of(result.documents(), "idea") + ".");
            return;
        }
        result.corrections().forEach((word, instead) ->
            out.println("No idea has \"" + word + "\"; these have \"" + instead + "\"."));
        if (result.relaxed()) {
            out.println("No idea has all of these words; these have some of them.");
        }
        for (SearchHit hit : result.hits()) {
            String state = (hit.status() == null ? "" : hit.status()) + (hit.outcome() == null ? "" : ", " + hit.outcome());
            out.println(bold(hit.id() + "  " + hit.title(), colour) + (state.isEmpty() ? "" : "  (" + state + ")")
                + String.format(Locale.ROOT, "  %.2f", hit.score()));
            out.println("    " + marked(hit, colour));
            out.println("    " + hit.url());
        }
        if (result.total() > result.hits().size()) {
            out.println((result.total() - result.hits().size()) + " more; --limit shows them.");
        }
        printFacets(result, out);
    }

    /// How the ideas divide, where they do.
    private static void printFacets(SearchResult result, PrintStream out) {
        int width = SHOWN.stream().mapToInt(kind -> kind.label().length()).max().orElse(0);
        List<FacetKind> dividing = SHOWN.stream().filter(kind -> result.facets().getOrDefault(kind, Map.of()).size() > 1).toList();
        if (!dividing.isEmpty()) {
            out.println();
        }
        for (FacetKind kind : dividing) {
            Map<String, Integer> counts = result.facets().getOrDefault(kind, Map.of());
            String values = counts.entrySet().stream().limit(MOST_VALUES).map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
            out.println(kind.label() + " ".repeat(width - kind.label().length() + 2) + values
                + (counts.size() > MOST_VALUES ? ", and " + (counts.size() - MOST_VALUES) + " more" : ""));
        }
    }

    private static String bold(String text, boolean colour) {
        return colour ? Style.BOLD.of(text) : text;
    }

    private static String marked(SearchHit hit, boolean colour) {
        String text = hit.snippet().text();
        if (!colour) {
            return text;
        }
        StringBuilder marked = new StringBuilder();
        int from = 0;
        for (SourceSpan mark : hit.snippet().marks()) {
            marked.append(text, from, mark.start()).append(Style.YELLOW.of(text.substring(mark.start(), mark.end())));
            from = mark.end();
        }
        return marked.append(text.substring(from)).toString();
    }
}
