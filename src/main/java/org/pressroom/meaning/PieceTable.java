package org.pressroom.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A vector for each piece of a word, the commonest piece first.
///
/// As a file: `PRM1`, the number of pieces (4 bytes), each piece (its length in one byte, ASCII), each scale (2 bytes), each row
/// ([#ROW_BYTES] bytes, as [Levels#OF_PIECES] tells them). Whole numbers have their highest byte first.
public final class PieceTable {

    private static final Levels LEVELS = Levels.OF_PIECES;
    /// How many bytes a row takes.
    public static final int ROW_BYTES = LEVELS.bytes(MeaningVector.DIMENSIONS);

    private static final int MAGIC = 0x50524d31;
    private static final String RESOURCE = "pieces.bin";

    private final List<String> vocabulary;
    private final int[] scales;
    private final byte[] rows;
    /// By number of the piece.
    private final byte[] bands;

    /// @param vocabulary ASCII
    /// @param scales     0 to 65,535
    /// @param rows       [#ROW_BYTES] bytes for each piece
    public PieceTable(List<String> vocabulary, int[] scales, byte[] rows) {
        if (scales.length != vocabulary.size() || rows.length != vocabulary.size() * ROW_BYTES) {
            throw new IllegalArgumentException(
                vocabulary.size() + " pieces, " + scales.length + " scales, " + rows.length + " bytes of rows");
        }
        this.vocabulary = List.copyOf(vocabulary);
        this.scales = scales.clone();
        this.rows = rows.clone();
        bands = PieceBand.of(this.vocabulary);
    }

    /// The table that Pressroom is shipped with.
    public static PieceTable shipped() {
        return Shipped.TABLE;
    }

    private static final class Shipped {

        static final PieceTable TABLE = read();

        private static PieceTable read() {
            try (InputStream in = PieceTable.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IOException(RESOURCE + " is missing from the program");
                }
                return PieceTable.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the embedding table: " + e.getMessage(), e);
            }
        }
    }

    /// @throws IOException when it is no table, or cut short
    public static PieceTable read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException("this is not an embedding table");
        }
        int count = data.readInt();
        List<String> vocabulary = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            vocabulary.add(new String(data.readNBytes(data.readUnsignedByte()), StandardCharsets.US_ASCII));
        }
        int[] scales = new int[count];
        for (int i = 0; i < count; i++) {
            scales[i] = data.readUnsignedShort();
        }
        byte[] rows = new byte[count * ROW_BYTES];
        data.readFully(rows);
        return new PieceTable(vocabulary, scales, rows);
    }

    /// Writes what [#read] reads.
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(vocabulary.size());
        for (String piece : vocabulary) {
            data.writeByte(piece.length());
            data.write(piece.getBytes(StandardCharsets.US_ASCII));
        }
        for (int scale : scales) {
            data.writeShort(scale);
        }
        data.write(rows);
        data.flush();
    }

    /// The pieces; those that continue a word begin with `##`.
    public List<String> vocabulary() {
        return vocabulary;
    }

    /// How much a piece weighs.
    public int scale(int piece) {
        return scales[piece];
    }

    /// How common a piece is: the number of its band, 0 for the commonest.
    public int band(int piece) {
        return bands[piece];
    }

    /// How many levels the rows of each band are rounded to in a question, the commonest band first.
    public static List<Integer> levelsOfBands() {
        return PieceBand.ALL.stream().map(band -> band.levels().count()).toList();
    }

    /// Adds a piece's vector to a sum, as it counts in a document.
    ///
    /// @param sum   of [MeaningVector#DIMENSIONS]
    /// @param times how often it occurs
    void addTo(long[] sum, int piece, int times) {
        addTo(sum, piece, times, LEVELS);
    }

    /// Adds a piece's vector to a sum, rounded as its band says.
    ///
    /// @param sum   of [MeaningVector#DIMENSIONS]
    /// @param times how often it occurs
    void addRoundedTo(long[] sum, int piece, int times) {
        addTo(sum, piece, times, PieceBand.ALL.get(bands[piece]).levels());
    }

    private void addTo(long[] sum, int piece, int times, Levels levels) {
        long[] products = levels.times((long) scales[piece] * times);
        int row = piece * ROW_BYTES;
        // Two dimensions a byte.
        for (int b = 0; b < ROW_BYTES; b++) {
            int codes = rows[row + b];
            sum[2 * b] += products[codes & 0xf];
            sum[2 * b + 1] += products[codes >> 4 & 0xf];
        }
    }

    /// The bytes of a piece's row as it counts in a question.
    public byte[] roundedRow(int piece) {
        return PieceBand.ALL.get(bands[piece]).levels().rounded(row(piece));
    }

    /// The bytes of a piece's row.
    public byte[] row(int piece) {
        byte[] row = new byte[ROW_BYTES];
        System.arraycopy(rows, piece * ROW_BYTES, row, 0, row.length);
        return row;
    }
}
