package org.pressroom.search.shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Writes the files from which `tried.html` answers whether somebody had a problem before.
///
/// They are scripts as those of the search index are, with names made in the same way, but below `tried/`. In the notation of this
/// package:
///
/// ```
/// root       = 'M' version documents questionPieces probed likely possible pieces:name vocabulary:name commonAShard othersAShard
///              heapCount heap* recordsAShard recordCount name*
/// heap       = centre:64 bytes name
/// vocabulary = 'V' commonCount common:text* otherCount (shared:number rest:text)*
/// rows       = 'W' (scale:2 bytes row:128 bytes)*
/// members    = 'H' count (delta:number vector:64 bytes)*
/// records    = 'Q' record*
/// record     = id:text page:text title:text status:text outcome:text year:number reason:text problem:text
/// ```
///
/// *Pieces* are numbered from 0: first the common ones, the commonest first, then the others in the order of their bytes, front-coded.
/// Rows stand in the order of these numbers: first files of `commonAShard` common ones, then files of `othersAShard` others; the last
/// of either may have fewer. The name of a file is `pieces`, `-` and its number from 0. All of them are the same in every archive:
/// small where a text has many of its pieces, larger where it has few, so that there are not too many. A scale has its high byte first; a row has four bits a dimension
/// and a vector two, as [org.pressroom.meaning.Levels] says.
///
/// *Heaps* are documents near to each other; a question is compared with the members of the `probed` heaps with the nearest centres.
/// When the best cosine is at least `likely`, somebody probably had the problem; when at least `possible`, somebody may have had it;
/// both are in ten-thousandths. Members are documents' numbers, ascending: `delta` is how many are skipped. Records stand in the
/// order of the documents' numbers, `recordsAShard` in each file but the last. An empty page stands for `ideas/` *id* `.html`; a
/// year of 0 for none.
///
/// Not safe for several threads.
public final class ProblemWriter {

    /// The folder of all these files, relative to the site's root.
    public static final String FOLDER = "tried/";

    private static final int VERSION = 1;
    private static final int COMMON_A_SHARD = 4;
    private static final int OTHERS_A_SHARD = 16;
    private static final int RECORDS_A_SHARD = 16;
    private static final int UNIT = 10_000;

    private final ShardSink sink;
    private final Set<ShardName> written = new HashSet<>();
    private final ShardOutput heaps = new ShardOutput();
    private final ShardOutput records = new ShardOutput();
    private final ShardOutput recordNames = new ShardOutput();
    private int heapCount;
    private int recordCount;
    private int recordShards;
    private @Nullable ShardName pieces;
    private @Nullable ShardName vocabulary;

    /// One document, as it is told of. Texts are empty where there is nothing to tell.
    ///
    /// @param page relative to the site's root
    /// @param year of the decision; 0 for none
    public record Told(String id, String page, String title, String status, String outcome, int year, String reason, String problem) { }

    public ProblemWriter(ShardSink sink) {
        this.sink = sink;
        records.octet('Q');
    }

    /// Writes the pieces and their rows.
    ///
    /// @param common the commonest first
    /// @param others in the order of their bytes
    /// @param rows   a scale and a row each, in the order of common and others
    public void pieces(List<String> common, List<String> others, List<byte[]> rows) throws IOException {
        ShardOutput words = new ShardOutput().octet('V').number(common.size());
        common.forEach(words::text);
        words.number(others.size());
        byte[] before = {};
        for (String other : others) {
            byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
            words.frontCoded(before, bytes);
            before = bytes;
        }
        vocabulary = write(words);
        ShardOutput all = new ShardOutput();
        rows.forEach(row -> all.octets(row, 0, row.length));
        ShardName name = ShardName.of(all.toByteArray());
        pieces = name;
        int files = rows(name, 0, rows.subList(0, common.size()), COMMON_A_SHARD);
        rows(name, files, rows.subList(common.size(), rows.size()), OTHERS_A_SHARD);
    }

    private int rows(ShardName name, int first, List<byte[]> rows, int each) throws IOException {
        int file = first;
        for (int from = 0; from < rows.size(); from += each) {
            ShardOutput out = new ShardOutput().octet('W');
            rows.subList(from, Math.min(rows.size(), from + each)).forEach(row -> out.octets(row, 0, row.length));
            sink.write(name + "-" + file++, out.toByteArray());
        }
        return file;
    }

    /// Writes a heap.
    ///
    /// @param numbers of its documents, ascending
    /// @param vectors of the same
    public void heap(byte[] centre, int[] numbers, List<byte[]> vectors) throws IOException {
        ShardOutput out = new ShardOutput().octet('H').number(numbers.length);
        int next = 0;
        for (int i = 0; i < numbers.length; i++) {
            out.number(numbers[i] - next).octets(vectors.get(i), 0, vectors.get(i).length);
            next = numbers[i] + 1;
        }
        heaps.octets(centre, 0, centre.length).name(write(out));
        heapCount++;
    }

    /// Writes the next document.
    public void record(Told told) throws IOException {
        records.text(told.id).text(told.page.equals("ideas/" + told.id + ".html") ? "" : told.page).text(told.title).text(told.status)
            .text(told.outcome).number(told.year).text(told.reason).text(told.problem);
        if (++recordCount % RECORDS_A_SHARD == 0) {
            endRecords();
        }
    }

    private void endRecords() throws IOException {
        recordNames.name(write(records));
        recordShards++;
        records.clear();
        records.octet('Q');
    }

    /// Writes the root, when all else is written.
    ///
    /// @param questionPieces of a question, what comes after so many different pieces doesn't count
    /// @param probed         how many heaps a question is compared with
    /// @param likely         the least cosine of a problem that somebody probably had
    /// @param possible       the least of one that somebody may have had
    public void finish(int questionPieces, int probed, double likely, double possible) throws IOException {
        if (recordCount % RECORDS_A_SHARD > 0) {
            endRecords();
        }
        ShardOutput root = new ShardOutput().octet('M').number(VERSION).number(recordCount).number(questionPieces).number(probed)
            .number(Math.round(likely * UNIT)).number(Math.round(possible * UNIT))
            .name(Objects.requireNonNull(pieces, "no pieces")).name(Objects.requireNonNull(vocabulary)).number(COMMON_A_SHARD)
            .number(OTHERS_A_SHARD).number(heapCount).octets(heaps).number(RECORDS_A_SHARD).number(recordShards).octets(recordNames);
        sink.write(ShardFile.ROOT, root.toByteArray());
    }

    /// Equal contents are one file.
    private ShardName write(ShardOutput out) throws IOException {
        byte[] contents = out.toByteArray();
        ShardName name = ShardName.of(contents);
        if (written.add(name)) {
            sink.write(name.toString(), contents);
        }
        return name;
    }
}
