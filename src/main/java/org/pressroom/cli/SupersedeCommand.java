package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.DocumentChanges;
import org.pressroom.build.Lifecycle;
import org.pressroom.config.Term;
import org.pressroom.model.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/// Lets a proposal take the place of another.
@Command(name = "supersede", mixinStandardHelpOptions = true,
    description = "Let a proposal take the place of another: the old one becomes superseded, and the new one names it. Changes their metadata and nothing else.",
    footer = {"", "Examples:", "  pressroom supersede 0014 0042", "  pressroom supersede 0014 0042 --dry-run ~/proposals"})
final class SupersedeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ChangeOptions change = new ChangeOptions();

    @Option(names = "--force", description = "Change to a status that should not follow the present one.")
    boolean force;

    @Parameters(index = "0", paramLabel = "OLD", description = "The ID or file of the proposal that is replaced.")
    String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The ID or file of the proposal that replaces it.")
    String next = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "ARCHIVE", description = "A working tree or folder. Default: the current folder.")
    @Nullable String archive;

    SupersedeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return change.record(terminal, common, archive, force, this::plan);
    }

    private String plan(Lifecycle lifecycle, DocumentChanges changes) throws IOException {
        Lifecycle.Now before = lifecycle.find(old);
        Lifecycle.Now after = lifecycle.find(next);
        changes.edit(after.head().path(), lifecycle.supersedes(after, before.head()));
        Term superseded = before.words().status().terms().stream().filter(term -> Status.SUPERSEDED.word().equals(term.meaning())).findFirst()
            .orElseThrow(() -> new UsageException("the configuration has no status that means superseded"));
        changes.edit(before.head().path(), superseded.word().equals(before.head().status()) ? List.of() : lifecycle.status(before, superseded, null));
        return before.head().id().shown() + ": superseded by " + after.head().id().shown();
    }
}
