package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.DocumentChanges;
import org.pressroom.build.Lifecycle;
import org.pressroom.config.Term;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;

/// Records what became of an approved proposal.
@Command(name = "outcome", mixinStandardHelpOptions = true,
    description = "Record what became of an approved proposal, and how it compares with its prediction. Changes its metadata and nothing else.",
    footer = {"", "Examples:", "  pressroom outcome 0042 launched --date 2027-06-30", "  pressroom outcome 0042 launched --result missed --actual '31 %% after 14 months'"})
final class OutcomeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ChangeOptions change = new ChangeOptions();

    @Option(names = "--date", paramLabel = "DATE", description = "The day of the launch, YYYY-MM-DD. Default: today, when none is recorded.")
    @Nullable LocalDate date;

    @Option(names = "--result", paramLabel = "RESULT", description = "How it compares with the prediction: met, mixed, missed or unknown.")
    @Nullable String result;

    @Option(names = "--actual", paramLabel = "TEXT", description = "What was measured.")
    @Nullable String actual;

    @Option(names = "--force", description = "Change to an outcome that should not follow the present one.")
    boolean force;

    @Parameters(index = "0", paramLabel = "ID", description = "The proposal's ID, or its file.")
    String id = "";

    @Parameters(index = "1", paramLabel = "OUTCOME", description = "planned, building, launched, cancelled or retired.")
    String outcome = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "ARCHIVE", description = "A working tree or folder. Default: the current folder.")
    @Nullable String archive;

    OutcomeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return change.record(terminal, common, archive, force, this::plan);
    }

    private String plan(Lifecycle lifecycle, DocumentChanges changes) throws IOException {
        Lifecycle.Now now = lifecycle.find(id);
        Term to = ChangeOptions.term(now.words().outcome(), outcome, "an outcome");
        boolean launched = Lifecycle.meaning(now.words().outcome(), to).equals("launched");
        if (date != null && !launched) {
            throw new UsageException("--date is the day of a launch, and the outcome is " + to.word());
        }
        String measured = result == null ? null : ChangeOptions.term(now.words().result(), result, "a result").word();
        LocalDate day = launched && date == null && !now.has("launched") ? common.today(terminal) : date;
        changes.edit(now.head().path(), lifecycle.outcome(now, to, day, measured, actual));
        return now.head().id().shown() + ": outcome " + to.word();
    }
}
