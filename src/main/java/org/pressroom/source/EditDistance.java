package org.pressroom.source;

/// How many characters must be inserted, deleted, replaced or swapped with their neighbour to make one word of another, none
/// of them twice (the "optimal string alignment" distance).
public final class EditDistance {

    private EditDistance() { }

    /// @param a    characters, or UTF-16 code units
    /// @param b    the same
    /// @param most a distance above it need not be told
    /// @return the distance, or any number above `most`
    public static int between(int[] a, int[] b, int most) {
        if (Math.abs(a.length - b.length) > most) {
            return most + 1;
        }
        int[] before = new int[b.length + 1];
        int[] last = new int[b.length + 1];
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int distance = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    distance = Math.min(distance, before[j - 2] + 1);
                }
                row[j] = distance;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length];
    }
}
