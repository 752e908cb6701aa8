package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.config.Configuration;
import org.pressroom.config.ConfigurationReader;
import org.pressroom.model.Document;
import org.pressroom.model.PartKind;
import org.pressroom.rules.Rules;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Documents of kinds that the configuration describes.
class KindsTest {

    private static final String RFC = """
        kinds:
          rfc:
            id: RFC-{number}
            parts:
              context: {labels: [Context, "Background *"], as: problem}
              decision: {as: solution}
              trade-offs:
              questions: {as: faq}
        """;

    private static Document read(String configuration, String path, String text) {
        Configuration read = new ConfigurationReader(Rules.ids(), MetadataSchema.paths(), Rules.wordLists())
            .read(SourceText.of(SourcePath.of("pressroom.yaml"), configuration)).configuration();
        return assertInstanceOf(ParseOutcome.Parsed.class, new DocumentParser(read, _ -> false)
            .parse(new SourceFile(SourcePath.of(path), "0".repeat(40), text.getBytes(StandardCharsets.UTF_8)))).document();
    }

    /// Titles and texts of the blocks with their parts: `context: Context | Four queues.`
    private static List<String> blocks(Document document) {
        return document.blocks().stream().map(b -> (b.part() == null ? "–" : b.part()) + ": "
            + String.join(" | ", List.of(b.title(), b.text()).stream().filter(t -> !t.isBlank()).toList())).toList();
    }

    @Test
    void aPartReachesToTheNextHeadingOfItsLevel() {
        Document document = read(RFC, "7-queue.md", """
            # One queue

            Letters.

            ## Background of this

            Four queues.

            ### How long

            An hour.

            ## Cost

            None.

            # Decision

            One queue.
            """);
        assertEquals(List.of("–: Letters.", "context: Background of this", "context: Four queues.", "context: How long", "context: An hour.",
            "–: Cost", "–: None.", "decision: Decision", "decision: One queue."), blocks(document));
        assertEquals("Four queues.\n\nAn hour.", document.pressRelease().part(PartKind.PROBLEM).orElseThrow().text());
        assertFalse(document.prfaq());
        assertNull(document.pressRelease().lines());
    }

    @Test
    void aLabelAnnouncesAPartToo() {
        Document document = read(RFC, "7-queue.md", """
            # One queue

            **Context.** Four queues.

            Each with a guard.

            **Trade-offs**

            - It may stand still.

            Decision: one queue.
            """);
        assertEquals(List.of("context: Context | Four queues.", "context: Each with a guard.", "trade-offs: Trade-offs",
            "trade-offs: It may stand still.", "decision: Decision | one queue."), blocks(document));
    }

    @Test
    void wordsOfAPressReleaseMeanNothingInAnotherKind() {
        Document document = read(RFC, "7-queue.md", """
            # One queue

            *Letters in one row*

            **LEEDS — 3 March 2027** — We announce it.

            ## Customer quote

            "Good," said Ana.

            ## FAQ

            ### Why?

            Because.
            """);
        assertTrue(document.faq().questions().isEmpty());
        assertEquals(List.of(), document.pressRelease().parts());
        assertNull(document.pressRelease().dateline());
    }

    @Test
    void questionsAreAskedBelowAPartThatIsAnFaq() {
        Document document = read(RFC, "7-queue.md", """
            # One queue

            ## Questions

            ### Internal questions

            #### Who pays?

            We do.

            ## Decision

            One queue.
            """);
        assertEquals("Who pays?", document.faq().questions().getFirst().text());
        assertEquals("questions: Who pays? | We do.", blocks(document).get(2));
        assertEquals("decision: Decision", blocks(document).get(3));
    }

    @Test
    void aPrfaqMayHavePartsOfTheHouseAndOtherWords() {
        Document document = read("""
            kinds: {prfaq: {parts: {tenets: {labels: [What we hold]}, problem: {labels: [The itch], as: problem}}}}
            """, "7-queue.md", """
            # One queue

            ## Press release

            ### The itch

            Four queues.

            ### What we hold

            Nobody waits twice.

            ### Solution

            One queue.

            ## FAQ

            ### Why?

            Because.
            """);
        assertTrue(document.prfaq());
        assertEquals("Four queues.", document.pressRelease().part(PartKind.PROBLEM).orElseThrow().text());
        assertEquals("One queue.", document.pressRelease().part(PartKind.SOLUTION).orElseThrow().text());
        assertTrue(blocks(document).containsAll(List.of("tenets: What we hold", "tenets: Nobody waits twice.", "–: Solution | One queue.")),
            blocks(document).toString());
        assertEquals(1, document.faq().questions().size());
    }

    @ParameterizedTest
    @CsvSource({"7-queue.md, RFC-{number}, RFC-7", "rfc-0042.md, '{number}', 0042", "2026-03-04-rfc-8-x.md, R{number}, R8",
        "notes/one-queue.md, '{folder}/{name}', notes/one-queue", "one-queue.md, RFC-{number}, one-queue", "one-queue.md, '{folder}-{name}', one-queue"})
    void anIdComesFromTheFile(String path, String form, String id) {
        assertEquals(id, read("kinds: {rfc: {id: '" + form + "'}}", path, "# One queue\n").id().value());
    }

    @Test
    void metadataInAListMayBeEmphasisedAndLinked() {
        Document document = read("""
            statuses: {done: {written: ["partly done*"]}}
            keys: {manager: people, code: text}
            kinds: {rfc: }
            """, "7-queue.md", """
            # One queue

            * Authors: [Ana Lima](https://example.org/ana), [Jo Park](https://example.org/jo) [Per Lind](https://example.org/per), and Una (@una)
            * [Sketch](https://example.org/sketch)
            * Manager: [Ida Holm](https://example.org/ida)
            * Status: **Partly done (5.2):** without doors
            * Code: [loom#12](https://example.org/12) and more
            * Discussion: [Thread](https://example.org/thread)

            Letters.
            """);
        assertEquals("done", document.metadata().status());
        assertEquals("(5.2): without doors", document.metadata().statusDetail());
        assertEquals(List.of("Ana Lima", "Jo Park", "Per Lind", "Una"), document.metadata().authors().stream().map(a -> a.name()).toList());
        assertEquals("https://example.org/thread", document.metadata().discussion());
        assertEquals(List.of("Ida Holm"), document.metadata().extra().get("manager"));
        assertEquals("[loom#12](https://example.org/12) and more", document.metadata().extra().get("code"));
        assertEquals(List.of("–: Letters."), blocks(document));
    }

    @Test
    void theLineThatNamesTheSchemaIsNoMetadata() {
        Document document = read("", "7-queue.md", """
            ---
            # yaml-language-server: $schema=../schema/front-matter.schema.json
            title: One queue
            status: draft (again)
            ---
            """);
        assertEquals("One queue", document.title());
        assertEquals("draft", document.metadata().status());
        assertEquals("again", Objects.requireNonNull(document.metadata().statusDetail()));
    }
}
