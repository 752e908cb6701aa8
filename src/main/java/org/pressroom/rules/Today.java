package org.pressroom.rules;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// The day that a document's rules call today. It remembers on which other days all questions would have been answered alike, so
/// that what was found need not be found again tomorrow. For one thread.
final class Today {

    private final LocalDate day;
    private LocalDate first = LocalDate.MIN;
    private LocalDate last = LocalDate.MAX;

    Today(LocalDate day) {
        this.day = day;
    }

    /// Whether today comes after a day.
    boolean isAfter(LocalDate other) {
        boolean after = day.isAfter(other);
        if (after) {
            first = latest(first, other.isEqual(LocalDate.MAX) ? other : other.plusDays(1));
        } else {
            last = last.isBefore(other) ? last : other;
        }
        return after;
    }

    /// Whether today comes after a day, or is it.
    boolean isNotBefore(LocalDate other) {
        return other.isEqual(LocalDate.MIN) || isAfter(other.minusDays(1));
    }

    /// Today itself: no other day will do.
    LocalDate exact() {
        first = latest(first, day);
        last = last.isBefore(day) ? last : day;
        return day;
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    Days days() {
        return new Days(first.equals(LocalDate.MIN) ? null : first, last.equals(LocalDate.MAX) ? null : last);
    }
}
