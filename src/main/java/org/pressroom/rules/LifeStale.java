package org.pressroom.rules;

import org.pressroom.config.Thresholds;
import org.pressroom.history.FileHistory;
import org.pressroom.model.Metadata;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/// An open idea that has not changed for long: by git's history, else by the latest day that its metadata name.
final class LifeStale implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.info("life-stale", Category.LIFECYCLE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Metadata metadata = manuscript.document().metadata();
        Thresholds thresholds = manuscript.configuration().thresholds();
        String meaning = manuscript.configuration().vocabulary().status().meaningOf(metadata.status());
        int patience = switch (meaning == null ? "" : meaning) {
            case "draft" -> thresholds.staleDraftDays();
            case "revise" -> thresholds.staleReviseDays();
            case "in-review" -> thresholds.staleInReviewDays();
            default -> Integer.MAX_VALUE;
        };
        FileHistory history = manuscript.history();
        Stream<LocalDate> named = Stream.concat(Stream.ofNullable(metadata.created()), metadata.reviews().stream().flatMap(r -> Stream.ofNullable(r.date())));
        LocalDate last = history != null ? history.revised().day() : named.max(LocalDate::compareTo).orElse(null);
        if (last == null || patience == Integer.MAX_VALUE) {
            return;
        }
        if (manuscript.today().isAfter(last.plusDays(patience))) {
            long days = ChronoUnit.DAYS.between(last, manuscript.today().exact());
            reporter.report(Statuses.place(manuscript, "status", reporter),
                "the idea is " + metadata.status() + " and has not changed since " + last + ", " + days + " days ago",
                "move it to its next step, or withdraw it (`status: withdrawn`)");
        }
    }
}
