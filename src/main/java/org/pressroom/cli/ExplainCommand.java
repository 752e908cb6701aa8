package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Nearest;
import org.pressroom.json.Json;
import org.pressroom.rules.Rule;
import org.pressroom.rules.RulePage;
import org.pressroom.rules.Rules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Prints the page of a rule.
@Command(name = "explain", mixinStandardHelpOptions = true,
    description = "Explain what a rule checks, why it exists and how to turn it off. Without a rule, list them all.",
    footer = {"", "Examples:", "  pressroom explain --format json pr-hype-words", "  pressroom explain pr-problem-missing"})
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    OutputOptions common = new OutputOptions();

    @Parameters(arity = "0..1", paramLabel = "RULE", description = "The ID of a rule.")
    @Nullable String rule;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (rule == null) {
            list();
            return ExitCodes.CLEAN;
        }
        Optional<RulePage> page = RulePage.of(rule);
        if (page.isEmpty()) {
            String nearest = Nearest.of(rule, Rules.ids()).map(r -> "; did you mean " + r + "?").orElse("");
            throw new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), "there is no rule " + rule + nearest);
        }
        terminal.out().print(common.format == OutputFormat.JSON ? Json.pretty(page.get().json()) : page.get().text());
        return ExitCodes.CLEAN;
    }

    private void list() {
        if (common.format == OutputFormat.JSON) {
            terminal.out().in(Printer.Form.JSON).print(Json.pretty(Rules.ALL.stream().map(r -> page(r).json()).toList()));
            return;
        }
        for (Rule known : Rules.ALL) {
            String severity = known.info().severity().label();
            terminal.out().println(known.id() + " ".repeat(Math.max(1, 32 - known.id().length())) + severity
                + " ".repeat(9 - severity.length()) + page(known).summary());
        }
    }

    private static RulePage page(Rule known) {
        return RulePage.of(known.id()).orElseThrow(() -> new IllegalStateException("no page for " + known.id()));
    }
}
