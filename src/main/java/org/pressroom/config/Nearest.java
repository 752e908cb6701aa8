package org.pressroom.config;

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
            if (Math.abs(plain.length() - wanted.length()) <= best) {
                int distance = distance(wanted, plain);
                if (distance < best) {
                    nearest.clear();
                }
                if (distance <= best) {
                    best = distance;
                    nearest.add(candidate);
                }
            }
        }
        return nearest;
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
