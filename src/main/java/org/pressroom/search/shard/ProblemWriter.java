package org.pressroom.search.shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
/// root       = 'M' version documents questionPieces probed likely possible pieces:name vocabulary:name
///              bandCount (inTheBand:number aShard:number levels:number)* heapCount heap* recordsCount (documents name)*
///              slots:name
/// heap       = centre:64 bytes name
/// vocabulary = 'V' piece*
/// piece      = rest:text of bytes below 128 128+band*16+shared:octet
/// rows       = 'W' (scale:2 bytes row:128 or 64 bytes)*
/// members    = 'H' count (delta:number vector:64 bytes)*
/// records    = 'Q' record*
/// slots      = 'Z' (delta:number)*                  as in the index
/// record     = id:text page:text title:text status:text outcome:text year:number reason:text problem:text
/// ```
///
/// *Pieces* stand in the order of their bytes, each without the bytes that it shares with the one before, of which no more than 15
/// count. They are numbered from 0, band by band, and in the order of their bytes within a band. Rows stand in the order of these
/// numbers: first files of the first band, `aShard` rows in each but the last of the band, then files of the next. The name of a file
/// is `pieces`, `-` and its number from 0. A scale has its high byte first; a row has four bits a dimension where the band has
/// eight levels, two where it has four, and a vector two, as [org.pressroom.meaning.Levels] says. All of these files are the
/// same in every archive that has the same bands.
///
/// *Bands* begin with the commonest pieces, which are in one file, since nearly every question needs it. What a text fetches is, for
/// each of its pieces, the rows that share a file with it; with a given number of files that is least when the rows of a file grow
/// with one over the square root of how often each is fetched. So a band whose pieces are a quarter as common has twice as many of them in a file.
///
/// *Heaps* are documents near to each other; a question is compared with the members of the `probed` heaps with the nearest centres.
/// When the best cosine is at least `likely`, somebody probably had the problem; when at least `possible`, somebody may have had it;
/// both are in ten-thousandths. Members are documents' slots, ascending: `delta` is how many are skipped. Records stand in the
/// order of the documents' numbers, `documents` in each file: one ends after 12 behind a document whose id's hash ends in two zero
/// bits, and anyway after 24. An empty page stands for `ideas/` *id* `.html`; a year of 0 for none.
///
/// Not safe for several threads.
public final class ProblemWriter {

    /// The folder of all these files, relative to the site's root.
    public static final String FOLDER = "tried/";

    /// How many bands there may be.
    public static final int BANDS = 8;

    private static final int VERSION = 4;
    /// Each piece of the vocabulary ends in an octet above those of ASCII: its band, and how much it shares.
    private static final int END = 128;
    private static final int MOST_SHARED = 15;
    private static final int FEWEST_RECORDS = 12;
    private static final int MOST_RECORDS = 24;
    private static final int UNIT = 10_000;

    private final ShardSink sink;
    private final Set<ShardName> written = new HashSet<>();
    private final ShardOutput bands = new ShardOutput();
    private final ShardOutput heaps = new ShardOutput();
    private final ShardOutput records = new ShardOutput();
    private final List<Integer> runSizes = new ArrayList<>();
    private final List<ShardName> runNames = new ArrayList<>();
    private final ShardOutput recordNames = new ShardOutput();
    private int heapCount;
    private int recordCount;
    private int recordShards;
    private int inShard;
    private final Slots slots;
    private @Nullable ShardName pieces;
    private @Nullable ShardName vocabulary;

    /// One document, as it is told of. Texts are empty where there is nothing to tell.
    ///
    /// @param page relative to the site's root
    /// @param year of the decision; 0 for none
    public record Told(String id, String page, String title, String status, String outcome, int year, String reason, String problem) { }

    /// One piece of a word.
    ///
    /// @param text ASCII
    /// @param band 0 for the commonest
    /// @param row  its scale and its row, in the levels of its band
    public record Piece(String text, int band, byte[] row) {

        public Piece {
            if (band < 0 || band >= BANDS) {
                throw new IllegalArgumentException(text + " is in band " + band);
            }
        }
    }

    /// How a band is written.
    ///
    /// @param aShard how many rows a file has
    /// @param levels of its rows: 8 or 4
    public record Band(int aShard, int levels) { }

    /// @param documents how many there are in all
    /// @param days      on which the last of them were created, as in [ShardWriter]
    public ProblemWriter(int documents, int[] days, ShardSink sink) {
        this.sink = sink;
        this.slots = Slots.of(documents, days);
        records.octet('Q');
    }

