package org.pressroom.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.pressroom.Noise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whatever commits, logs and mail maps hold, they are read the same each time.
class HistoryPropertyTest {

    private static final String ID = "0123456789abcdef0123456789abcdef01234567";
    private static final List<String> LOG = List.of("\0", "\u0001", "\u0002", "\n", ":100644 100644 " + ID + " " + ID + " M", ":100644 000000 ", ID, " ", "1700000000 +0100", "99999999999999999999 +9999", "A B", "a@b.example",
        "Co <c@d.example>", "content/a.md", ":", "é", "\uFFFD");
    private static final List<String> LINES = List.of("Ana Lima", " ", "<", ">", "<ana@example.org>", "#", "\n", "1700000000", " +0100", " -9999", "\0", "\t", "é", "\u2028", "a");

    @Provide
    Arbitrary<String> logs() {
        return Noise.text(LOG, 80);
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.oneOf(Arbitraries.bytes().array(byte[].class).ofMaxSize(600), logs().map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<String> lines() {
        return Noise.text(LINES, 40);
    }

    private static List<Object> read(byte[] log) throws IOException {
        List<Object> seen = new ArrayList<>();
        boolean whole = new LogTokens(new ByteArrayInputStream(log)).read(new CommitVisitor() {
            @Override
            public void commit(RawCommit commit) {
                seen.add(commit);
            }

            @Override
            public void changed(String path, @Nullable String before, @Nullable String after) {
                seen.add(path + before + after);
            }
        });
        seen.add(whole);
        return seen;
    }

    @Property(seed = "20261130", tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyLogIsReadTheSameTwice(@ForAll("bytes") byte[] log) throws IOException {
        assertEquals(read(log), read(log));
    }

    @Property(seed = "20261130", tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyLineOfAuthorsIsReadTheSameTwice(@ForAll("lines") String line) {
        assertEquals(Ident.of(line), Ident.of(line));
        List<RawCommit.Author> authors = CoAuthors.of(List.of(line, line));
        assertEquals(CoAuthors.of(List.of(line)), authors);
        authors.forEach(author -> assertFalse(author.name().isBlank() || author.name().indexOf('<') >= 0));
        assertEquals(Mailmap.of(Optional.of(line.getBytes(StandardCharsets.UTF_8))).text(), Mailmap.of(Optional.of(line.getBytes(StandardCharsets.UTF_8))).text());
    }
}
