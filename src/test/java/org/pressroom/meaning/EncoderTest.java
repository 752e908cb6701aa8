package org.pressroom.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

class EncoderTest {

    private static final Encoder ENCODER = Encoder.shipped();

    private static double cosine(String document, String question) {
        return ENCODER.document(List.of(document)).orElseThrow().cosine(ENCODER.question(question).orElseThrow());
    }

    /// Next to no word is shared, and the other text is of the same trade.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The boiler broke and nobody could come for a week | heating repair takes far too long to book | the front door sticks in wet weather",
        "Patients forget to take their pills | people miss doses of medicine | patients can't park at the hospital",
        "Our invoices are paid six weeks late | customers owe us money long past the due date | customers can't find the address of our office",
        "Cyclists have no safe place to leave a bike at the station | bicycles get stolen from railway platforms | railway tickets cost more in the morning",
        "New employees wait days for a laptop | hardware isn't ready when somebody joins the company | the company canteen closes too early"
    })
    void theSameProblemInOtherWordsIsNearer(String problem, String same, String other) {
        assertTrue(cosine(problem, same) > cosine(problem, other) + 0.05,
            cosine(problem, same) + " against " + cosine(problem, other));
    }

    @Test
    /// As near as a vector in two bits and a question whose rarer pieces are rounded can be.
    void aTextIsNearToItself() {
        String text = "Tenants wait eleven days for a plumber, and the water runs meanwhile";
        assertTrue(cosine(text, text) > 0.87);
        assertEquals(ENCODER.document(List.of(text)), ENCODER.document(List.of(text.toUpperCase(java.util.Locale.ROOT), "…")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "?!", "漢字", "Привет"})
    void aTextWithoutAWordHasNoMeaning(String text) {
        assertTrue(ENCODER.question(text).isEmpty());
        assertTrue(ENCODER.document(List.of(text)).isEmpty());
    }

    @Test
    void ofALongQuestionTheBeginningCounts() {
        List<String> words = PieceTable.shipped().vocabulary().stream().filter(w -> w.length() > 4 && !w.startsWith("##")).limit(Encoder.QUESTION_PIECES).toList();
        String text = String.join(" ", words);
        String more = PieceTable.shipped().vocabulary().stream().filter(w -> w.length() > 4 && !w.startsWith("##") && !words.contains(w)).findFirst().orElseThrow();
        assertTrue(Arrays.equals(ENCODER.question(text).orElseThrow(), ENCODER.question(text + " " + more + " " + more).orElseThrow()));
    }

    @Test
    void aQuestionsPiecesCountAsTheirRoundedRowsSay() {
        PieceTable table = PieceTable.shipped();
        for (String word : List.of("the", "door", "kitchen", "boiler", "thyroid")) {
            int piece = table.vocabulary().indexOf(word);
            Levels levels = PieceBand.ALL.get(table.band(piece)).levels();
            byte[] row = table.roundedRow(piece);
            long[] sum = new long[MeaningVector.DIMENSIONS];
            table.addRoundedTo(sum, piece, 1);
            for (int d = 0; d < sum.length; d++) {
                assertEquals((long) table.scale(piece) * levels.of(row, 0, d), sum[d], word);
            }
        }
        assertEquals(List.of(0, 1, 2, 3, 4), Stream.of("e", "door", "kitchen", "boiler", "thyroid").map(word -> table.band(table.vocabulary().indexOf(word))).toList());
    }

    @Test
    void aTableIsReadAsItWasWritten() throws IOException {
        byte[] row = new byte[PieceTable.ROW_BYTES];
        Arrays.fill(row, (byte) 0x2f);
        PieceTable table = new PieceTable(List.of("a", "##b"), new int[] {7, 65_535}, concat(row, new byte[PieceTable.ROW_BYTES]));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.write(out);
        PieceTable read = PieceTable.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(table.vocabulary(), read.vocabulary());
        assertEquals(65_535, read.scale(1));
        assertTrue(Arrays.equals(row, read.row(0)));
        assertThrows(EOFException.class, () -> PieceTable.read(new ByteArrayInputStream(Arrays.copyOf(out.toByteArray(), 200))));
        assertThrows(IOException.class, () -> PieceTable.read(new ByteArrayInputStream("something else".getBytes(StandardCharsets.US_ASCII))));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// Whoever changes the table says so where its origin and its licences stand.
    @Test
    void theTableIsTheOneOfTheNotice() throws Exception {
        try (InputStream table = PieceTable.class.getResourceAsStream("pieces.bin");
                InputStream notice = PieceTable.class.getResourceAsStream("NOTICE.md")) {
            byte[] bytes = table.readAllBytes();
            assertTrue(bytes.length <= 8_000_000);
            String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertTrue(new String(notice.readAllBytes(), StandardCharsets.UTF_8).contains(sum), sum);
        }
    }
}