    /// Writes the pieces and their rows.
    ///
    /// @param all in the order of their bytes
    /// @param of  the bands, the commonest first
    public void pieces(List<Piece> all, List<Band> of) throws IOException {
        ShardOutput words = new ShardOutput().octet('V');
        byte[] before = {};
        for (Piece piece : all) {
            byte[] bytes = piece.text.getBytes(StandardCharsets.US_ASCII);
            int mismatch = Arrays.mismatch(before, bytes);
            int shared = Math.min(mismatch < 0 ? bytes.length : mismatch, MOST_SHARED);
            words.octets(bytes, shared, bytes.length - shared).octet(END + (piece.band << 4) + shared);
            before = bytes;
        }
        vocabulary = write(words);
        List<byte[]> files = new ArrayList<>();
        bands.number(of.size());
        for (int i = 0; i < of.size(); i++) {
            int number = i;
            Band band = of.get(i);
            List<byte[]> rows = all.stream().filter(piece -> piece.band == number).map(Piece::row).toList();
            bands.number(rows.size()).number(band.aShard).number(band.levels);
            for (int from = 0; from < rows.size(); from += band.aShard) {
                files.add(rows(rows.subList(from, Math.min(rows.size(), from + band.aShard))).toByteArray());
            }
        }
        ShardOutput together = new ShardOutput();
        files.forEach(file -> together.octets(file, 0, file.length));
        ShardName name = ShardName.of(together.toByteArray());
        for (int i = 0; i < files.size(); i++) {
            sink.write(name + "-" + i, files.get(i));
        }
        pieces = name;
    }

    /// What [#pieces] wrote, for [#keepPieces].
    public byte[] piecesToBytes() {
        return new ShardOutput().name(Objects.requireNonNull(pieces)).name(Objects.requireNonNull(vocabulary)).octets(bands).toByteArray();
    }

    /// Takes pieces that were written before.
    public void keepPieces(byte[] value) {
        ShardInput in = new ShardInput("of pieces", value, 0);
        pieces = in.name();
        vocabulary = in.name();
        while (in.more()) {
            bands.octet(in.octet());
        }
    }

    private static ShardOutput rows(List<byte[]> rows) {
        ShardOutput out = new ShardOutput().octet('W');
        rows.forEach(row -> out.octets(row, 0, row.length));
        return out;
    }

    /// Writes a heap.
    ///
    /// @param numbers of its documents, ascending
    /// @param vectors of the same
    public void heap(byte[] centre, int[] numbers, List<byte[]> vectors) throws IOException {
        ShardOutput out = new ShardOutput().octet('H').number(numbers.length);
        int next = 0;
        for (int i = 0; i < numbers.length; i++) {
            int slot = slots.of(numbers[i]);
            out.number(slot - next).octets(vectors.get(i), 0, vectors.get(i).length);
            next = slot + 1;
        }
        heaps.octets(centre, 0, centre.length).name(write(out));
        heapCount++;
    }

    /// Writes the next document.
    public void record(Told told) throws IOException {
        records.text(told.id).text(told.page.equals("ideas/" + told.id + ".html") ? "" : told.page).text(told.title).text(told.status)
            .text(told.outcome).number(told.year).text(told.reason).text(told.problem);
        inShard++;
        if (inShard == MOST_RECORDS || inShard >= FEWEST_RECORDS && (TermHash.of(told.id) & 3) == 0) {
            endRecords();
        }
    }

    private void endRecords() throws IOException {
        runSizes.add(inShard);
        runNames.add(write(records));
        inShard = 0;
        records.clear();
        records.octet('Q');
    }

    /// Ends the run of documents that were written since the last one ended.
    public RecordRun endRun() throws IOException {
        if (inShard > 0) {
            endRecords();
        }
        RecordRun run = new RecordRun(runSizes, runNames);
        keep(run);
        runSizes.clear();
        runNames.clear();
        return run;
    }

    /// Takes a run that was written before as the next documents.
    public void keep(RecordRun run) {
        for (int i = 0; i < run.names().size(); i++) {
            recordNames.number(run.sizes().get(i)).name(run.names().get(i));
            recordCount += run.sizes().get(i);
        }
        recordShards += run.names().size();
    }

    /// Writes the root, when all else is written.
    ///
    /// @param questionPieces of a question, what comes after so many different pieces doesn't count
    /// @param probed         how many heaps a question is compared with
    /// @param likely         the least cosine of a problem that somebody probably had
    /// @param possible       the least of one that somebody may have had
    public void finish(int questionPieces, int probed, double likely, double possible) throws IOException {
        endRun();
        ShardOutput slotNumbers = new ShardOutput().octet('Z');
        slots.write(slotNumbers);
        ShardOutput root = new ShardOutput().octet('M').number(VERSION).number(recordCount).number(questionPieces).number(probed)
            .number(Math.round(likely * UNIT)).number(Math.round(possible * UNIT))
            .name(Objects.requireNonNull(pieces, "no pieces")).name(Objects.requireNonNull(vocabulary)).octets(bands)
            .number(heapCount).octets(heaps).number(recordShards).octets(recordNames).name(write(slotNumbers));
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
