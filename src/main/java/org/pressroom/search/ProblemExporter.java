package org.pressroom.search;

import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Catalog;
import org.pressroom.files.Staging;
import org.pressroom.meaning.Clusters;
import org.pressroom.meaning.Encoder;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.meaning.PieceTable;
import org.pressroom.search.shard.ProblemWriter;
import org.pressroom.search.shard.RecordRun;
import org.pressroom.search.shard.StoredDocument;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Writes what `tried.html` answers from, in the format of [ProblemWriter].
public final class ProblemExporter {

    /// Rows of a file, by band: 123 files. A small archive has 50, since its site would be mostly these.
    private static final List<Integer> ROWS = List.of(256, 60, 114, 232, 386);
    private static final List<Integer> ROWS_OF_FEW = List.of(256, 180, 328, 580, 936);
    private static final int FEW_DOCUMENTS = 128;
    /// Characters of all problems that are told, and of one at least and at most.
    private static final int ALL_CHARACTERS = 900_000;
    private static final int FEWEST_CHARACTERS = 90;
    private static final int MOST_CHARACTERS = 800;

    private ProblemExporter() { }

    /// Writes all files below a folder.
    ///
    /// @param catalog  of the documents that the index holds
    /// @param vectors  by number of document; null for those of which nobody knows
    /// @param clusters of these
    /// @param site     in the making
    /// @param packed   what was packed before
    /// @return the addresses of the files, sorted, relative to the site's root
    public static List<String> export(SearchIndex index, Catalog catalog, List<@Nullable MeaningVector> vectors, Clusters clusters, Staging site, PackedFiles packed)
            throws IOException {
        try (ShardFolder files = new ShardFolder(site, ProblemWriter.FOLDER, packed)) {
            ProblemWriter writer = new ProblemWriter(index.size(), index.days(), files);
            List<Integer> rows = index.size() < FEW_DOCUMENTS ? ROWS_OF_FEW : ROWS;
            String pieces = "pieces " + rows;
            Optional<byte[]> kept = files.kept(pieces, _ -> true);
            if (kept.isPresent()) {
                writer.keepPieces(kept.get());
            } else {
                pieces(PieceTable.shipped(), rows, writer);
                files.made(pieces, writer.piecesToBytes());
            }
            for (int heap = 0; heap < clusters.centres().size(); heap++) {
                int[] members = clusters.members(heap);
                writer.heap(clusters.centres().get(heap).bytes(), members,
                    Arrays.stream(members).mapToObj(number -> Objects.requireNonNull(vectors.get(number)).bytes()).toList());
            }
            int most = characters(index.size());
            for (DocumentRun run : DocumentRun.of(index, catalog)) {
                records(index, run, most, files, writer);
            }
            files.finishShards();
            writer.finish(Encoder.QUESTION_PIECES, clusters.probed(), Closeness.BY_TABLE.likely(), Closeness.BY_TABLE.possible());
            return files.finish();
        }
    }

    /// Writes the records of documents, or keeps them as they were written.
    private static void records(SearchIndex index, DocumentRun run, int most, ShardFolder files, ProblemWriter writer) throws IOException {
        String key = "records " + most + "\n" + run.key();
        Optional<byte[]> kept = files.kept(key, _ -> true);
        if (kept.isPresent()) {
            writer.keep(RecordRun.of(kept.get()));
            return;
        }
        for (int number = run.from(); number < run.to(); number++) {
            // Both at once: what is stored of a document is unpacked whenever something of it is read.
            Document fields = index.reader().storedFields().document(index.document(number), ProblemRecord.FIELDS_WITH_STORED);
            StoredDocument stored = SearchIndex.stored(fields);
            ProblemRecord told = ProblemRecord.read(fields);
            String reason = told.fullReason();
            writer.record(new ProblemWriter.Told(stored.id(), stored.page(), StoredDocument.cut(stored.title(), most), stored.status(), stored.outcome(),
                told.decided() == null ? 0 : told.decided().getYear(), reason == null ? "" : StoredDocument.cut(reason, most), StoredDocument.cut(told.problem(), most)));
        }
        files.made(key, writer.endRun().toBytes());
    }

    /// Halved whenever the number of documents doubles, so that one more seldom cuts all others anew.
    private static int characters(int documents) {
        int most = MOST_CHARACTERS;
        while (most > FEWEST_CHARACTERS && (long) most * documents > ALL_CHARACTERS) {
            most = Math.max(FEWEST_CHARACTERS, most / 2);
        }
        return most;
    }

    private static void pieces(PieceTable table, List<Integer> rows, ProblemWriter writer) throws IOException {
        List<String> texts = table.vocabulary();
        List<ProblemWriter.Piece> pieces = IntStream.range(0, texts.size()).mapToObj(piece -> {
            byte[] row = table.roundedRow(piece);
            return new ProblemWriter.Piece(texts.get(piece), table.band(piece),
                ByteBuffer.allocate(Short.BYTES + row.length).putShort((short) table.scale(piece)).put(row).array());
        }).sorted(Comparator.comparing(ProblemWriter.Piece::text)).toList();
        List<Integer> levels = PieceTable.levelsOfBands();
        writer.pieces(pieces, IntStream.range(0, rows.size()).mapToObj(band -> new ProblemWriter.Band(rows.get(band), levels.get(band))).toList());
    }
}
