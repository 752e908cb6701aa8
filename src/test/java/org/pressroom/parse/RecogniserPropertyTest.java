package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.Question;
import org.pressroom.source.LineSpan;

import java.util.List;

/// Whatever is put together from the pieces of PR/FAQs, the recogniser throws nothing, and what it finds lies in the document.
class RecogniserPropertyTest {

    private static final String SEED = "20270601";
    private static final List<String> PIECES = List.of("# ", "## ", "### ", "#\n", "Press release", "PR/FAQ: ", "Problem", "**The problem.** ", "Solution: ", "FAQ", "Internal FAQ",
        "Customer quote", "Quotes", "What customers say", "About us", "Note: ", "Getting started", "Call to action", "**", "*", "_", "`", "> ", "- ", "1. ", "---", "\n", "\n\n", "\n\n",
        "  \n", "\"", "“", "”", "«", "»", "「", "」", " said ", "said Dora Lane, a tenant", "— Dora Lane", "と話します", "라고 말했다", "LEEDS, 1 June 2027 — ", "[Date]", "[City](x) — ", "2027",
        "FOR IMMEDIATE RELEASE", "Q: ", "**Q:** ", "A: ", "Why?", "か。", "？", "<details>\n<summary>Why?</summary>\n\n", "</details>", "| a | b |\n|---|---|\n", "```\n", "<!-- x -->",
        "Nobody can post a key today, but many wait. ", "Keybox lets tenants unpack. ", "Visit keys.example. ", "Harbour Homes today announced Keybox. ", "문제", "課題", "😀", "\t", ":", "：", "(", ")", "'s ", ", ", " at ", " of ");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    @Property(seed = SEED, tries = 500, edgeCases = EdgeCasesMode.NONE)
    void nothingIsThrownAndEverythingFoundLiesInTheDocument(@ForAll("texts") String text) {
        ParseOutcome outcome = Parsing.outcome(text);
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
