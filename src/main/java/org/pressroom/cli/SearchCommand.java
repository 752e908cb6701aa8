package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.SearchSession;
import org.pressroom.catalog.FacetKind;
import org.pressroom.json.Json;
import org.pressroom.parallel.Workers;
import org.pressroom.search.SearchHit;
import org.pressroom.search.SearchRequest;
import org.pressroom.search.SearchResult;
import org.pressroom.search.Searcher;
import org.pressroom.source.SourceSpan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Searches the archive.
@Command(name = "search", mixinStandardHelpOptions = true,
    description = "Search the proposals of an archive, with the ranking of the site's search page.",
    footer = {"", "Examples:", "  pressroom search 'second visit wrong part'", "  pressroom search --limit 3 'status:declined price'"})
final class SearchCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--limit", paramLabel = "N", description = "How many hits to print. Default: 10.")
    int limit = 10;

    @Parameters(index = "0", paramLabel = "QUERY", description = "Words; \"a phrase\"; begin*; -not; title:word, also problem, solution, quote, faq, customer, author, id; "
            + "status:value, also outcome, result, year, team, owner, tag; since:2024, until:2025-06.")
    String query = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ARCHIVE",
        description = "A git repository or folder. Default: the current folder.")
    @Nullable Path archive;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), "--limit must not be negative");
        }
        Path cache = common.cache(archive, terminal);
        try (SearchSession session =
                SearchSession.open(common.request(archive, null), cache, Version.text(), Workers.onAllCores())) {
            session.remarks().forEach(remark -> common.remark(terminal, remark));
            SearchResult result = new Searcher(session.index(), session.synonyms()).search(SearchRequest.of(query, limit));
            if (common.format == OutputFormat.JSON) {
                terminal.out().print(Json.pretty(json(result)));
            } else {
                print(result);
            }
        }
        return ExitCodes.CLEAN;
    }

    private static Map<String, @Nullable Object> json(SearchResult result) {
        Map<String, @Nullable Object> facets = new LinkedHashMap<>();
        result.facets().forEach((FacetKind kind, Map<String, Integer> counts) ->
            facets.put(kind.label(), new LinkedHashMap<String, @Nullable Object>(counts)));
        return Json.object("query", result.query(), "total", result.total(),
            "hits", result.hits().stream().map(SearchCommand::json).toList(), "facets", facets);
    }

    private static Map<String, @Nullable Object> json(SearchHit hit) {
        return Json.object("id", hit.id(), "title", hit.title(), "url", hit.url(), "score", hit.score(), "section", hit.section(),
            "snippet", hit.snippet().text(), "status", hit.status(), "outcome", hit.outcome());
    }

    private void print(SearchResult result) {
        PrintStream out = terminal.out();
        boolean colour = terminal.colour(common.colour);
        if (result.wordless()) {
            out.println("The query has no word to search for.");
            return;
        }
        if (result.hits().isEmpty()) {
            out.println("No match in " + result.documents() + (result.documents() == 1 ? " idea." : " ideas."));
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
    }

    private static String bold(String text, boolean colour) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private static String marked(SearchHit hit, boolean colour) {
        String text = hit.snippet().text();
        if (!colour) {
            return text;
        }
        StringBuilder marked = new StringBuilder();
        int from = 0;
        for (SourceSpan mark : hit.snippet().marks()) {
            marked.append(text, from, mark.start()).append("\u001b[33m").append(text, mark.start(), mark.end()).append("\u001b[0m");
            from = mark.end();
        }
        return marked.append(text.substring(from)).toString();
    }
}
