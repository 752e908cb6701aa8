package org.pressroom.docs;

import org.pressroom.cli.CommandModel;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page of all commands and options, from the model that picocli parses command lines with.
final class CommandsPage {

    /// What this many commands have, and say the same of, is described once.
    private static final int COMMON = 8;

    private final CommandSpec root = CommandModel.root();
    private final Map<String, CommandSpec> commands = new LinkedHashMap<>();
    private final List<String> common;

    private CommandsPage() {
        root.subcommands().forEach((name, line) -> commands.put(name, line.getCommandSpec()));
        Map<String, Long> rows = commands.values().stream().flatMap(command -> command.options().stream()).map(CommandsPage::row)
            .collect(Collectors.groupingBy(row -> row, LinkedHashMap::new, Collectors.counting()));
        common = rows.entrySet().stream().filter(row -> row.getValue() >= COMMON).map(Map.Entry::getKey).sorted().toList();
    }

    static String text() {
        return new CommandsPage().page();
    }

    private String page() {
        StringBuilder out = new StringBuilder("""
            ---
            summary: Every command of Pressroom with its options and examples, as pressroom help COMMAND shows them.
            ---

            # Commands

            A command reads the archive in the current folder unless you name another one. What ends with which exit code is in
            [output, cache and exit codes](output.md#exit-codes-and-streams).

            ## All commands

            | command | |
            |---|---|
            """);
        commands.forEach((name, command) -> out.append(Markdown.row("[`" + name + "`](#" + name + ")", Markdown.text(description(command).getFirst()))));
        out.append("\n## Options of most commands\n\nBelow, \"also\" names those of these that a command has.\n\n| option | |\n|---|---|\n");
        common.forEach(out::append);
        commands.forEach((name, command) -> out.append("\n## ").append(name).append("\n\n").append(section(command)));
        return out.toString();
    }

    private String section(CommandSpec command) {
        StringBuilder out = new StringBuilder();
        description(command).forEach(sentence -> out.append(Markdown.text(sentence)).append("\n\n"));
        out.append("```text\n").append(command.qualifiedName(" ")).append(command.options().isEmpty() ? "" : " [OPTIONS]");
        command.positionalParameters().forEach(parameter -> out.append(' ').append(synopsis(parameter)));
        out.append("\n```\n");
        List<String> rows = new ArrayList<>();
        command.positionalParameters().stream().filter(parameter -> !parameter.hidden()).map(CommandsPage::row).forEach(rows::add);
        command.options().stream().filter(option -> !option.hidden()).map(CommandsPage::row).filter(row -> !common.contains(row)).sorted().forEach(rows::add);
        if (!rows.isEmpty()) {
            out.append("\n| | |\n|---|---|\n");
            rows.forEach(out::append);
        }
        String also = command.options().stream().filter(option -> !option.hidden() && common.contains(row(option)))
            .map(option -> "`" + option.longestName() + "`").sorted().collect(Collectors.joining(", "));
        if (!also.isEmpty()) {
            out.append("\nAlso: ").append(also).append(".\n");
        }
        String examples = examples(command);
        if (!examples.isEmpty()) {
            out.append("\nExamples:\n\n```sh\n").append(examples).append("```\n");
        }
        return out.toString();
    }

    private static String synopsis(PositionalParamSpec parameter) {
        String name = parameter.paramLabel() + (parameter.arity().max() > 1 ? "…" : "");
        return parameter.arity().min() == 0 ? "[" + name + "]" : name;
    }

    private static String row(ArgSpec argument) {
        String name = argument instanceof OptionSpec option
            ? Stream.of(option.names()).map(each -> "`" + each + (option.arity().max() > 0 && each.equals(option.longestName()) ? " " + option.paramLabel() : "") + "`")
                .collect(Collectors.joining(", "))
            : "`" + argument.paramLabel() + "`";
        return Markdown.row(name, Markdown.text(plain(String.join(" ", argument.description()))));
    }

    private static List<String> description(CommandSpec command) {
        List<String> sentences = Stream.of(command.usageMessage().header(), command.usageMessage().description()).flatMap(Stream::of).map(CommandsPage::plain).map(String::strip).filter(sentence -> !sentence.isBlank()).toList();
        return sentences.isEmpty() ? List.of(command.name()) : sentences;
    }

    private static String examples(CommandSpec command) {
        return Stream.of(command.usageMessage().footer()).map(CommandsPage::plain).map(String::strip).filter(line -> line.contains("pressroom "))
            .map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String plain(String text) {
        return text.replace("%n", " ").replace("%%", "%").replaceAll("\\s*\\$\\{[^}]*\\}", "");
    }
}
