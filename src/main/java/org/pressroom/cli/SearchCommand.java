package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
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

    @Option(names = "--limit", paramLabel = "N", description = "How many results to print. Default: 10.")
    int limit = Search.LIMIT;

    @Parameters(index = "0", paramLabel = "QUERY", description = "Words; \"a phrase\"; begin*; -not; title:word, also problem, solution, quote, faq, customer, author, id; "
            + "status:value, also outcome, result, year, team, owner, tag; since:2024, until:2025-06.")
    String query = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ARCHIVE",
        description = "A git repository, a folder, or an address to clone. Default: the current folder.")
    @Nullable String archive;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), "--limit must not be negative");
        }
        return new Search(common, query, limit, archive).run(terminal);
    }
}
