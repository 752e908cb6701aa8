package org.pressroom.distill;

import org.pressroom.meaning.Levels;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.meaning.PieceTable;
import org.pressroom.meaning.Pieces;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes the table of pieces: `java -jar distill.jar WORDNET_FOLDER OUTPUT [untrained]`.
public final class Distill {

    /// The model's vocabulary is ordered by frequency from here on ("the"); before it are marks and single characters.
    private static final int FIRST_WORD = 1996;
    /// In the weight a / (a + p) of a piece whose probability is p (Arora and others 2017), before training.
    private static final double A = 3e-4;

    private Distill() { }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2 || arguments.length > 3 || arguments.length == 3 && !arguments[2].equals("untrained")) {
            System.err.println("usage: java -jar distill.jar WORDNET_FOLDER OUTPUT [untrained]");
            System.exit(2);
        }
        List<String> all = Teacher.vocabulary();
        List<Integer> kept = new ArrayList<>();
        List<Integer> words = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).matches("(##)?[a-z0-9]+")) {
                (i < FIRST_WORD ? words : kept).add(i);
            }
        }
        // Single characters last: they are rarely words.
        kept.addAll(words);
        List<String> vocabulary = kept.stream().map(all::get).toList();
        Pieces pieces = new Pieces(vocabulary);
        List<String> written = new WordNet(Path.of(arguments[0])).texts().stream().filter(t -> pieces(pieces, t).length > 0).toList();
        List<int[]> texts = written.stream().map(t -> pieces(pieces, t)).toList();
        System.out.println(vocabulary.size() + " pieces, " + texts.size() + " texts");
        float[][] alone;
        float[][] targets;
        try (Teacher teacher = new Teacher()) {
            alone = teacher.vectors(kept.stream().map(i -> new int[] {i}).toList());
            targets = teacher.ofTexts(written);
        }
        Projection projection = Projection.of(targets, MeaningVector.DIMENSIONS);
        for (int i = 0; i < targets.length; i++) {
            targets[i] = Vectors.unit(projection.apply(targets[i], projection.mean()));
        }
        float[][] table = start(alone, projection);
        if (arguments.length == 2) {
            new Training(table).run(texts, targets);
        }
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            quantised(vocabulary, table).write(out);
        }
    }

    private static int[] pieces(Pieces pieces, String text) {
        List<Integer> found = new ArrayList<>();
        pieces.of(text, found::add);
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Each piece as the model sees it alone, without what all have in common, weighed by its rank (Zipf 1935).
    private static float[][] start(float[][] alone, Projection projection) {
        float[] mean = Vectors.mean(alone);
        float[][] table = new float[alone.length][];
        for (int i = 0; i < alone.length; i++) {
            float[] row = projection.apply(alone[i], mean);
            double probability = 1 / ((i + 3) * Math.log(alone.length));
            double weight = A / (A + probability);
            for (int d = 0; d < row.length; d++) {
                row[d] *= (float) weight;
            }
            table[i] = row;
        }
        return table;
    }

    private static PieceTable quantised(List<String> vocabulary, float[][] table) {
        double[] deviations = new double[table.length];
        for (int i = 0; i < table.length; i++) {
            deviations[i] = Math.sqrt(Vectors.dot(table[i], table[i]) / table[i].length);
        }
        double most = Arrays.stream(deviations).max().orElseThrow();
        int[] scales = new int[table.length];
        byte[] rows = new byte[table.length * PieceTable.ROW_BYTES];
        for (int i = 0; i < table.length; i++) {
            double[] row = new double[table[i].length];
            for (int d = 0; d < row.length; d++) {
                row[d] = table[i][d];
            }
            scales[i] = (int) Math.round(deviations[i] / most * 65_535);
            System.arraycopy(Levels.OF_PIECES.codes(row), 0, rows, i * PieceTable.ROW_BYTES, PieceTable.ROW_BYTES);
        }
        return new PieceTable(vocabulary, scales, rows);
    }
}
