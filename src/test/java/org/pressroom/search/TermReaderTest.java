package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.pressroom.search.TermReader.Term;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The memory of words gives what the chain gives.
class TermReaderTest {

    private static final List<String> PIECES = List.of("the", "Repairs", "repairing", "naïve", "C++", "c#", ".NET", "3.5", "1,000",
        "users’", "user's", "東京都", "이슈", "ß", "İ", "🙂", "\u00AD", " ", "-", "_", "+", "#", ".", "x".repeat(70), "and", "ａｂ", "日");

    private final TermReader reader = new TermReader();

    private List<String> terms(String text) throws IOException {
        List<String> terms = new ArrayList<>();
        reader.reset(text);
        for (Term term = reader.next(); term != null; term = reader.next()) {
            terms.add(term.bytes.utf8ToString());
        }
        return terms;
    }

    @Test
    void anyTextHasTheTermsOfTheChain() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(12); piece > 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
                if (random.nextInt(3) == 0) {
                    text.appendCodePoint(random.nextInt(0x30000));
                }
                text.append(random.nextBoolean() ? " " : "");
            }
            String normal = Analysis.normal(text.toString());
            assertEquals(Analysis.tokens(normal).stream().map(Analysis.Token::term).toList(), terms(normal), normal);
        }
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
    void formsOfAWordAreOneTerm() throws IOException {
        reader.reset("repair repairs Repairing");
        Term first = reader.next();
        assertSame(first, reader.next());
        assertSame(first, reader.next());
    }

    @Test
    void termsAreOrderedAsTheirBytesAre() {
        List<Term> terms = new ArrayList<>();
        for (String text : List.of("", "a", "aaaaaaaa", "aaaaaaab", "aaaaaaaaa", "aaaaaaaab", "é", "日本", "\uFFFD", "😀", "z")) {
            terms.add(new Term(new BytesRef(text)));
        }
        List<BytesRef> expected = terms.stream().map(t -> t.bytes).sorted().toList();
        Collections.shuffle(terms, new Random(1));
        terms.sort(Term::compare);
        assertEquals(expected, terms.stream().map(t -> t.bytes).toList());
        assertTrue(Term.compare(new Term(new BytesRef("a")), new Term(new BytesRef("a\0"))) < 0);
    }
}
