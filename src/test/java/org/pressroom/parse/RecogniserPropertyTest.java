package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.Question;
import org.pressroom.source.LineSpan;

import java.util.List;
import java.util.Random;

/// Whatever is put together from the pieces of PR/FAQs, the recogniser throws nothing, and what it finds lies in the document.
class RecogniserPropertyTest {

    private static final long SEED = 20270601;
    private static final int DOCUMENTS = 1_500;
    private static final List<String> PIECES = List.of("# ", "## ", "### ", "#\n", "Press release", "PR/FAQ: ", "Problem", "**The problem.** ", "Solution: ", "FAQ", "Internal FAQ",
        "Customer quote", "Quotes", "What customers say", "About us", "Note: ", "Getting started", "Call to action", "**", "*", "_", "`", "> ", "- ", "1. ", "---", "\n", "\n\n", "\n\n",
        "  \n", "\"", "“", "”", "«", "»", "「", "」", " said ", "said Dora Lane, a tenant", "— Dora Lane", "と話します", "라고 말했다", "LEEDS, 1 June 2027 — ", "[Date]", "[City](x) — ", "2027",
        "FOR IMMEDIATE RELEASE", "Q: ", "**Q:** ", "A: ", "Why?", "か。", "？", "<details>\n<summary>Why?</summary>\n\n", "</details>", "| a | b |\n|---|---|\n", "```\n", "<!-- x -->",
        "Nobody can post a key today, but many wait. ", "Keybox lets tenants unpack. ", "Visit keys.example. ", "Harbour Homes today announced Keybox. ", "문제", "課題", "😀", "\t", ":", "：", "(", ")", "'s ", ", ", " at ", " of ");

    @Test
    void nothingIsThrownAndEverythingFoundLiesInTheDocument() {
        Random random = new Random(SEED);
        for (int i = 0; i < DOCUMENTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(60); piece >= 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            check(text.toString());
        }
    }

    private static void check(String text) {
        ParseOutcome outcome;
        try {
            outcome = Parsing.outcome(text);
        } catch (RuntimeException e) {
            throw new AssertionError(text, e);
        }
        if (outcome instanceof ParseOutcome.Parsed parsed) {
            Document document = parsed.document();
            LineSpan all = new LineSpan(1, parsed.text().lines().count());
            for (Part part : document.pressRelease().parts()) {
                assertTrue(all.contains(part.lines().from()) && all.contains(part.lines().to()), text);
            }
            for (Question question : document.faq().questions()) {
                Integer group = question.group();
                assertTrue(all.contains(question.lines().to()) && (group == null || group < document.faq().groups().size()), text);
            }
            assertTrue(document.pressRelease().headline() == null || all.contains(document.pressRelease().headline().line()), text);
        }
    }
}
