package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.parse.Parsing.document;
import static org.pressroom.parse.Parsing.html;
import static org.pressroom.parse.Parsing.parsed;
import static org.pressroom.parse.Parsing.refusal;

import org.junit.jupiter.api.Test;
import org.pressroom.model.Document;
import org.pressroom.model.Question;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

class TextDecodingTest {

    private static final String TEXT = """
        ---
        title: Keys
        status: draft
        ---

        # Keys

        ## Press release

        ### Problem

        Every week 140 tenants lose a morning. TBD

        ## FAQ

        ### What if it is lost?

        The lock is changed.
        """;

    @Test
    void aByteOrderMarkChangesNothing() {
        assertEquals(document(TEXT), document("\uFEFF" + TEXT));
    }

    @Test
    void windowsLineEndsChangeNoLineNumber() {
        Document unix = document(TEXT);
        Document windows = document(TEXT.replace("\n", "\r\n"));
        assertEquals(unix.pressRelease().parts().getFirst().lines(), windows.pressRelease().parts().getFirst().lines());
        assertEquals(unix.faq().questions().stream().map(Question::line).toList(), windows.faq().questions().stream().map(Question::line).toList());
        assertEquals(List.of(12), windows.placeholders());
        assertEquals(unix.metadata(), windows.metadata());
        assertEquals(html(unix).replace("\n", ""), html(windows).replaceAll("[\r\n]", ""));
    }

    @Test
    void aByteThatIsNotUtf8IsToldWhereItStands() {
        byte[] latin1 = "---\ntitle: Keys\n---\n\nZwölf Schlüssel\n".getBytes(StandardCharsets.ISO_8859_1);
        Notice notice = refusal(latin1);
        assertEquals("text-encoding", notice.rule());
        assertEquals(5, notice.position().line());
        assertEquals(3, notice.position().column());
        assertTrue(notice.message().contains("0xF6"), notice.message());
        assertTrue(String.valueOf(notice.fix()).contains("iconv"));
    }

    @Test
    void aCharacterThatIsCutOffAtTheEndIsTold() {
        byte[] whole = "Größe 木".getBytes(StandardCharsets.UTF_8);
        Notice notice = refusal(Arrays.copyOf(whole, whole.length - 1));
        assertEquals("text-encoding", notice.rule());
        assertEquals(7, notice.position().column());
    }

    @Test
    void surrogatesAndOverlongFormsAreNotUtf8() {
        assertEquals("text-encoding", refusal(new byte[] {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80, 'b'}).rule());
        assertEquals("text-encoding", refusal(new byte[] {'a', (byte) 0xc0, (byte) 0xaf, 'b'}).rule());
    }

    @Test
    void utf16IsNamed() {
        for (byte[] bytes : List.of(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE), TEXT.getBytes(StandardCharsets.UTF_16))) {
            assertEquals("the file is UTF-16, not UTF-8", refusal(bytes).message());
        }
        assertEquals("text-encoding", refusal(TEXT.getBytes(StandardCharsets.UTF_16BE)).rule());
    }

    @Test
    void aNulIsToldWhereItStands() {
        Notice notice = refusal("# Keys\n\nab\0c\n");
        assertEquals("text-encoding", notice.rule());
        assertEquals(3, notice.position().line());
        assertEquals(3, notice.position().column());
    }

    @Test
    void controlCharactersAndHalfCharactersAreLeftOutOfPages() {
        String html = html("# Keys\n\nbell\u0007 escape\u001b[31m delete\u007f c1\u0085 one\u0001two\u0002three\u0003four\u0004 &#xD800; &#1; &#0; \uFFFE end\n");
        assertFalse(html.chars().anyMatch(c -> c < ' ' && c != '\n' || c >= 0x7f && c <= 0x9f || c >= 0xd800 && c <= 0xdfff || c == 0xfffe), html);
        assertTrue(html.contains("onetwothreefour"), html);
    }

    @Test
    void moreThanTheLimitIsRefusedAndMuchIsWarnedOf() {
        byte[] large = new byte[10_000_001];
        Arrays.fill(large, (byte) 'a');
        Notice notice = refusal(large);
        assertEquals("text-too-large", notice.rule());
        assertTrue(notice.message().contains("10 MB"), notice.message());
        assertEquals(List.of("text-too-large"), parsed("word word\n\n".repeat(91_000)).notices().stream().map(Notice::rule).toList());
    }
}
