package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pressroom.Noise;
import org.pressroom.config.Configuration;
import org.pressroom.model.Visibility;
import org.pressroom.source.SourceFile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whatever stands where metadata do, they are read the same each time, and nobody may read by the look at a document's head
/// what may not be read by the whole.
class MetadataPropertyTest {

    private static final DocumentParser PARSER = new DocumentParser(Configuration.DEFAULT, _ -> false);
    private static final List<String> PIECES = List.of("title: ", "status: ", "\nstatus: approved\n", "id: \"7\"\n", "visibility: restricted\n", "visibility", "restricted", "tags: [", "]", "{", "}",
        "\n", "\n  ", "\n- ", ": ", ":", "- ", "? ", "| ", ">-\n  ", "\"", "'", "\\", "\\u0041", "#", " # ", "&a ", "*a", "!!str ", "!x ", "<<: ", "%YAML 1.2\n", "---\n", "...\n", "2026-01-32", "2026-02-28", "1e9",
        "null", "~", "true", "reviews: [{date: 2026-01-01, by: A}]\n", "decision: {date: x}\n", "owner:\n  - A\n", "課題", "\uD83D\uDE00", "\uD83D", "\t", "\r\n", "\u2028", "\u0000", "aliases: [a, ../b]\n",
        "> Status: Draft\n", "- Owner: A\n", "| Status | Draft |\n|---|---|\n", "**Status:** approved\n", "# Title\n", "```\n");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> frame = Arbitraries.of("---\n%s\n---\n\n# A\n\nText.\n", "---\n%s", "# A\n\n%s\n\nText.\n", "+++\n%s\n+++\n", "a=b\n%s\n~~~~~~\nText.\n", "\uFEFF---\r\n%s\r\n---\r\n");
        return Combinators.combine(frame, Noise.text(PIECES, 40)).as((form, text) -> form.replace("%s", text));
    }

    @Property(seed = "20260715", tries = 500, edgeCases = EdgeCasesMode.NONE)
    void metadataAreReadTheSameTwiceAndTheHeadIsNotMoreOpenThanTheWhole(@ForAll("texts") String text) {
        SourceFile file = new SourceFile(Parsing.PATH, "0".repeat(40), text.getBytes(StandardCharsets.UTF_8));
        DocumentHead head = PARSER.head(file);
        assertEquals(head, PARSER.head(file));
        if (PARSER.parse(file) instanceof ParseOutcome.Parsed parsed) {
            assertEquals(head.id(), parsed.document().id());
            Visibility visibility = parsed.document().metadata().visibility();
            assertTrue(head.visibility() == visibility || head.visibility() == Visibility.RESTRICTED, () -> head + ", whole " + visibility);
            int lines = parsed.text().lines().count();
            assertTrue(parsed.raw().bodyLine() >= 1 && parsed.raw().bodyLine() <= lines + 1, () -> parsed.raw().bodyLine() + " of " + lines);
            parsed.notices().forEach(notice -> assertTrue(notice.position().endLine() <= lines, notice::toString));
        }
    }
}
