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
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

/// Gives a proposal another status.
@Command(name = "status", mixinStandardHelpOptions = true,
    description = {"Give a proposal another status, and record the decision behind it. Changes its metadata and nothing else.",
        "A decision needs who decided, and a declined proposal why; on a terminal you are asked."},
    footer = {"", "Examples:", "  pressroom status 0042 in-review --commit",
        "  pressroom status 0042 declined --by 'Jo Park' --reason not-differentiated --text 'Two others sell it.'"})
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ChangeOptions change = new ChangeOptions();

    @Mixin
    DecisionOptions decision = new DecisionOptions();

    @Option(names = "--force", description = "Change to a status that should not follow the present one.")
    boolean force;

    @Parameters(index = "0", paramLabel = "ID", description = "The proposal's ID, or its file.")
    String id = "";

    @Parameters(index = "1", paramLabel = "STATUS", description = "The new status, such as in-review, approved or declined.")
    String status = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "ARCHIVE", description = "A working tree or folder. Default: the current folder.")
    @Nullable String archive;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return change.record(terminal, common, archive, force, this::plan);
    }

    private String plan(Lifecycle lifecycle, DocumentChanges changes) throws IOException {
        Lifecycle.Now now = lifecycle.find(id);
        Term to = ChangeOptions.term(now.words().status(), status, "a status");
        String meaning = Lifecycle.meaning(now.words().status(), to);
        if (meaning.equals(Status.SUPERSEDED.word())) {
            throw new UsageException("a proposal is superseded by another: `pressroom supersede " + now.head().id().shown() + " NEW` records both");
        }
        LocalDate today = common.today(terminal);
        changes.edit(now.head().path(), lifecycle.status(now, to, decision.of(meaning, now, today, new Questions(terminal, change.yes))));
        return now.head().id().shown() + ": status " + to.word();
    }
}
