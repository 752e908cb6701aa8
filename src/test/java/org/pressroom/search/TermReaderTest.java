package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The memory of words gives what the chain gives.
class TermReaderTest {

    private static final List<String> PIECES = List.of("the", "Repairs", "repairing", "naïve", "C++", "c#", ".NET", "3.5", "1,000",
        "users’", "user's", "don'", "e.g.", "abcdefghijkl", "abcdefghijklm", "o’s", "x—y", "‘q’",
        "東京都", "이슈", "ß", "İ", "🙂", "\u00AD", " ", "-", "/", "&", "‑", "=", "-", "_", "+", "#", ".", "x".repeat(70), "and", "ａｂ", "日");

    private final TermReader reader = new TermReader();

    private List<String> terms(String text) throws IOException {
        List<String> terms = new ArrayList<>();
        reader.reset(text);
        BytesRef bytes = new BytesRef();
        for (int term = reader.next(); term != TermReader.NONE; term = reader.next()) {
            reader.terms().read(term, bytes);
            terms.add(bytes.utf8ToString());
        }
        return terms;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.of(PIECES)), Tuple.of(1, Arbitraries.just(" ")),
            Tuple.of(1, Arbitraries.integers().between(0, 0x2ffff).map(Character::toString)));
        return piece.list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }

    @Property(seed = "5", tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anyTextHasTheTermsOfTheChain(@ForAll("texts") String text) throws IOException {
        String normal = Analysis.normal(text);
        assertEquals(Analysis.tokens(normal).stream().map(Analysis.Token::term).toList(), terms(normal), normal);
    }

    @Test
    void manyWordsAreForgottenAndFoundAgain() throws IOException {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 250_000; i++) {
            words.add("w" + Integer.toString(i, 36) + "q");
        }
        for (int from = 0; from < words.size(); from += 50_000) {
            reader.trim();
            assertEquals(words.subList(from, from + 50_000), terms(String.join(" ", words.subList(from, from + 50_000))));
        }
        reader.trim();
        assertEquals(List.of(words.getFirst(), words.getLast()), terms(words.getFirst() + " " + words.getLast()));
    }

    @Test
    void longTextsAndLongWordsAreRead() throws IOException {
        String text = "x".repeat(10_000) + " " + "é".repeat(10_000) + " " + "東".repeat(3_000) + " 🙂".repeat(500) + " 𝒳".repeat(500);

        assertEquals(Analysis.tokens(text).stream().map(Analysis.Token::term).toList(), terms(text));
    }

    @Test
    void formsOfAWordAreOneTerm() throws IOException {
        reader.reset("repair repairs Repairing");
        int first = reader.next();
        assertEquals(first, reader.next());
        assertEquals(first, reader.next());
        assertEquals(1, reader.terms().size());
    }
}
