package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.parse.Cues.Kind;

/// Cues are found where words begin, all kinds in one pass.
class CuesTest {

    private static final Cues ENGLISH = Cues.of("en");

    @Test
    void aLongCueStandsForWordsThatBeginWithIt() {
        assertEquals(1, ENGLISH.in("It was frustrating.").count(Kind.TROUBLE));
        assertEquals(0, ENGLISH.in("An unfrustrated clerk.").count(Kind.TROUBLE));
    }

    @Test
    void aShortCueIsAWholeWord() {
        assertTrue(ENGLISH.in("but then").has(Kind.CONTRAST));
        assertFalse(ENGLISH.in("butter, then").has(Kind.CONTRAST));
    }

    @Test
    void aCueWithAFullStopInTheFileIsAWholeWord() {
        assertTrue(ENGLISH.in("visit the shop").has(Kind.ACTION));
        assertFalse(ENGLISH.in("visitors of the shop").has(Kind.ACTION));
    }

    @Test
    void theSameCueCountsOnceAndTheLongestOfSeveral() {
        assertEquals(1, ENGLISH.in("wait and wait and wait").count(Kind.TROUBLE));
        assertEquals(1, ENGLISH.in("it is hard to say").count(Kind.TROUBLE));
    }

    @Test
    void theFirstPlaceIsTold() {
        assertEquals(8, ENGLISH.in("The firm announced a key.").first(Kind.ANNOUNCE) - 1);
        assertEquals(-1, ENGLISH.in("The firm sleeps.").first(Kind.ANNOUNCE));
    }

    @ParameterizedTest
    @CsvSource({"de, Leider warten Mieter lange.", "fr, Les locataires attendent sans réponse.", "es, Nadie puede entregar la llave.",
        "pt, Ninguém consegue entregar a chave.", "ja, 鍵を渡すのが難しい。", "ko, 열쇠를 받기 어렵다.", "zh, 很难拿到钥匙。", "en, Nobody can post a key."})
    void everyLanguageHasItsWordsOfTrouble(String language, String text) {
        assertTrue(Cues.of(language).in(text).has(Kind.TROUBLE), text);
    }

    @Test
    void anotherLanguageIsReadAsEnglish() {
        assertTrue(Cues.of("fi").in("Nobody can post a key.").has(Kind.TROUBLE));
    }
}
