package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Nearest;
import org.pressroom.diagnostic.Severity;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// All commands, as picocli reads and runs them.
@Command(name = "pressroom", mixinStandardHelpOptions = true, versionProvider = Version.Provider.class,
    description = "An archive of PR/FAQs as a checked, searchable static site.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  pressroom build                   make the site of the archive in this folder",
        "  pressroom check ideas/            say what is wrong in the documents of ideas/",
        "  pressroom search 'second visit'   where are these words?",
        "  pressroom similar --file draft.md has somebody tried this?",
        "", "Exit: 0 clean, 1 findings, 2 usage, 3 failure. `pressroom help COMMAND` tells more."})
final class Commands implements Runnable {

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Runs one command.
    ///
    /// @return its exit code
    static int run(Terminal terminal, String... arguments) {
        CommandLine line = new CommandLine(new Commands(terminal))
            .addSubcommand(new BuildCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new OutlineCommand(terminal))
            .addSubcommand(new SearchCommand(terminal))
            .addSubcommand(new SimilarCommand(terminal))
            .addSubcommand(new HistoryCommand(terminal))
            .addSubcommand(new StatsCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new ServeCommand(terminal))
            .addSubcommand(new CommandLine.HelpCommand());
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.registerConverter(Severity.class, word(Severity.class));
        line.registerConverter(OutputFormat.class, word(OutputFormat.class));
        line.registerConverter(CheckFormat.class, word(CheckFormat.class));
        line.registerConverter(ColourChoice.class, word(ColourChoice.class));
        line.registerConverter(SemanticChoice.class, word(SemanticChoice.class));
        line.setUsageHelpWidth(100);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
            terminal.colour(ColourChoice.AUTO) ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(Commands::wrongUsage);
        line.setExecutionExceptionHandler((e, command, parsed) -> Main.failure(terminal, e));
        return line.execute(arguments);
    }

    /// Reads a constant as it is written on a command line: in lower case, though any will do.
    private static <E extends Enum<E>> CommandLine.ITypeConverter<E> word(Class<E> constants) {
        List<String> words = Stream.of(constants.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
        return text -> Stream.of(constants.getEnumConstants()).filter(c -> c.name().equalsIgnoreCase(text)).findFirst()
            .orElseThrow(() -> new CommandLine.TypeConversionException("'" + text + "' is not one of " + String.join(", ", words)
                + Nearest.of(text, words).map(n -> "; did you mean " + n + "?").orElse("")));
    }

    private static int wrongUsage(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("pressroom: " + e.getMessage() + nearest(e).map(n -> "; did you mean " + n + "?").orElse(""));
        String name = command.getCommandSpec().qualifiedName(" ");
        err.println("`" + name + " --help` shows how it is used.");
        return ExitCodes.USAGE;
    }

    /// The option or command that a mistyped one may mean.
    private static Optional<String> nearest(CommandLine.ParameterException e) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched) || unmatched.getUnmatched().isEmpty()) {
            return Optional.empty();
        }
        String written = unmatched.getUnmatched().getFirst();
        CommandSpec command = e.getCommandLine().getCommandSpec();
        return Nearest.of(written.split("=", 2)[0], written.startsWith("-")
            ? command.options().stream().flatMap(o -> Stream.of(o.names())).toList() : List.copyOf(command.subcommands().keySet()));
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(terminal.out(), line.getColorScheme());
    }
}
