package org.pressroom.cli;

import org.pressroom.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// Makes a sample archive to try things on.
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Make a sample archive: a git repository with ten years of proposals, reviews, decisions and results.",
    footer = {"", "Examples:", "  pressroom demo", "  pressroom demo ~/demo && pressroom build -o site ~/demo"})
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    MessageOptions common = new MessageOptions();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder to create, or an empty one. Default: demo.")
    Path folder = Path.of("demo");

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int commits = Demo.layDown(folder);
        if (!common.quiet) {
            terminal.out().println("a repository with " + commits + " commits is in " + folder);
            terminal.out().println("next:");
            terminal.out().println("  pressroom build " + folder + "           build its site");
            terminal.out().println("  pressroom history 0042 " + folder + "    the history of a proposal");
        }
        return ExitCodes.CLEAN;
    }
}
