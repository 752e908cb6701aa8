package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.config.Configuration;
import org.pressroom.git.ArchiveTree;
import org.pressroom.model.Document;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class DocumentCodecTest {

    private final DocumentParser parser = new DocumentParser(Configuration.DEFAULT, _ -> false);

    private Document document(SourceFile file) {
        return assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(file)).document();
    }

    private static void assertComesBack(Document document) {
        byte[] bytes = DocumentCodec.encode(document);
        assertEquals(document, DocumentCodec.decode(bytes));
        assertArrayEquals(bytes, DocumentCodec.encode(DocumentCodec.decode(bytes)));
    }

    @Test
    void everySampleComesBackAsItWas() {
        int samples = 0;
        try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, Path.of("content"), null)) {
            for (var entry : tree.files()) {
                if (entry.path().path().endsWith(".md")) {
                    assertComesBack(document(tree.read(entry, 10_000_000)));
                    samples++;
                }
            }
        }
        assertTrue(samples >= 36, samples + " samples");
    }

    @Test
    void whatNoSampleHasComesBackToo() {
        for (String text : new String[] {"", "# \uD83D\uDE00\n", """
            ---
            x-deep: {a: [b, {c: [d]}], e: f}
            x-list: [1, [2, [3]]]
            reviews: [{date: 2024-01-01, reviewers: [A, B], decision: revise, notes: n}, {notes: only}]
            decision: {date: 2024-02-01, deciders: [C], reason: too-small, text: t, link: "https://x.example/"}
            criteria: {big-idea: yes}
            prediction: {text: p, by: 2028-Q1}
            aliases: [a.html, b.html]
            ---

            Text[^1] with [a link](x.md#y "t") and ![an image](i.png).

            [^1]: A note.
            """}) {
            assertComesBack(document(new SourceFile(SourcePath.of("a.md"), "", text.getBytes(StandardCharsets.UTF_8))));
        }
    }
}
