package org.pressroom.cli;

import org.pressroom.config.Nearest;
import org.pressroom.diagnostic.VisibleText;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How what is written on a command line is read, and what is said when it can't be: a sentence in the user's terms, without
/// the name of any Java class.
final class Usage {

    /// Commands whose first argument is somebody's own words.
    private static final List<String> OF_WORDS = List.of("search", "history");

    private Usage() { }

    /// Registers how values are read. What is thrown is the second half of a sentence that begins with the option and its value.
    static void convert(CommandLine line) {
        line.registerConverter(int.class, Usage::number);
        line.registerConverter(Integer.class, Usage::number);
        line.registerConverter(LocalDate.class, Usage::day);
        line.registerConverter(Path.class, Usage::path);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException(
                text.strip().matches("-?\\d+") ? "is too large a number" : "is not a whole number");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new CommandLine.TypeConversionException("is not a date; write it as 2024-12-31");
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new CommandLine.TypeConversionException("is not the name of a file");
        }
    }

    /// Reads a constant as it is written on a command line: in lower case, though any will do.
    static <E extends Enum<E>> CommandLine.ITypeConverter<E> word(Class<E> constants) {
        List<String> words = Stream.of(constants.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
        return text -> Stream.of(constants.getEnumConstants()).filter(c -> c.name().equalsIgnoreCase(text)).findFirst()
            .orElseThrow(() -> new CommandLine.TypeConversionException("is not one of " + String.join(", ", words)
                + Nearest.of(text, words).map(n -> "; did you mean " + n + "?").orElse("")));
    }

    /// Says what is wrong.
    ///
    /// @return the exit code
    static int wrong(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        CommandSpec spec = command.getCommandSpec();
        Optional<String> words = e instanceof CommandLine.MissingParameterException && OF_WORDS.contains(spec.name())
            ? Stream.of(arguments).filter(argument -> argument.length() > 1 && argument.startsWith("-") && !spec.optionsMap().containsKey(argument)).findFirst()
            : Optional.empty();
        err.println("pressroom: " + VisibleText.of(words.map(argument -> unknown(argument, spec)).orElseGet(() -> sentence(e))));
        err.println("`" + spec.qualifiedName(" ") + " --help` shows how it is used.");
        return ExitCodes.USAGE;
    }

    private static String sentence(CommandLine.ParameterException e) {
        ArgSpec argument = e.getArgSpec();
        return switch (e) {
            case CommandLine.UnmatchedArgumentException unmatched when !unmatched.getUnmatched().isEmpty() -> unmatched(unmatched);
            case CommandLine.OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice";
            case CommandLine.MissingParameterException missing -> missing(missing);
            case CommandLine.MutuallyExclusiveArgsException _ -> String.valueOf(e.getMessage()).replaceFirst("^Error: ", "").replace("\n", " ");
            default -> argument != null && e.getValue() != null && e.getCause() instanceof CommandLine.TypeConversionException half
                ? name(argument) + " " + e.getValue() + " " + half.getMessage() : String.valueOf(e.getMessage()).replace("\n", " ");
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String missing(CommandLine.MissingParameterException e) {
        List<ArgSpec> missing = e.getMissing();
        if (missing.size() == 1 && missing.getFirst() instanceof OptionSpec option && !option.required()) {
            return option.longestName() + " needs a value: " + option.longestName() + " " + option.paramLabel();
        }
        String names = missing.stream().map(Usage::name).collect(Collectors.joining(" and "));
        return names.isEmpty() || missing.stream().anyMatch(argument -> argument.group() != null) ? String.valueOf(e.getMessage()).replaceFirst("^Error: ", "").replace("\n", " ")
            : names + (missing.size() == 1 ? " is missing" : " are missing");
    }

    private static String unmatched(CommandLine.UnmatchedArgumentException e) {
        String written = e.getUnmatched().getFirst();
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (!written.startsWith("-")) {
            boolean commands = !command.subcommands().isEmpty();
            return "`" + written + "` is " + (commands ? "not a command" + nearest(written, List.copyOf(command.subcommands().keySet())) : "one argument too many");
        }
        return unknown(written, command);
    }

    /// What begins like an option and is none.
    private static String unknown(String written, CommandSpec command) {
        String option = written.split("=", 2)[0];
        String near = nearest(option, command.options().stream().flatMap(o -> Stream.of(o.names())).toList());
        return near.isEmpty() && OF_WORDS.contains(command.name())
            ? "`" + written + "` looks like an option; write -- before it: " + command.qualifiedName(" ") + " -- " + written
            : "`" + option + "` is not an option of " + command.qualifiedName(" ") + near;
    }

    private static String nearest(String written, List<String> known) {
        Optional<String> nearest = Nearest.of(written, known);
        return nearest.map(word -> "; did you mean " + word + "?").orElse("");
    }
}
