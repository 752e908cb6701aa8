package org.pressroom.search;

import org.jspecify.annotations.Nullable;
import org.pressroom.meaning.Clusters;
import org.pressroom.meaning.Encoder;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.meaning.PieceTable;
import org.pressroom.search.shard.ProblemWriter;
import org.pressroom.search.shard.StoredDocument;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Writes what `tried.html` answers from, in the format of [ProblemWriter].
public final class ProblemExporter {

    /// Of the pieces, so many are listed by how common they are, so that texts find theirs in few files.
    private static final int COMMON = 4_096;
    /// Characters of all problems that are told, and of one at least and at most.
    private static final int ALL_CHARACTERS = 900_000;
    private static final int FEWEST_CHARACTERS = 90;
    private static final int MOST_CHARACTERS = 800;

    private ProblemExporter() { }

    /// Writes all files below a folder.
    ///
    /// @param vectors  by number of document; null for those of which nobody knows
    /// @param clusters of these
    /// @param folder   the site's root in the making
    /// @return the addresses of the files, sorted, relative to the site's root
    public static List<String> export(SearchIndex index, List<@Nullable MeaningVector> vectors, Clusters clusters, Path folder) throws IOException {
        try (ShardFolder files = new ShardFolder(folder, ProblemWriter.FOLDER)) {
            ProblemWriter writer = new ProblemWriter(files);
            pieces(PieceTable.shipped(), writer);
            for (int heap = 0; heap < clusters.centres().size(); heap++) {
                int[] members = clusters.members(heap);
                writer.heap(clusters.centres().get(heap).bytes(), members,
                    Arrays.stream(members).mapToObj(number -> Objects.requireNonNull(vectors.get(number)).bytes()).toList());
            }
            int most = Math.clamp(ALL_CHARACTERS / Math.max(1, index.size()), FEWEST_CHARACTERS, MOST_CHARACTERS);
            for (int number = 0; number < index.size(); number++) {
                StoredDocument stored = index.stored(number);
                ProblemRecord told = ProblemRecord.read(index.reader().storedFields(), index.document(number));
                String reason = told.fullReason();
                writer.record(new ProblemWriter.Told(stored.id(), stored.page(), StoredDocument.cut(stored.title(), most), stored.status(), stored.outcome(),
                    told.decided() == null ? 0 : told.decided().getYear(), reason == null ? "" : StoredDocument.cut(reason, most), StoredDocument.cut(told.problem(), most)));
            }
            files.finishShards();
            writer.finish(Encoder.QUESTION_PIECES, Clusters.PROBED, Closeness.BY_TABLE.likely(), Closeness.BY_TABLE.possible());
            return files.finish();
        }
    }

    private static void pieces(PieceTable table, ProblemWriter writer) throws IOException {
        List<String> all = table.vocabulary();
        int common = Math.min(COMMON, all.size());
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, common).forEach(order::add);
        IntStream.range(common, all.size()).boxed().sorted(Comparator.comparing(all::get)).forEach(order::add);
        List<byte[]> rows = order.stream().map(piece ->
            ByteBuffer.allocate(2 + PieceTable.ROW_BYTES).putShort((short) table.scale(piece)).put(table.row(piece)).array()).toList();
        writer.pieces(all.subList(0, common), order.subList(common, order.size()).stream().map(all::get).toList(), rows);
    }
}
