package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.SearchSession;
import org.pressroom.build.Semantics;
import org.pressroom.build.SentenceVectors;
import org.pressroom.config.Configuration;
import org.pressroom.files.FileProblem;
import org.pressroom.files.RegularFile;
import org.pressroom.git.ArchiveException;
import org.pressroom.json.Json;
import org.pressroom.meaning.Encoder;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.Language;
import org.pressroom.search.Likeness;
import org.pressroom.search.Meanings;
import org.pressroom.search.ModelLikeness;
import org.pressroom.search.SearchIndex;
import org.pressroom.search.Similar;
import org.pressroom.search.SimilarHit;
import org.pressroom.search.SimilarResult;
import org.pressroom.search.TableLikeness;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Tells which earlier proposals had the same problem.
@Command(name = "similar", mixinStandardHelpOptions = true,
    description = "Has it been tried? Find earlier proposals that tackled the same problem, even in other words.",
    footer = {"", "Examples:", "  pressroom similar --file draft.md", "  echo 'customers wait all day for a visit' | pressroom similar --file -",
        "  pressroom similar --batch problems.txt --format json"})
final class SimilarCommand implements Callable<Integer> {

    private static final int LIMIT = 5;

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SemanticOption semantic = new SemanticOption();

    @ArgGroup(multiplicity = "1")
    Question question = new Question();

    @Option(names = "--limit", paramLabel = "N", description = "How many proposals to print for each problem. Default: 5.")
    int limit = LIMIT;

    @Parameters(arity = "0..1", paramLabel = "ARCHIVE", description = "A git repository, a folder, or an address to clone. Default: the current folder.")
    @Nullable String archive;

    /// Where the question comes from. Filled by picocli.
    static final class Question {

        @Option(names = "--file", paramLabel = "FILE", required = true,
            description = "A text that describes the problem, or a draft that contains it; - for standard input.")
        @Nullable String file;

        @Option(names = "--batch", paramLabel = "FILE", required = true,
            description = "One problem per line; - for standard input. With --format json, prints one object per line.")
        @Nullable String batch;
    }

    SimilarCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), "--limit must not be negative");
        }
        // What is asked is read first: a name that is wrong shall not cost the making of an index.
        List<ProblemText> problems = question.batch == null
            ? List.of(ProblemText.ofDraft(read(Objects.requireNonNull(question.file), Configuration.DEFAULT.thresholds().documentMaxBytes())))
            : ProblemText.lines(read(question.batch, Integer.MAX_VALUE - 8));
        ArchiveRequest request = common.asItIs(archive, terminal);
        Path cache = common.cache(request.location(), terminal);
        try (Semantics semantics = semantic.open(cache, common, terminal);
                SearchSession session = SearchSession.open(request, cache, Version.text(), Workers.onAllCores())) {
            session.remarks().forEach(remark -> common.remark(terminal, remark));
            Similar similar = new Similar(session.index(), likeness(session.index(), semantics));
            for (ProblemText problem : problems) {
                answer(similar, problem, session.index().size());
            }
        }
        return ExitCodes.CLEAN;
    }

    private Likeness likeness(SearchIndex index, Semantics semantics) throws IOException {
        return switch (semantics) {
            case Semantics.Words _, Semantics.Nothing _ -> Likeness.UNKNOWN;
            case Semantics.Table _ -> new TableLikeness(index, Encoder.shipped());
            case Semantics.Model(SentenceVectors vectors) -> {
                try (ConsoleProgress progress = ConsoleProgress.on(terminal, common.quiet)) {
                    yield new ModelLikeness(new TableLikeness(index, Encoder.shipped()), vectors.model(),
                        vectors.of(index, Workers.onAllCores(), progress));
                }
            }
        };
    }

    private void answer(Similar similar, ProblemText problem, int documents) throws IOException {
        boolean english = Language.ofFewWords(problem.text()).equals(Meanings.LANGUAGE);
        SimilarResult result = similar.find(problem.text(), english, problem.id(), limit);
        if (common.format == OutputFormat.JSON) {
            Map<String, @Nullable Object> json = Json.object("verdict", result.verdict().name().toLowerCase(Locale.ROOT),
                "hits", result.hits().stream().map(SimilarCommand::json).toList());
            terminal.out().in(Printer.Form.JSON).print(question.batch == null ? Json.pretty(json) : Json.compact(json) + "\n");
        } else {
            new SimilarText(terminal.out(), terminal.colour(common.colour)).print(problem, result, documents, question.batch != null);
        }
        if (result.hits().isEmpty() && problem.text().isBlank()) {
            common.remark(terminal, "the text has no words; describe the problem in a sentence or two");
        } else if (result.byWordsOnly() && semantic.choice != SemanticChoice.WORDS) {
            common.remark(terminal, "the text is not in English, so it was compared by its words only");
        }
    }

    private static Map<String, @Nullable Object> json(SimilarHit hit) {
        return Json.object("id", hit.id(), "title", hit.title(), "url", hit.url(), "score", hit.score(), "status", hit.status(),
            "outcome", hit.outcome(), "reason", hit.told().anyReason(), "problem", hit.told().problem());
    }

    /// @param most how many bytes may be read
    private byte[] read(String name, int most) {
        Path file = Path.of(name);
        if (!name.equals("-") && !Files.exists(file)) {
            throw new ArchiveException("no such file: " + name);
        }
        try (InputStream in = name.equals("-") ? System.in : RegularFile.open(file)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new ArchiveException(name + " has more than " + most + " bytes; no proposal is that long");
            }
            return bytes;
        } catch (IOException e) {
            throw new ArchiveException("cannot read " + name + ": " + FileProblem.reason(e), e);
        }
    }
}
