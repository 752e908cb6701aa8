package org.pressroom.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Noise;
import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Text that was made to break the rules costs neither an exception nor much time.
class HostileRulesTest {

    private static final String SEED = "20261001";
    private static final int MANY = 100_000;
    private static final RuleEngine ENGINE = new RuleEngine(Configuration.DEFAULT, ExampleArchive.TODAY);
    private static final DocumentParser PARSER = new DocumentParser(Configuration.DEFAULT, _ -> false);

    private static final List<String> SPLINTERS = List.of("---\n", "\n\n", "# ", "## Press release\n\n", "### The problem\n\n", "**The solution.** ",
        "### Customer quote\n\n", "\n## FAQ\n\n", "### Why might this fail?\n\n", "\n> ", "\n- ", "**", "_", "`", "\n```\n", "[", "](", "<", ">", "<!--", "-->", "|", "\\", "&amp;",
        "“", "”", "\"", "„", "«", "»", "「", "」", "significantly ", "much", "-", "world-class ", "AI ", "RTPI (", ")", "said ", "A. B. ", "Jonas Lie ", "\uD83D\uDE00", "\uD83D", "課題", "革新的",
        "ー", "status: approved\n", "launch: 2026\n", "supersedes: [a]\n", "reviews: [{date: 2026-01-01}]\n", "2026-13-45 ", "**OSLO — 99 März 2026** — ", "https://", "\r\n", "\t", "\u2028", "?",
        "Introducing Melinda: ", "[TODO] ", "…", "*", "1. ", "    ", "。", ". ");

    @ParameterizedTest
    @ValueSource(strings = {"significantly ", "a", "A", "AB ", "AB (", "Aa Bb ", "\"", "“", "“a” ", "» ", "a\" ", "`", "`a", "` `` ", "<a ", "<!--", "](", "][", "&", "&a", "www.", "a. ",
        "。", "革", "significantly", "best in ", "best-", "a-", "*", "_", "|", "| a ", "> ", "- a\n", "a\n\n", "[TODO] ", "2026 ", "\uD83D\uDE00", "\uD83D", "of the ", "said Aa ", "much\n", "\\", "https://a ",
        "world's ", "a customer ", "1", "\t", "\u00a0"})
    void aHundredThousandOfAnythingAreCheckedSoon(String piece) {
        String body = piece.repeat(MANY / 4) + "\n\n";
        ParseOutcome outcome = parse("# Melinda: keys\n\n## Press release\n\n### The problem\n\n" + body + "### The solution\n\n" + body
            + "### Customer quote\n\n" + body + "## FAQ\n\n### Why might this fail?\n\n" + body);
        if (outcome instanceof ParseOutcome.Parsed parsed) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> { sound(parsed); });
        }
    }

    @Test
    void thousandsOfQuestionsAndPartsAreCheckedSoon() {
        String questions = "# K\n\n## FAQ\n\n" + "### Which risk is it?\n\nThe risk is low.\n\n".repeat(3_000);
        String parts = "# K\n\n## Press release\n\n" + "### The problem\n\nKeys.\n\n### Customer quote\n\n“I leave.”\n\n\n\n".repeat(1_500);
        for (String text : List.of(questions, parts)) {
            ParseOutcome.Parsed parsed = (ParseOutcome.Parsed) parse(text);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> { sound(parsed); });
        }
    }

    @Provide
    Arbitrary<byte[]> documents() {
        return Noise.documents(SPLINTERS);
    }

    @Property(seed = SEED, tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anyBytesGiveTheSameDiagnosticsTwiceAndNoException(@ForAll("documents") byte[] bytes) {
        if (PARSER.parse(file(bytes)) instanceof ParseOutcome.Parsed parsed) {
            assertEquals(sound(parsed), sound((ParseOutcome.Parsed) PARSER.parse(file(bytes))));
        }
    }

    /// No rule crashed, and all positions lie in the text.
    private static List<Diagnostic> sound(ParseOutcome.Parsed parsed) {
        List<Diagnostic> findings = ENGINE.check(parsed, null).findings();
        int lines = parsed.text().lines().count();
        assertEquals(List.of(), findings.stream().filter(f -> f.rule().equals("rule-crashed")).map(Diagnostic::message).toList());
        assertTrue(findings.stream().allMatch(f -> f.position().endLine() <= lines));
        return findings;
    }

    private static ParseOutcome parse(String text) {
        return PARSER.parse(file(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static SourceFile file(byte[] bytes) {
        return new SourceFile(SourcePath.of("a.md"), "0".repeat(40), bytes);
    }
}
