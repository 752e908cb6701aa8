package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Severity;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// All commands, as picocli reads and runs them.
@Command(name = "pressroom", mixinStandardHelpOptions = true, versionProvider = Version.Provider.class,
    description = "An archive of PR/FAQs as a checked, searchable static site.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  pressroom build                   build the site of the archive in this folder",
        "  pressroom check ideas/            check the documents in ideas/",
        "  pressroom search 'second visit'   find these words in the archive",
        "  pressroom similar --file draft.md has it been tried?",
        "", "Exit: 0 clean, 1 findings, 2 usage, 3 failure. `pressroom help COMMAND` shows more."})
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
        CommandLine line = all(terminal);
        // It prints help alone, in colours of its own.
        line.setOut(new PrintWriter(terminal.out().raw(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        Usage.convert(line);
        line.registerConverter(Severity.class, Usage.word(Severity.class));
        line.registerConverter(OutputFormat.class, Usage.word(OutputFormat.class));
        line.registerConverter(CheckFormat.class, Usage.word(CheckFormat.class));
        line.registerConverter(ColourChoice.class, Usage.word(ColourChoice.class));
        line.registerConverter(SemanticChoice.class, Usage.word(SemanticChoice.class));
        line.setUsageHelpWidth(100);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
            terminal.colour(ColourChoice.AUTO) ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(Usage::wrong);
        line.setExecutionExceptionHandler((e, command, parsed) -> Main.failure(terminal, e, Main.isDebugging(arguments)));
        return line.execute(arguments);
    }

    /// Every command with its options, not yet told how to print and to read values.
    static CommandLine all(Terminal terminal) {
        return new CommandLine(new Commands(terminal))
            .addSubcommand(new BuildCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new OutlineCommand(terminal))
            .addSubcommand(new SearchCommand(terminal))
            .addSubcommand(new SimilarCommand(terminal))
            .addSubcommand(new HistoryCommand(terminal))
            .addSubcommand(new StatsCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new AdoptCommand(terminal))
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new ServeCommand(terminal))
            .addSubcommand(new InitCommand(terminal))
            .addSubcommand(new NewCommand(terminal))
            .addSubcommand(new StatusCommand(terminal))
            .addSubcommand(new ReviewCommand(terminal))
            .addSubcommand(new SupersedeCommand(terminal))
            .addSubcommand(new OutcomeCommand(terminal))
            .addSubcommand(new PublishCommand(terminal))
            .addSubcommand(new DoctorCommand(terminal))
            .addSubcommand(new CompletionCommand(terminal))
            .addSubcommand(new ManCommand(terminal))
            .addSubcommand(new CommandLine.HelpCommand());
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(terminal.out().raw(), line.getColorScheme());
    }
}
