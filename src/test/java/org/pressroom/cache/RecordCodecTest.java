package org.pressroom.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class RecordCodecTest {

    private static final RecordCodec<Document> DOCUMENTS = RecordCodec.of(Document.class);

    private final DocumentParser parser = new DocumentParser(Configuration.DEFAULT, _ -> false);

    private Document document(SourceFile file) {
        return assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(file)).document();
    }

    private static void assertComesBack(Document document) {
        byte[] bytes = DOCUMENTS.encode(document);
        assertEquals(document, DOCUMENTS.decode(bytes));
        assertArrayEquals(bytes, DOCUMENTS.encode(DOCUMENTS.decode(bytes)));
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

    private enum Word { ONE, TWO }

    private record Inner(@Nullable String text, int number, List<Word> words) { }

    private record Outer(@Nullable Inner inner, @Nullable Integer count, boolean truth, long wide, double exact, @Nullable LocalDate day,
            List<@Nullable Inner> inners, Map<String, Inner> named, Set<String> names, Map<String, Object> any) { }

    @Test
    void allKindsOfComponentsComeBack() {
        RecordCodec<Outer> codec = RecordCodec.of(Outer.class);
        Inner inner = new Inner("é 😀", -7, List.of(Word.TWO, Word.ONE));
        List<@Nullable Inner> inners = new ArrayList<>();
        inners.add(null);
        inners.add(inner);
        Outer full = new Outer(inner, Integer.MIN_VALUE, true, Long.MIN_VALUE, -0.5, LocalDate.of(-44, 3, 15), inners, Map.of("a", inner),
            Set.of("", "x"), Map.of("list", List.of(1, 2L, 0.5, true, "t", LocalDate.EPOCH), "map", Map.of("deep", List.of())));
        Outer bare = new Outer(null, null, false, 0, Double.MAX_VALUE, null, List.of(), Map.of(), Set.of(), Map.of());
        for (Outer outer : List.of(full, bare)) {
            assertEquals(outer, codec.decode(codec.encode(outer)));
        }
    }

    @Test
    void bytesThatAreNoneAreRefusedAndDoNotFillTheMemory() {
        RecordCodec<Outer> codec = RecordCodec.of(Outer.class);
        byte[] whole = codec.encode(new Outer(new Inner("text", 1, List.of()), 1, true, 1, 1, LocalDate.EPOCH, List.of(), Map.of(), Set.of("x"), Map.of()));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(IllegalArgumentException.class, () -> codec.decode(part));
        }
        Random random = new Random(7);
        for (int n = 0; n < 2_000; n++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            try {
                codec.decode(noise);
            } catch (IllegalArgumentException e) {
                // Nothing else may come.
            }
        }
    }

    @Test
    void anotherFormHasAnotherSchema() {
        assertNotEquals(RecordCodec.of(Inner.class).schema(), RecordCodec.of(Outer.class).schema());
        assertTrue(RecordCodec.of(Outer.class).schema().contains(RecordCodec.of(Inner.class).schema().split(";", 2)[0]));
        assertThrows(IllegalArgumentException.class, () -> RecordCodec.of(Unknown.class));
    }

    private record Unknown(StringBuilder text) { }

    @Test
    void whatIsPackedComesBackAndWhatIsNotGivesNothing() {
        byte[] text = "a text that repeats ".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(text, Packed.unpack(Packed.pack(text)));
        assertTrue(Packed.pack(text).length < text.length / 3);
        assertEquals(0, Packed.unpack(text).length);
        assertEquals(0, Packed.unpack(new byte[0]).length);
    }
}
