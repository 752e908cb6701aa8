package org.pressroom.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What the [Labeller] learned: how much each [trait][Trait] of a block speaks for each role, which role likes to stand behind
/// which, and when in the course of a release. A text, one trait a line, in the order of the alphabet:
///
/// ```text
/// after problem: other -0.31 solution+ 1.07
/// asks: headline -0.52 problem 0.11
/// told problem: solution+ 0.80
/// ```
///
/// A role's own weight counts for each of its blocks; `+` for its first one besides. Immutable.
public final class Weights {

    /// Lines that stand for no trait.
    private static final String AFTER = "after ";
    private static final String TOLD = "told ";
    private static final List<String> MEMORIES = List.of("nothing", "problem", "solution", "both");

    private static final double LEAST = 0.05;
    private static final int QUOTED = 60;
    /// What is learned stays far below; of more, probabilities could not be told.
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,2}(?:\\.\\d{1,9})?");

    private final double[][] traits = new double[Trait.ALL.size()][Chain.COLUMNS];
    private final double[][] after = new double[Role.COUNT][Chain.COLUMNS];
    private final double[][] told = new double[Chain.MEMORIES][Chain.COLUMNS];

    private Weights() { }

    /// How many numbers they are.
    public static int size() {
        return (Trait.ALL.size() + Role.COUNT + Chain.MEMORIES) * Chain.COLUMNS;
    }

    /// @param numbers row by row: of traits, of roles before, of what was told
    public static Weights of(double[] numbers) {
        Weights weights = new Weights();
        List<double[]> rows = weights.rows();
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(numbers, row * Chain.COLUMNS, rows.get(row), 0, Chain.COLUMNS);
        }
        return weights;
    }

    private List<double[]> rows() {
        List<double[]> rows = new ArrayList<>();
        rows.addAll(List.of(traits));
        rows.addAll(List.of(after));
        rows.addAll(List.of(told));
        return rows;
    }

    /// @throws IllegalArgumentException naming the line, when it is not as [Weights] says, or when nothing is learned
    public static Weights read(List<String> lines) {
        Weights weights = new Weights();
        Map<String, double[]> rows = new HashMap<>();
        Map<String, Integer> columns = new HashMap<>();
        List<double[]> all = weights.rows();
        for (int row = 0; row < all.size(); row++) {
            rows.put(name(row), all.get(row));
        }
        for (int column = 0; column < Chain.COLUMNS; column++) {
            columns.put(columnName(column), column);
        }
        boolean learned = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                weights.read(line, i + 1, rows, columns);
                learned = true;
            }
        }
        if (!learned) {
            throw new IllegalArgumentException("there is no line with a weight");
        }
        return weights;
    }

    private void read(String line, int number, Map<String, double[]> rows, Map<String, Integer> columns) {
        int colon = line.indexOf(':');
        double[] row = colon < 0 ? null : rows.get(line.substring(0, colon));
        String[] words = colon < 0 ? new String[0] : line.substring(colon + 1).strip().split(" ");
        if (row == null || words.length % 2 != 0) {
            throw new IllegalArgumentException("line " + number + " is no trait with its weights: " + Words.shorten(line, QUOTED));
        }
        for (int i = 0; i < words.length; i += 2) {
            Integer column = columns.get(words[i]);
            if (column == null) {
                throw new IllegalArgumentException("line " + number + " names no role with `" + Words.shorten(words[i], QUOTED) + "`");
            }
            if (!NUMBER.matcher(words[i + 1]).matches()) {
                throw new IllegalArgumentException("line " + number + " has no number below 100 in `" + Words.shorten(words[i + 1], QUOTED) + "`");
            }
            row[column] = Double.parseDouble(words[i + 1]);
        }
    }

    /// The lines as they are read, rounded to two places, sorted; what is next to nothing left out.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<double[]> rows = rows();
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder line = new StringBuilder(name(row)).append(':');
            for (int column = 0; column < Chain.COLUMNS; column++) {
                double number = rows.get(row)[column];
                if (Math.abs(number) >= LEAST) {
                    line.append(' ').append(columnName(column)).append(' ').append(String.format(Locale.ROOT, "%.2f", number));
                }
            }
            if (line.charAt(line.length() - 1) != ':') {
                lines.add(line.toString());
            }
        }
        lines.sort(null);
        return lines;
    }

    private static String name(int row) {
        int traits = Trait.ALL.size();
        return row < traits ? Trait.ALL.get(row).label()
            : row < traits + Role.COUNT ? AFTER + Role.values()[row - traits].label() : TOLD + MEMORIES.get(row - traits - Role.COUNT);
    }

    private static String columnName(int column) {
        return Chain.roleOf(column).label() + (column < Role.COUNT ? "" : "+");
    }

    double[] columns(int[] own) {
        double[] sums = new double[Chain.COLUMNS];
        for (int trait : own) {
            double[] row = traits[trait];
            for (int c = 0; c < Chain.COLUMNS; c++) {
                sums[c] += row[c];
            }
        }
        return sums;
    }

    double of(Trait trait, int column) {
        return traits[trait.ordinal()][column];
    }

    double after(int role, int column) {
        return after[role][column];
    }

    double told(int memory, int column) {
        return told[memory][column];
    }
}
