package org.pressroom.catalog;

import org.jspecify.annotations.Nullable;
import org.pressroom.history.Transition;
import org.pressroom.model.Status;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// An archive in figures. A superseded idea counts as approved.
///
/// @param judged       decisions for or against, for now or for good, that have a date
/// @param approved     how many of those were for it
/// @param days         from the day an idea was written to its decision, for each decision of which both are known
/// @param daysInStatus for each status the days that ideas spent in it before they left it, by git's history; those that
///     are still in it don't count
/// @param reasons      for declining, with how often each was given, the most frequent first
public record Statistics(int judged, int approved, List<Long> days, Map<String, List<Long>> daysInStatus, Map<String, Integer> reasons) {


    public Statistics {
        days = List.copyOf(days);
    }

    /// @param meaning the PR/FAQ's own status that a word stands for; empty for none
    public static Statistics of(Collection<DocumentFacts> all, Function<@Nullable String, String> meaning) {
        List<Long> days = new ArrayList<>();
        Map<String, List<Long>> daysInStatus = new LinkedHashMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        int judged = 0;
        int approved = 0;
        for (DocumentFacts facts : all) {
            String standing = meaning.apply(facts.status());
            if (facts.decided() != null && Status.isAmong(Status.ONCE_DECIDED, standing)) {
                judged++;
                approved += standing.equals("approved") || standing.equals("superseded") ? 1 : 0;
                Long passed = daysToDecision(facts);
                if (passed != null) {
                    days.add(passed);
                }
            }
            if (standing.equals("declined") && facts.reason() != null) {
                reasons.merge(facts.reason(), 1, Integer::sum);
            }
            addDays(facts, daysInStatus);
        }
        return new Statistics(judged, approved, days, daysInStatus, byCount(reasons));
    }

    private static Map<String, Integer> byCount(Map<String, Integer> counts) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static void addDays(DocumentFacts facts, Map<String, List<Long>> daysInStatus) {
        String status = null;
        LocalDate since = LocalDate.MIN;
        for (Transition transition : facts.history() == null ? List.<Transition>of() : facts.history().timeline()) {
            if (transition.status() != null && transition.status().equals(status)) {
                continue;
            }
            if (status != null) {
                daysInStatus.computeIfAbsent(status, _ -> new ArrayList<>()).add(Math.max(0, ChronoUnit.DAYS.between(since, transition.day())));
            }
            status = transition.status();
            since = transition.day();
        }
    }

    /// From the day it was written to the day it was decided; null when one of them isn't known, or the decision came first.
    public static @Nullable Long daysToDecision(DocumentFacts facts) {
        if (facts.created() == null || facts.decided() == null || facts.decided().isBefore(facts.created())) {
            return null;
        }
        return ChronoUnit.DAYS.between(facts.created(), facts.decided());
    }

    /// The middle one; the lower of two.
    ///
    /// @param values not empty
    public static long median(List<Long> values) {
        return values.stream().sorted().skip((values.size() - 1) / 2).findFirst().orElseThrow();
    }
}
