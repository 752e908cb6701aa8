package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Text that was made to break a parser costs its own document, and neither an exception nor much time.
class HostileTextTest {

    private static final long SEED = 20260601;
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

    @Test
    void noiseAlwaysHasAnOutcome() {
        Random random = new Random(SEED);
        for (int i = 0; i < 400; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            outcomeOf(noise);
            outcomeOf(splinters(random, 1 + random.nextInt(300)).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void mutationsOfTheSamplesAlwaysHaveAnOutcome() throws IOException {
        Random random = new Random(SEED);
        List<byte[]> samples = samples();
        assertTrue(samples.size() >= 36);
        for (int i = 0; i < 600; i++) {
            byte[] sample = samples.get(random.nextInt(samples.size()));
            outcomeOf(i % 3 == 0 ? bytes(random, sample) : text(random, new String(sample, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void outcomeOf(byte[] bytes) {
        try {
            ParseOutcome outcome = Parsing.outcome(bytes);
            if (outcome instanceof ParseOutcome.Parsed parsed) {
                String html = Parsing.html(parsed.document());
                SafeHtmlTest.assertSafe(org.jsoup.Jsoup.parseBodyFragment(html.replaceAll("[\u0001\u0004]\\d+\u0002|\u0003", "")).body(), "");
                int links = parsed.document().links().size();
                long marks = html.chars().filter(c -> c == '\u0002').count();
                assertTrue(marks <= 3L * links, "marks without links");
                int lines = parsed.text().lines().count();
                parsed.document().blocks().forEach(b -> assertTrue(b.lines().to() <= lines, () -> b.lines() + " of " + lines));
                parsed.notices().forEach(n -> assertTrue(n.position().endLine() <= lines, n::toString));
                assertEquals(parsed.document().anchors().stream().distinct().toList(), parsed.document().anchors());
            } else {
                assertTrue(!((ParseOutcome.Unparsable) outcome).notices().isEmpty());
            }
        } catch (RuntimeException | Error e) {
            throw new AssertionError("fails on " + java.util.Base64.getEncoder().encodeToString(bytes), e);
        }
    }

    private static byte[] bytes(Random random, byte[] sample) {
        byte[] changed = sample.clone();
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return Arrays.copyOf(changed, random.nextInt(4) == 0 ? random.nextInt(changed.length) : changed.length);
    }

    private static String text(Random random, String sample) {
        StringBuilder text = new StringBuilder(sample);
        for (int n = 1 + random.nextInt(12); n > 0; n--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, splinters(random, 1 + random.nextInt(4)));
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, to));
                default -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())).repeat(1 + random.nextInt(30)));
            }
        }
        return text.toString();
    }

    private static String splinters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            text.append(random.nextInt(3) == 0 ? " word " : "");
        }
        return text.toString();
    }

    static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                samples.add(Files.readAllBytes(file));
            }
        }
        return samples;
    }
}
