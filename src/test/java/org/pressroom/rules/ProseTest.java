package org.pressroom.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

class ProseTest {

    private static Prose prose(String markdown) {
        return Prose.of(SourceText.of(SourcePath.of("a.md"), markdown), 1, null);
    }

    private static String words(Prose prose) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < prose.length(); i++) {
            words.append(prose.charAt(i) == Prose.BREAK ? '/' : prose.charAt(i));
        }
        return words.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '^', textBlock = """
        A **Best-in**-class  Ring                  → a best in class ring/
        one\\ntwo                                  → one two/
        one\\n\\ntwo                               → one/two/
        ^## Title\\ntext^                          → title/text/
        - one\\n- two                              → one/two/
        use `the code` here                        → use here/
        use ``a ` b`` here                         → use here/
        open ` tick                                → open tick/
        ```\\ncode\\n```\\ntext                    → text/
        ~~~ x\\ncode\\n```\\n~~~\\ntext            → text/
        text\\n\\n    code\\n\\nmore               → text/more/
        - a\\n\\n    still a                       → a/still a/
        a <!-- hidden --> b                        → a b/
        a <!-- hid\\nden --> b                     → a b/
        a <b>bold</b><br>b                         → a bold b/
        2 < 3 <a                                   → 2 < 3 <a/
        see [the map](x/y.md#z) now                → see the map now/
        see [the map][1] now                       → see the map now/
        at https://a.example/b?c now               → at now/
        www.a.example is www                       → is www/
        Tom&nbsp;and R&D                           → tom and r d/
        it’s 5 °C                                  → it's 5 °c/
        | a | b |\\n|---|---|\\n| c | d |          → a/b/c/d/
        > quoted                                   → quoted/
        日本\\n語の 文                             → 日本語の 文/
        훨씬\\n더 빨라                             → 훨씬 더 빨라/
        """)
    void onlyWordsAreLeft(String markdown, String words) {
        assertEquals(words, words(prose(markdown.replace("\\n", "\n"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '^', textBlock = """
        He said "best ring" twice     → best ring
        Sie sagt „beste“ und geht     → beste
        Er sagt »beste« und geht      → beste
        Il dit «bon» et part          → bon
        “It is good,” she said        → it is good,
        彼は「良い」と言う            → 良い
        “It goes on                   → it goes on
        a 5" pipe and a 7" one        →
        nothing “ here                →
        > all of it                   → all of it
        """)
    void whatIsQuotedIsKnown(String markdown, String quoted) {
        Prose prose = prose(markdown);
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < prose.length(); i++) {
            found.append(prose.isQuoted(i) && "“„«»「\"".indexOf(prose.charAt(i)) < 0 ? prose.charAt(i) : '\0');
        }
        assertEquals(quoted == null ? "" : quoted, found.toString().replace("\0", "").strip());
    }

    @Test
    void sentencesEndWhereReadersEndThem() {
        Prose prose = prose("It costs 2.5 euros. He said \"no.\" So what? Yes\n\nAnd 一つ。二つ。");
        assertTrue(prose.hasNumber(0));
        assertEquals(0, prose.sentenceAt(words(prose).indexOf("euros")));
        assertEquals(1, prose.sentenceAt(words(prose).indexOf("said")));
        assertEquals(2, prose.sentenceAt(words(prose).indexOf("what")));
        assertEquals(3, prose.sentenceAt(words(prose).indexOf("yes")));
        assertEquals(4, prose.sentenceAt(words(prose).indexOf("and")));
        assertEquals(5, prose.sentenceAt(words(prose).indexOf("二")));
    }

    @Test
    void everyCharacterKnowsItsPlace() {
        String markdown = "# T\n\nA **very** `x` *fast* ring\n";
        Prose prose = prose(markdown);
        assertEquals(markdown.indexOf("fast"), prose.offset(words(prose).indexOf("fast")));
        assertEquals(words(prose).indexOf("ring"), prose.indexAt(markdown.indexOf("ring")));
    }
}
