package org.pressroom.meaning;

import java.util.List;

/// Pieces that are about as common as each other. In a question those of rarer bands are rounded: a page without a server loads a
/// whole file for one row, and nearly every question needs the commonest pieces, hardly any a given rare one.
///
/// @param end    how many pieces there are in this band and those before it, at most
/// @param levels to which a question's rows are rounded
record PieceBand(int end, Levels levels) {

    /// The commonest first.
    static final List<PieceBand> ALL = List.of(new PieceBand(256, Levels.OF_COMMON_PIECES), new PieceBand(1_024, Levels.OF_COMMON_PIECES),
        new PieceBand(4_096, Levels.OF_COMMON_PIECES), new PieceBand(16_384, Levels.OF_DOCUMENTS), new PieceBand(Integer.MAX_VALUE, Levels.OF_DOCUMENTS));

    /// The number of the band of each piece. The vocabulary has the commonest first, but single characters last, whether they are common or not.
    static byte[] of(List<String> vocabulary) {
        byte[] bands = new byte[vocabulary.size()];
        int rank = 0;
        int band = 0;
        for (boolean single : new boolean[] {true, false}) {
            for (int piece = 0; piece < bands.length; piece++) {
                if (vocabulary.get(piece).length() == 1 == single) {
                    while (rank >= ALL.get(band).end) {
                        band++;
                    }
                    bands[piece] = (byte) band;
                    rank++;
                }
            }
        }
        return bands;
    }
}
