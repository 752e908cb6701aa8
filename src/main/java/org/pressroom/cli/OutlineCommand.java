package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ConfigurationAround;
import org.pressroom.config.Configuration;
import org.pressroom.files.FileProblem;
import org.pressroom.files.RegularFile;
import org.pressroom.git.ArchiveException;
import org.pressroom.json.Json;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.Explanation;
import org.pressroom.parse.Notice;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.parse.Weights;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// Prints what the recogniser found.
@Command(name = "outline", mixinStandardHelpOptions = true,
    description = "Show which parts of a PR/FAQ were recognised, and where.",
    footer = {"", "Examples:", "  pressroom outline --format json ideas/*.md", "  pressroom outline ideas/0042-melinda.md", "  pressroom outline --explain ideas/0042-melinda.md"})
final class OutlineCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    OutputOptions common = new OutputOptions();

    @Option(names = "--explain", description = "Say of each part how probable it is, what else it may be, and why.")
    boolean explain;

    @Option(names = "--labels", description = "Print labels of one file for the recogniser's trainer, to be corrected by a person.")
    boolean labels;

    @Spec
    @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Markdown files.")
    List<Path> files = new ArrayList<>();

    private final Set<Path> warned = new HashSet<>();

    OutlineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (labels && (explain || files.size() > 1)) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--labels takes one file and no --explain");
        }
        Map<List<String>, DocumentParser> parsers = new HashMap<>();
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        int code = ExitCodes.CLEAN;
        for (Path file : files) {
            SourceFile source = read(file);
            DocumentParser parser = parsers.computeIfAbsent(weights(file), OutlineCommand::parser);
            ParseOutcome outcome = parser.parse(source);
            switch (outcome) {
                case ParseOutcome.Parsed parsed -> {
                    if (labels) {
                        terminal.out().in(Printer.Form.JSON).print(Json.pretty(OutlineLabels.of(parsed.document())));
                        return code;
                    }
                    List<Explanation> why = explain ? parser.explain(source) : List.of();
                    Map<String, @Nullable Object> found = OutlineJson.of(file.toString(), parsed.document());
                    if (explain) {
                        found.put("explained", why.stream().map(OutlineJson::explained).toList());
                    }
                    json.add(found);
                    if (common.format == OutputFormat.TEXT) {
                        new OutlineText(terminal.out(), why).print(file.toString(), parsed.document());
                    }
                }
                case ParseOutcome.Unparsable refused -> {
                    json.add(OutlineJson.unreadable(file.toString()));
                    code = ExitCodes.FINDINGS;
                    for (Notice notice : refused.notices()) {
                        terminal.err().println(file + ":" + notice.position().line() + ":" + notice.position().column() + ": error: "
                            + notice.message() + " [" + notice.rule() + "]");
                    }
                }
            }
        }
        if (common.format == OutputFormat.JSON) {
            terminal.out().in(Printer.Form.JSON).print(Json.pretty(json));
        }
        return code;
    }

    private static DocumentParser parser(List<String> weights) {
        DocumentParser parser = new DocumentParser(Configuration.DEFAULT, _ -> false);
        return weights.isEmpty() ? parser : parser.with(Weights.read(weights));
    }

    /// What the archive around a file has its recogniser go by.
    private List<String> weights(Path file) {
        Optional<ConfigurationAround> around = ConfigurationAround.of(file);
        if (around.isPresent() && !around.get().sound() && warned.add(file.toAbsolutePath().normalize().getParent())) {
            terminal.err().println("warning: the configuration around " + file + " has errors, which `pressroom check` names; the recogniser's own weights are used");
        }
        return around.filter(ConfigurationAround::sound).map(its -> its.configuration().recogniser()).orElse(List.of());
    }

    private static SourceFile read(Path file) {
        Path name = file.getFileName();
        if (name == null || !Files.exists(file)) {
            throw new ArchiveException("no such file: " + file);
        }
        int limit = Configuration.DEFAULT.thresholds().documentMaxBytes();
        try {
            return new SourceFile(SourcePath.of(name.toString()), "", RegularFile.beginning(file, limit));
        } catch (IOException e) {
            throw new ArchiveException("cannot read " + file + ": " + FileProblem.reason(e), e);
        }
    }
}
