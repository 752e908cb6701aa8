package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.files.SafeFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Prints a page of the manual, in the language of `man` (groff_man(7)).
@Command(name = "man", mixinStandardHelpOptions = true, description = "Print the manual page of Pressroom, or of a command.",
    footer = {"", "Examples:", "  pressroom man build | man -l -", "  pressroom man --dir /usr/local/share/man/man1"})
final class ManCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    MessageOptions common = new MessageOptions();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "A command. Default: the page that lists them.")
    @Nullable String command;

    @Option(names = "--dir", paramLabel = "DIR", description = "Write the pages of Pressroom and of all commands into this folder.")
    @Nullable Path folder;

    ManCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine root = Objects.requireNonNull(spec).root().commandLine();
        if (folder != null) {
            write(root, folder);
            return ExitCodes.CLEAN;
        }
        CommandLine wanted = command == null ? root : root.getSubcommands().get(command);
        if (wanted == null) {
            throw new UsageException("`" + command + "` is not a command; `pressroom man` lists them");
        }
        terminal.out().print(page(wanted.getCommandSpec()));
        return ExitCodes.CLEAN;
    }

    private static void write(CommandLine root, Path folder) throws IOException {
        SafeFolder pages = SafeFolder.make(folder);
        List<CommandLine> all = new ArrayList<>(root.getSubcommands().values());
        all.add(root);
        for (CommandLine one : all) {
            pages.replace(name(one.getCommandSpec()) + ".1", page(one.getCommandSpec()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String name(CommandSpec of) {
        return of.parent() == null ? "pressroom" : "pressroom-" + of.name();
    }

    private static String page(CommandSpec of) {
        StringBuilder out = new StringBuilder();
        String name = name(of);
        out.append(".TH \"").append(name.toUpperCase(Locale.ROOT)).append("\" \"1\" \"\" \"Pressroom ").append(escaped(Version.text())).append("\"\n.SH NAME\n");
        List<String> description = List.of(of.usageMessage().description());
        out.append(escaped(name)).append(" \\- ").append(escaped(description.isEmpty() ? "" : decapitalised(description.getFirst().split("(?<=\\.)\\s", 2)[0].replaceAll("\\.$", ""))))
            .append("\n.SH SYNOPSIS\n.B ").append(escaped(of.qualifiedName(" "))).append("\n[\\fIOPTION\\fR...]");
        for (PositionalParamSpec parameter : of.positionalParameters()) {
            boolean optional = parameter.arity().min() == 0;
            out.append(optional ? " [" : " ").append("\\fI").append(escaped(parameter.paramLabel())).append("\\fR").append(optional ? "]" : "").append(parameter.arity().max() > 1 ? "..." : "");
        }
        out.append(of.subcommands().isEmpty() ? "" : " \\fICOMMAND\\fR").append("\n.SH DESCRIPTION\n");
        description.forEach(sentence -> out.append(escaped(sentence)).append("\n.PP\n"));
        if (!of.subcommands().isEmpty()) {
            out.append(".SH COMMANDS\n");
            of.subcommands().forEach((called, sub) -> out.append(".TP\n.B ").append(escaped(called)).append('\n')
                .append(escaped(sub.getCommandSpec().usageMessage().description().length == 0 ? "" : sub.getCommandSpec().usageMessage().description()[0])).append('\n'));
        }
        if (!of.positionalParameters().isEmpty()) {
            out.append(".SH ARGUMENTS\n");
            of.positionalParameters().forEach(parameter -> item(out, "\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter.description()));
        }
        out.append(".SH OPTIONS\n");
        for (OptionSpec option : of.options()) {
            if (!option.hidden()) {
                item(out, "\\fB" + escaped(String.join(", ", option.names())) + "\\fR" + (option.arity().max() > 0 ? " \\fI" + escaped(option.paramLabel()) + "\\fR" : ""), option.description());
            }
        }
        boolean examples = false;
        for (String line : of.usageMessage().footer()) {
            if (line.matches("Examples?:")) {
                out.append(".SH EXAMPLES\n.nf\n");
                examples = true;
            } else if (!line.isBlank()) {
                out.append(escaped(examples ? line.strip() : line)).append('\n');
            }
        }
        return out.append(examples ? ".fi\n" : "").append(".SH EXIT STATUS\n0 clean, 1 findings, 2 usage, 3 failure.\n").toString();
    }

    private static void item(StringBuilder out, String head, String[] description) {
        out.append(".TP\n").append(head).append('\n').append(escaped(String.join(" ", description))).append('\n');
    }

    private static String decapitalised(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /// Nothing in a text is an instruction to the formatter.
    private static String escaped(String text) {
        String plain = text.replace("%n", " ").replace("%%", "%").replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
