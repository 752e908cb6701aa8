package org.pressroom.config;

import org.pressroom.source.EditDistance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// "Did you mean": the known word nearest to one that was mistyped.
public final class Nearest {

    private Nearest() { }

    /// Finds the nearest of `known` by optimal string alignment distance (an insertion, deletion, substitution or
    /// swap of neighbours costs one), ignoring case and the difference of `_`, space and `-`.
    ///
    /// @return empty when even the nearest needs more than a third of the word's length, at least 1 and at most 3 edits;
    ///     the first in iteration order among equals
    public static Optional<String> of(String word, Collection<String> known) {
        return all(word, known).stream().findFirst();
    }

    /// Every known word that is as near as the nearest, in iteration order: more than one when it can't be told which is
    /// meant.
    public static List<String> all(String word, Collection<String> known) {
        String wanted = plain(word);
        int best = Math.clamp(wanted.length() / 3, 1, 3);
        List<String> nearest = new ArrayList<>();
        for (String candidate : known) {
            String plain = plain(candidate);
            int distance = EditDistance.between(wanted.chars().toArray(), plain.chars().toArray(), best);
            if (distance < best) {
                nearest.clear();
            }
            if (distance <= best) {
                best = distance;
                nearest.add(candidate);
            }
        }
        return nearest;
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }
}
