package org.pressroom.meaning;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// Finds out what texts mean. Safe for several threads.
public final class Encoder {

    /// Of a question, what comes after its first so many different pieces doesn't count: about 150 words.
    public static final int QUESTION_PIECES = 96;

    private final PieceTable table;
    private final Pieces pieces;

    /// With another table than the one that Pressroom is shipped with.
    public Encoder(PieceTable table) {
        this.table = table;
        pieces = new Pieces(table.vocabulary());
    }

    /// With the table that Pressroom is shipped with.
    public static Encoder shipped() {
        return Shipped.ENCODER;
    }

    /// Read when first asked for.
    private static final class Shipped {

        static final Encoder ENCODER = new Encoder(PieceTable.shipped());
    }

    /// A document's vector: the sum of its pieces' vectors.
    ///
    /// @param texts that tell what it is about
    /// @return empty when there is no word in them
    public Optional<MeaningVector> document(Iterable<String> texts) {
        Sum sum = new Sum(Integer.MAX_VALUE, table::addTo);
        texts.forEach(sum::add);
        return sum.direction().map(MeaningVector::of);
    }

    /// A question's direction, of length 1. Of a long text only the beginning counts: [#QUESTION_PIECES]. Rarer pieces are rounded,
    /// so that a page can load what it needs for one.
    ///
    /// @return empty when there is no word in it
    public Optional<double[]> question(String text) {
        Sum sum = new Sum(QUESTION_PIECES, table::addRoundedTo);
        sum.add(text);
        return sum.direction();
    }

    /// Adds a piece's vector to a sum.
    private interface Adder {

        void add(long[] sum, int piece, int times);
    }

    private final class Sum {

        private final BitSet seen = new BitSet();
        private final int most;
        private final Adder adder;
        private int different;
        /// The pieces that count, as often as they occur.
        private int[] found = new int[512];
        private int count;

        Sum(int most, Adder adder) {
            this.most = most;
            this.adder = adder;
        }

        void add(String text) {
            pieces.of(text, this::add);
        }

        private void add(int piece) {
            if (!seen.get(piece)) {
                different++;
                seen.set(piece);
            }
            if (different <= most) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = piece;
            }
        }

        Optional<double[]> direction() {
            long[] sum = new long[MeaningVector.DIMENSIONS];
            Arrays.sort(found, 0, count);
            for (int from = 0; from < count; ) {
                int to = from + 1;
                while (to < count && found[to] == found[from]) {
                    to++;
                }
                adder.add(sum, found[from], to - from);
                from = to;
            }
            double[] direction = new double[sum.length];
            double squares = 0;
            for (int d = 0; d < sum.length; d++) {
                direction[d] = sum[d];
                squares += direction[d] * direction[d];
            }
            if (squares == 0) {
                return Optional.empty();
            }
            double length = Math.sqrt(squares);
            for (int d = 0; d < sum.length; d++) {
                direction[d] /= length;
            }
            return Optional.of(direction);
        }
    }
}
