package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.Lifecycle;
import org.pressroom.model.Status;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is recorded of a decision. Filled by picocli.
final class DecisionOptions {

    @Option(names = "--by", paramLabel = "NAME", split = ",", description = "Who decided; several with commas, or with the option several times.")
    List<String> deciders = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "REASON", description = "Why, in one of the archive's words, such as not-differentiated.")
    @Nullable String reason;

    @Option(names = "--text", paramLabel = "TEXT", description = "Why, in a few sentences.")
    @Nullable String text;

    @Option(names = "--date", paramLabel = "DATE", description = "The day of the decision, YYYY-MM-DD. Default: today.")
    @Nullable LocalDate date;

    @Option(names = "--revisit", paramLabel = "DATE", description = "When a deferred proposal is to be looked at again.")
    @Nullable LocalDate revisit;

    static List<String> names(List<String> written) {
        return written.stream().flatMap(names -> Stream.of(names.split(","))).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /// The decision behind a status; what it needs and was not given is asked for.
    ///
    /// @param meaning the PR/FAQ's own word for the status
    /// @return null when nothing is decided
    Lifecycle.@Nullable Decided of(String meaning, Lifecycle.Now now, LocalDate today, Questions questions) throws IOException {
        boolean decides = Status.isAmong(Status.DECIDED, meaning);
        List<String> who = names(deciders);
        if (!decides) {
            if (who.isEmpty() && reason == null && text == null && date == null && revisit == null) {
                return null;
            }
            throw new UsageException("nothing is decided when a proposal is " + meaning + ", so --by, --reason, --text, --date and --revisit have no place");
        }
        if (who.isEmpty() && !now.has("decision.deciders")) {
            who = questions.text("Who decided? (several with commas)", null).map(names -> names(List.of(names))).orElse(List.of());
            if (who.isEmpty()) {
                throw new UsageException("who decided is missing: add --by 'Jo Park'");
            }
        }
        String why = reason == null ? null : ChangeOptions.term(now.words().reason(), reason, "a reason").word();
        boolean declined = meaning.equals(Status.DECLINED.word());
        if (why == null && declined && !now.has("decision.reason")) {
            List<String> reasons = now.words().reasons();
            if (!questions.asking()) {
                throw new UsageException("why it was declined is missing: add --reason with one of " + String.join(", ", reasons));
            }
            why = questions.word("Why?", reasons, reasons.getLast());
        }
        String more = text == null && questions.asking() && !now.has("decision.text") ? questions.text("Why, in a few sentences?", null).orElse(null) : text;
        return new Lifecycle.Decided(date == null ? today : date, who, why, more, revisit);
    }
}
