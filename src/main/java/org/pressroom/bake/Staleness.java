package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.config.Thresholds;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An idea that waits for somebody: to be looked at again, to be measured, or to take its next step.
///
/// @param since the day from which it waits
/// @param days  from then until today
record Staleness(Entry entry, Why why, LocalDate since, long days) {

    /// In the order in which they are told.
    enum Why {
        /// It was deferred, and its day has come.
        REVISIT,
        /// What was promised should be there, and nobody has written down what came of it.
        PREDICTION,
        /// It is open, and nothing has changed for a long time.
        UNCHANGED
    }

    private static final Comparator<Staleness> ORDER = Comparator.comparing(Staleness::why).thenComparing(Staleness::since)
        .thenComparing(s -> s.entry().number());

    /// All that wait, those of one reason together, the longest waiting first.
    static List<Staleness> of(PageModels models) {
        LocalDate today = models.input().edition().asOf();
        Thresholds patience = models.input().configuration().thresholds();
        return models.catalog().entries().stream()
            .flatMap(entry -> of(entry, models.standing(entry.facts()), today, patience).stream()).sorted(ORDER).toList();
    }

    private static Optional<Staleness> of(Entry entry, String standing, LocalDate today, Thresholds patience) {
        DocumentFacts facts = entry.facts();
        LocalDate due = facts.proceedings().due();
        return switch (standing) {
            case "draft" -> unchanged(entry, today, patience.staleDraftDays());
            case "revise" -> unchanged(entry, today, patience.staleReviseDays());
            case "in-review" -> unchanged(entry, today, patience.staleInReviewDays());
            case "deferred" -> since(entry, Why.REVISIT, facts.revisit(), today).filter(s -> s.days() >= 0);
            case "approved", "superseded" -> "cancelled".equals(facts.outcome()) || facts.proceedings().measured() ? Optional.empty()
                : since(entry, Why.PREDICTION, due, today).filter(s -> s.days() > 0);
            default -> Optional.empty();
        };
    }

    private static Optional<Staleness> unchanged(Entry entry, LocalDate today, int patience) {
        return since(entry, Why.UNCHANGED, entry.facts().lastChange(), today).filter(s -> s.days() > patience);
    }

    private static Optional<Staleness> since(Entry entry, Why why, @Nullable LocalDate day, LocalDate today) {
        return day == null ? Optional.empty()
            : Optional.of(new Staleness(entry, why, day, ChronoUnit.DAYS.between(day, today)));
    }
}
