package org.pressroom.parse;

import org.pressroom.config.Thresholds;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourceText;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Bytes to text: strict UTF-8, a byte order mark dropped, no NUL.
final class TextDecoding {

    private static final Fix SAVE_AS_UTF8 = new Fix("save the file as UTF-8 (iconv -f LATIN1 -t UTF-8, or your editor)");

    /// What came of decoding.
    sealed interface Outcome { }

    record Decoded(SourceText text, List<Notice> notices) implements Outcome { }

    record Refused(Notice notice) implements Outcome { }

    private TextDecoding() { }

    static Outcome decode(SourceFile file, Thresholds thresholds) {
        if (file.unreadable() != null) {
            return new Refused(new Notice("text-unreadable", Position.START, "the file can't be read: " + file.unreadable(), null));
        }
        byte[] bytes = file.bytes();
        if (bytes.length > thresholds.documentMaxBytes()) {
            return new Refused(new Notice("text-too-large", Position.START,
                "the document is larger than " + megabytes(thresholds.documentMaxBytes()) + " and was not read",
                new Fix("move data and images into files of their own, or raise thresholds.document-max-bytes in pressroom.yaml")));
        }
        if (bytes.length >= 2 && ((bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff
                || (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe)) {
            return new Refused(new Notice("text-encoding", Position.START, "the file is UTF-16, not UTF-8",
                new Fix("save the file as UTF-8 (iconv -f UTF-16 -t UTF-8, or your editor)")));
        }
        boolean mark = bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
        int start = mark ? 3 : 0;
        // Much faster than a decoder that reports; what can't be read stands as U+FFFD.
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        int broken = text.indexOf('\uFFFD') < 0 ? -1 : firstBroken(bytes, start);
        if (broken >= 0) {
            SourceText before = SourceText.of(file.path(), new String(bytes, start, broken - start, StandardCharsets.UTF_8));
            return new Refused(new Notice("text-encoding", endOf(before),
                "byte 0x" + String.format(Locale.ROOT, "%02X", bytes[broken]) + " here is not UTF-8", SAVE_AS_UTF8));
        }
        SourceText decoded = SourceText.of(file.path(), text);
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            Position at = Position.at(decoded.lines().lineAt(nul), decoded.lines().columnAt(nul));
            return new Refused(new Notice("text-encoding", at, "there is a NUL character here: the file is not text",
                new Fix("remove the NUL characters, or give a file that is not markdown another extension")));
        }
        if (bytes.length > thresholds.documentWarningBytes()) {
            return new Decoded(decoded, List.of(new Notice("text-too-large", Position.START,
                "the document is larger than " + megabytes(thresholds.documentWarningBytes()),
                new Fix("move data and images into files of their own"))));
        }
        return new Decoded(decoded, List.of());
    }

    /// The text that bytes may be which [#decode] refuses, with U+FFFD for what makes no sense.
    static String guessed(byte[] bytes) {
        boolean marked = bytes.length >= 2 && ((bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff || (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe);
        return new String(bytes, marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).replace("\0", "");
    }

    /// Where the first byte stands that is no UTF-8; -1 without one.
    private static int firstBroken(byte[] bytes, int start) {
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT).decode(in, CharBuffer.allocate(bytes.length - start), true);
        return result.isError() ? in.position() : -1;
    }

    private static Position endOf(SourceText text) {
        int end = text.text().length();
        return Position.at(text.lines().lineAt(end), text.lines().columnAt(end));
    }

    private static String megabytes(int bytes) {
        return bytes >= 1_000_000 && bytes % 100_000 == 0
            ? (bytes / 1_000_000) + (bytes % 1_000_000 == 0 ? "" : "." + bytes % 1_000_000 / 100_000) + " MB"
            : bytes + " bytes";
    }
}
