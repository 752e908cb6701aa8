package org.pressroom.search.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ProblemWriterTest {

    private static final int ROW = 130;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final ProblemWriter writer = writer(3);

    private ProblemWriter writer(int documents, int... days) {
        return new ProblemWriter(documents, days, files::put);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String hex(String ascii) {
        return hex(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static ProblemWriter.Told told(String id, String page) {
        return new ProblemWriter.Told(id, page, "T", "draft", "", 2021, "why", "Ü");
    }

    private static ProblemWriter.Piece piece(String text, int band, int filled) {
        return new ProblemWriter.Piece(text, band, filled(ROW, filled));
    }

    private static ProblemWriter.Band band(int aShard, int levels) {
        return new ProblemWriter.Band(aShard, levels);
    }

    private byte[] only(char kind) {
        List<byte[]> found = files.values().stream().filter(file -> file[0] == kind).toList();
        assertEquals(1, found.size(), String.valueOf(kind));
        return found.getFirst();
    }

    private byte[] file(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    @Test
    void aSmallArchiveByteByByte() throws IOException {
        writer.pieces(List.of(piece("##s", 1, 1), piece("gate", 1, 2), piece("gates", 0, 0), piece("the", 1, 3)), List.of(band(1, 8), band(2, 4)));
        writer.heap(filled(64, 0xaa), new int[] {0, 2}, List.of(filled(64, 1), filled(64, 2)));
        writer.record(told("a", "ideas/a.html"));
        writer.record(told("b", "own/b.html"));
        writer.record(told("c", "ideas/c.html"));
        writer.finish(96, 8, 0.45, 0.31);

        assertEquals("56" + hex("##s") + "90" + hex("gate") + "90" + hex("s") + "84" + hex("the") + "90", hex(only('V')));
        assertEquals("48" + "02" + "00" + "01".repeat(64) + "01" + "02".repeat(64), hex(only('H')));
        String rest = "01" + hex("T") + "05" + hex("draft") + "00" + "e50f" + "03" + hex("why") + "02" + "c39c";
        assertEquals("51" + "01" + hex("a") + "00" + rest + "01" + hex("b") + "0a" + hex("own/b.html") + rest + "01" + hex("c") + "00" + rest,
            hex(only('Q')));
        List<String> rows = List.of("57" + "00".repeat(ROW), "57" + "01".repeat(ROW) + "02".repeat(ROW), "57" + "03".repeat(ROW));
        ShardName pieces = ShardName.of(HexFormat.of().parseHex(String.join("", rows)));
        assertEquals(rows, IntStream.range(0, 3).mapToObj(i -> hex(file(pieces + "-" + i))).toList());
        assertEquals("4d" + "04" + "03" + "60" + "08" + "9423" + "9c18" + name(pieces) + name(ShardName.of(only('V'))) + "02" + "010108" + "030204"
            + "01" + "aa".repeat(64) + name(ShardName.of(only('H'))) + "01" + "03" + name(ShardName.of(only('Q')))
            + name(ShardName.of(only('Z'))), hex(only('M')));
        assertEquals("5a" + "000000", hex(only('Z')));
        assertEquals("root", List.copyOf(files.keySet()).getLast());
    }

    private static String name(ShardName name) {
        return hex(new ShardOutput().name(name).toByteArray());
    }

    @Test
    void equalContentsAreOneFileAndManyRowsAndRecordsAreSeveral() throws IOException {
        ProblemWriter writer = writer(33);
        writer.pieces(IntStream.range(10, 50).mapToObj(i -> piece("p" + i, i < 20 ? 0 : 1, i)).toList(), List.of(band(4, 8), band(16, 8)));
        for (int i = 0; i < 2; i++) {
            writer.heap(filled(64, i), new int[] {7}, List.of(filled(64, 7)));
        }
        for (int i = 0; i < 33; i++) {
            writer.record(told("same", "ideas/same.html"));
        }
        writer.finish(96, 8, 0.45, 0.31);

        assertEquals(1, files.values().stream().filter(file -> file[0] == 'H').count());
        assertEquals(2, files.values().stream().filter(file -> file[0] == 'Q').count());
        List<Integer> rows = files.values().stream().filter(file -> file[0] == 'W').map(file -> (file.length - 1) / ROW).toList();
        assertEquals(List.of(4, 4, 2, 16, 14), rows);
    }

    @Test
    void anArchiveWithoutDocumentsHasARoot() throws IOException {
        ProblemWriter writer = writer(0);
        writer.pieces(List.of(piece("the", 0, 0)), List.of(band(2, 8), band(4, 8)));
        writer.finish(96, 8, 0.45, 0.31);

        assertTrue(hex(only('M')).endsWith("00" + "00" + name(ShardName.of(only('Z')))));
    }

    @Test
    void membersAreNamedByTheirSlots() throws IOException {
        ProblemWriter writer = writer(4, 0, 100, 101);
        writer.heap(filled(64, 0), new int[] {0, 1, 2, 3}, Collections.nCopies(4, filled(64, 7)));

        // Sixteen slots for documents without a day, then sixteen for the year 1970.
        assertEquals("48" + "04" + Stream.of("00", "0f", "03", "00").map(delta -> delta + "07".repeat(64)).collect(Collectors.joining()), hex(only('H')));
    }

    @Test
    void recordsAreCutByWhatTheyHold() throws IOException {
        List<String> before = records(IntStream.range(0, 300).mapToObj(i -> "id" + i).toList());
        List<String> after = records(IntStream.range(0, 300).filter(i -> i != 40).mapToObj(i -> "id" + i).toList());
        int files = before.size();
        before.removeAll(after);

        assertTrue(files > 12 && before.size() <= 3, files + " files, of which " + before.size() + " changed");
    }

    private List<String> records(List<String> ids) throws IOException {
        files.clear();
        ProblemWriter writer = writer(ids.size());
        for (String id : ids) {
            writer.record(told(id, "p"));
        }
        writer.pieces(List.of(), List.of());
        writer.finish(96, 8, 0.45, 0.31);
        return files.values().stream().filter(file -> file[0] == 'Q').map(ProblemWriterTest::hex).collect(Collectors.toCollection(ArrayList::new));
    }

    /// What a piece ends in has four bits for what it shares with the one before.
    @Test
    void longPiecesShareNoMoreThanFifteenBytes() throws IOException {
        String sixteen = "abcdefghijklmnop";
        writer.pieces(List.of(piece(sixteen, 0, 0), piece(sixteen + "q", 7, 1)), Collections.nCopies(8, band(1, 8)));
        writer.finish(96, 8, 0.45, 0.31);

        assertEquals("56" + hex(sixteen) + "80" + hex("pq") + "ff", hex(only('V')));
        assertThrows(IllegalArgumentException.class, () -> piece("the", 8, 0));
    }

    /// Whoever holds a root of one cut finds none of the other's files.
    @Test
    void rowsThatAreCutOtherwiseHaveOtherNames() throws IOException {
        List<ProblemWriter.Piece> pieces = IntStream.range(10, 16).mapToObj(i -> piece("p" + i, 0, i)).toList();
        writer.pieces(pieces, List.of(band(2, 8)));
        Set<String> before = Set.copyOf(rowFiles());
        writer(3).pieces(pieces, List.of(band(3, 8)));

        assertEquals(3, before.size());
        assertEquals(5, rowFiles().size());
    }

    private List<String> rowFiles() {
        return files.keySet().stream().filter(name -> name.contains("-")).toList();
    }
}
