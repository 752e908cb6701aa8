package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void keepsWhatCanBeShownAndDropsTheRest() {
        String fine = "Größe 日本 👩‍👩‍👧 \u202e x\ty\n";
        assertSame(fine, PlainText.of(fine));
        assertEquals("ab", PlainText.of("a\0\u0007\u0085\ud800\ufffe\udbff\udfffb\udc00"));
    }

    @Test
    void cutsBetweenCodePoints() {
        assertEquals("ab", PlainText.cut("ab", 2));
        assertEquals("👍…", PlainText.cut("👍👍👍", 2));
        assertEquals("👍👍", PlainText.cut("👍👍", 2));
    }

    @Test
    void knowsTextThatNobodySees() {
        assertTrue(PlainText.isInvisible(" \u200b\u2060\u3000\ufeff"));
        assertFalse(PlainText.isInvisible("."));
        assertEquals("ab", PlainText.withoutDirections("\u202ea\u2066b\u2069"));
    }
}
