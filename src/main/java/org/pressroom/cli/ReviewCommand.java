package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.DocumentChanges;
import org.pressroom.build.Lifecycle;
import org.pressroom.config.Nearest;
import org.pressroom.config.Term;
import org.pressroom.config.Vocabulary;
import org.pressroom.edit.MetadataChange;
import org.pressroom.model.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Records a review.
@Command(name = "review", mixinStandardHelpOptions = true,
    description = {"Record a review of a proposal. Its status follows: after `revise` it is revise, after a decision it is that, decided by the reviewers.",
        "Changes its metadata and nothing else."},
    footer = {"", "Examples:", "  pressroom review 0042 --decision revise --reviewers 'Jo Park,Ana Lima' --notes 'The problem needs a number.'",
        "  pressroom review 0042 --decision approved --reviewers 'Jo Park' --commit"})
final class ReviewCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ChangeOptions change = new ChangeOptions();

    @Option(names = "--decision", paramLabel = "DECISION", description = "revise, approved, declined or deferred.")
    @Nullable String decision;

    @Option(names = "--reviewers", paramLabel = "NAMES", split = ",", description = "Who reviewed it, with commas between.")
    List<String> reviewers = new ArrayList<>();

    @Option(names = "--notes", paramLabel = "TEXT", description = "What was said, or a link to it.")
    @Nullable String notes;

    @Option(names = "--reason", paramLabel = "REASON", description = "Why it was declined, in one of the archive's words.")
    @Nullable String reason;

    @Option(names = "--date", paramLabel = "DATE", description = "The day of the review, YYYY-MM-DD. Default: today.")
    @Nullable LocalDate date;

    @Option(names = "--keep-status", description = "Record the review alone.")
    boolean keep;

    @Option(names = "--force", description = "Change to a status that should not follow the present one.")
    boolean force;

    @Parameters(index = "0", paramLabel = "ID", description = "The proposal's ID, or its file.")
    String id = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ARCHIVE", description = "A working tree or folder. Default: the current folder.")
    @Nullable String archive;

    ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return change.record(terminal, common, archive, force, this::plan);
    }

    private String plan(Lifecycle lifecycle, DocumentChanges changes) throws IOException {
        Lifecycle.Now now = lifecycle.find(id);
        Questions questions = new Questions(terminal, change.yes);
        String word = decision(questions);
        List<String> who = DecisionOptions.names(reviewers);
        if (who.isEmpty()) {
            who = questions.text("Who reviewed it? (several with commas)", null).map(names -> DecisionOptions.names(List.of(names))).orElse(List.of());
        }
        if (who.isEmpty()) {
            throw new UsageException("who reviewed it is missing: add --reviewers 'Jo Park,Ana Lima'");
        }
        LocalDate day = date == null ? common.today(terminal) : date;
        List<MetadataChange> planned = new ArrayList<>();
        Optional<Term> to = keep ? Optional.empty() : now.words().status().terms().stream().filter(term -> word.equals(term.meaning())).findFirst();
        if (to.isPresent() && !to.get().word().equals(now.head().status())) {
            DecisionOptions decided = new DecisionOptions();
            decided.deciders.addAll(Status.isAmong(Status.DECIDED, word) ? who : List.of());
            decided.reason = reason;
            decided.text = Status.isAmong(Status.DECIDED, word) ? notes : null;
            decided.date = Status.isAmong(Status.DECIDED, word) ? day : null;
            planned.addAll(lifecycle.status(now, to.get(), decided.of(word, now, day, new Questions(terminal, change.yes || notes != null))));
        }
        planned.add(Lifecycle.review(day, who, word, notes));
        changes.edit(now.head().path(), planned);
        return now.head().id().shown() + ": review, " + word;
    }

    private String decision(Questions questions) throws IOException {
        List<String> words = Vocabulary.REVIEW_DECISIONS;
        if (decision == null) {
            if (!questions.asking()) {
                throw new UsageException("what the review decided is missing: add --decision with one of " + String.join(", ", words));
            }
            return questions.word("What was decided?", words, words.getFirst());
        }
        String written = Vocabulary.normal(decision);
        if (!words.contains(written)) {
            throw new UsageException("`" + decision + "` is not a decision of a review; "
                + Nearest.of(written, words).map(near -> "did you mean " + near + "? ").orElse("") + "there are " + String.join(", ", words));
        }
        return written;
    }
}
