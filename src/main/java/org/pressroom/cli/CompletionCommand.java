package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints what a shell needs to complete commands and options.
@Command(name = "completion", mixinStandardHelpOptions = true, description = "Print a script with which a shell completes commands and options.",
    footer = {"", "Examples:", "  source <(pressroom completion bash)          in ~/.bashrc; also in ~/.zshrc, with zsh",
        "  pressroom completion fish > ~/.config/fish/completions/pressroom.fish"})
final class CompletionCommand implements Callable<Integer> {

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    MessageOptions common = new MessageOptions();

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    String shell = "";

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine root = Objects.requireNonNull(spec).root().commandLine();
        switch (shell) {
            case "bash" -> terminal.out().print(AutoComplete.bash("pressroom", root));
            case "zsh" -> terminal.out().print("#compdef pressroom\n" + AutoComplete.bash("pressroom", root).replaceFirst("^#!.*\\R", ""));
            case "fish" -> terminal.out().print(fish(root));
            default -> throw new UsageException("`" + shell + "` is not a shell that is known; there are " + String.join(", ", SHELLS));
        }
        return ExitCodes.CLEAN;
    }

    private static String fish(CommandLine root) {
        StringBuilder out = new StringBuilder("# Completion of pressroom for fish.\n");
        for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
            CommandSpec its = command.getValue().getCommandSpec();
            out.append("complete -c pressroom -n __fish_use_subcommand -f -a ").append(command.getKey()).append(" -d ").append(quoted(sentence(its))).append('\n');
            for (OptionSpec option : its.options()) {
                String names = Stream.of(option.names()).map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                    .collect(Collectors.joining(" "));
                out.append("complete -c pressroom -n '__fish_seen_subcommand_from ").append(command.getKey()).append("' ").append(names)
                    .append(option.arity().max() > 0 ? " -r" : "").append(" -d ").append(quoted(String.join(" ", option.description()))).append('\n');
            }
        }
        return out.toString();
    }

    private static String sentence(CommandSpec spec) {
        String[] description = spec.usageMessage().description();
        return description.length == 0 ? spec.name() : description[0].split("(?<=[.:])\\s", 2)[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("%n", " ").replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
