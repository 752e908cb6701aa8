package org.pressroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.SchemaCheck;

import java.util.List;

class TermsTest {

    private static Term term(String word, List<String> written, @Nullable List<String> next) {
        return new Term(word, null, written, next, null, null, null);
    }

    private static final Terms TERMS = new Terms(List.of(
        term("in-review", List.of(), List.of("accepted")),
        term("accepted", List.of("Accepted *", "go"), List.of()),
        term("shipped", List.of("partly shipped*", "shipped (beta)"), null)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        In Review                      | in-review | -
        IN_REVIEW (until 3 May)        | in-review | until 3 May
        in-review (a) (b)              | in-review | (a) (b)
        Accepted                       | accepted  | -
        accepted with changes          | accepted  | with changes
        Accepted: see below            | accepted  | see below
        Accepted, in part              | accepted  | in part
        ✅ Accepted                     | accepted  | -
        Accepted.                      | accepted  | -
        Shipped v2 in May              | shipped   | v2 in May
        Shipped twice                  | -         | -
        Not accepted                   | -         | -
        Go                             | accepted  | -
        Gone                           | -         | -
        Shipped (release 5)            | shipped   | release 5
        shipped (beta)                 | shipped   | -
        Partly shipped (5): no windows | shipped   | (5): no windows
        Partly-shipped — (release 5)   | shipped   | release 5
        shipping                       | -         | -
        """)
    void aTextMeansAWordInAnyOfItsForms(String text, @Nullable String word, @Nullable String detail) {
        Terms.Match match = TERMS.match(text).orElse(null);
        assertEquals(word, match == null ? null : match.term().word());
        assertEquals(detail, match == null ? null : match.detail());
        assertEquals(word != null, new SchemaCheck(TERMS.schema().tree()).faults("'" + text + "'").isEmpty());
    }

    @Test
    void oneWordFollowsAnotherWhereTheVocabularySaysSo() {
        assertTrue(TERMS.mayFollow("in-review", "accepted"));
        assertFalse(TERMS.mayFollow("in-review", "shipped"));
        assertFalse(TERMS.mayFollow("accepted", "in-review"));
        assertTrue(TERMS.mayFollow("shipped", "in-review"));
        assertTrue(TERMS.mayFollow("accepted", "accepted"));
        assertTrue(TERMS.mayFollow("accepted", "a word of former times"));
        assertTrue(TERMS.mayFollow("a word of former times", "shipped"));
    }

    @Test
    void thePrfaqsOwnWordsFollowItsProcess() {
        Terms status = Vocabulary.PRFAQ.status();
        assertTrue(status.mayFollow("in-review", "declined"));
        assertTrue(status.mayFollow("approved", "declined"));
        assertFalse(status.mayFollow("draft", "approved"));
        assertFalse(status.mayFollow("declined", "draft"));
        assertFalse(status.mayFollow("withdrawn", "in-review"));
        assertFalse(Vocabulary.PRFAQ.outcome().mayFollow("retired", "launched"));
    }
}
