package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pressroom.Noise;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Text that was made to break a parser costs its own document, and neither an exception nor much time.
class HostileTextTest {

    private static final String SEED = "20260601";
    private static final List<String> SPLINTERS = List.of("---\n", "\n---\n", "~~~~~~\n", "# ", "\n## FAQ\n", "\n> ", "\n- ", "\n1. ", "**", "*", "_", "`",
        "\n```\n", "[", "](", "](../secret.md)", "]: x", "![", "[^1]", "\n[^1]: ", "<", ">", "<script>", "</div>", "<!--", "-->", "<a href=\"", "|", "\n|---|---|\n",
        "\\", "&", "&#x1F600;", "\u0001", "\u0002", "\u0003", "\u00041\u0002", "\r", "\r\n", "\t", "\uFEFF", "\u2028", "?", "Q: ", "TODO", "\uD83D\uDE00", "課題", "\0",
        "visibility: restricted\n", "status: ", "{", "}", ": ", "&a ", "*a ", "https://", "www.", "~~", "===\n", "<svg>", "<![CDATA[");

    static Stream<String> bombs() {
        int n = 20_000;
        return Stream.of(">".repeat(n), "> ".repeat(n), "- ".repeat(n), "* ".repeat(n) + "x", "**".repeat(n), "*a **b ".repeat(n), "_".repeat(n), "[".repeat(n),
            "[a](".repeat(n), "![".repeat(n), "[x][".repeat(n), "<".repeat(n), "<a ".repeat(n), "<!--".repeat(n), "<![CDATA[".repeat(n), "<?".repeat(n),
            "`".repeat(n) + "x" + "`".repeat(n - 1), "` `` ".repeat(n), "~~".repeat(n), "&".repeat(n), "&#".repeat(n), "\\".repeat(n), "|".repeat(n), "a|b\n-|-\n" + "c|d\n".repeat(n / 4),
            "[x]: /u\n".repeat(n / 4), "[^1]: x\n".repeat(n), "[^1]".repeat(n) + "\n\n[^1]: x", "www.".repeat(n), "https://".repeat(n), "# ".repeat(n), "#\n".repeat(n), "a\n===\n".repeat(n),
            "<div>".repeat(n), "<b>".repeat(n), "<table>".repeat(n), "x <b>".repeat(n), "**Q: a?**\n\n".repeat(n), "- a?\n".repeat(n), "\n\n\n".repeat(n), "\r".repeat(n),
            indentedList(400), "- a\n  ".repeat(n), "1. ".repeat(n), "(".repeat(n) + ")".repeat(n), "\"".repeat(n), "---\n".repeat(n), "a: b\n".repeat(n), "k=v\n".repeat(n),
            "---\n" + "a: ".repeat(2_000) + "\n---\n", "---\n" + "? ".repeat(3_000) + "\n---\n", "---\n" + "- ".repeat(3_000) + "\n---\n", "---\n" + "{".repeat(n) + "\n---\n",
            "---\n\"" + "\\u0041".repeat(n) + "\"\n---\n", "---\n" + "&a ".repeat(n) + "\n---\n", "> Status: Draft\n".repeat(n), "- Status: Draft\n".repeat(n), "|a|b|\n".repeat(n / 4),
            "<details>\n\n".repeat(n), "- [ ] ".repeat(n), "    ".repeat(n) + "x", "\t".repeat(n) + "- x", "**a** — ".repeat(n), "[TODO ".repeat(n), "{{".repeat(n), "_".repeat(5) + " ".repeat(n));
    }

    private static String indentedList(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append("  ".repeat(i)).append("- x\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsReadOrRefusedSoon(String bomb) {
        ParseOutcome outcome = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Parsing.outcome(bomb + "\n"));
        if (outcome instanceof ParseOutcome.Unparsable refused) {
            assertEquals("text-too-complex", refused.notices().getFirst().rule());
            assertTrue(refused.notices().getFirst().fix() != null);
        }
    }

    @Test
    void nestingBeyondBoundsIsToldOnItsLine() {
        Notice quotes = Parsing.refusal("fine\n\n" + "> ".repeat(1_000) + "x\n");
        assertEquals(3, quotes.position().line());
        assertEquals("text-too-complex", quotes.rule());
        assertInstanceOf(ParseOutcome.Parsed.class, Parsing.outcome("> ".repeat(20) + "x\n"));
    }

    @Provide
    Arbitrary<byte[]> documents() {
        return Noise.documents(SPLINTERS);
    }

    /// What can't be read within bounds that are counted, not timed, is refused; all else is whole, safe and the same each time.
    @Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void anyBytesHaveTheSameSafeOutcomeTwice(@ForAll("documents") byte[] bytes) {
        ParseOutcome outcome = Parsing.outcome(bytes);
        ParseOutcome again = Parsing.outcome(bytes);
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
            assertEquals(outcome, again);
            assertTrue(!((ParseOutcome.Unparsable) outcome).notices().isEmpty());
            return;
        }
        ParseOutcome.Parsed second = assertInstanceOf(ParseOutcome.Parsed.class, again);
        assertEquals(parsed.document(), second.document());
        assertEquals(parsed.notices(), second.notices());
        String html = Parsing.html(parsed.document());
        SafeHtmlTest.assertSafe(org.jsoup.Jsoup.parseBodyFragment(html.replaceAll("[\u0001\u0004]\\d+\u0002|\u0003", "")).body(), "");
        int links = parsed.document().links().size();
        long marks = html.chars().filter(c -> c == '\u0002').count();
        assertTrue(marks <= 3L * links, "marks without links");
        int lines = parsed.text().lines().count();
        parsed.document().blocks().forEach(b -> assertTrue(b.lines().to() <= lines, () -> b.lines() + " of " + lines));
        parsed.notices().forEach(n -> assertTrue(n.position().endLine() <= lines, n::toString));
        assertEquals(parsed.document().anchors().stream().distinct().toList(), parsed.document().anchors());
    }
}
