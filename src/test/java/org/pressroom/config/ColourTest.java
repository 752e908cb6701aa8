package org.pressroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;

class ColourTest {

    @Test
    void contrastIsThatOfWcag() {
        assertEquals(21, Colour.contrast("#000000", "#ffffff"), 0.001);
        assertEquals(4.54, Colour.contrast("#767676", "#ffffff"), 0.005);
        assertEquals(1, Colour.contrast("#123456", "#123456"), 0.001);
    }

    @Test
    void wordsCanBeReadOnAnyColour() {
        for (int grey = 0; grey < 256; grey++) {
            String colour = String.format(Locale.ROOT, "#%02x%02x%02x", grey, 255 - grey, grey / 2);
            assertTrue(Colour.contrast(colour, Colour.ink(colour)) >= 4.5, colour);
        }
    }

    @Test
    void aShadeThatCanBeSeenIsFound() {
        for (String colour : new String[] {"#ffffff", "#ffff00", "#14171a", "#000000", "#80ff80"}) {
            assertTrue(Colour.contrast(Colour.visible(colour, Colour.PAPER), Colour.PAPER) >= 3, colour);
            assertTrue(Colour.contrast(Colour.visible(colour, Colour.NIGHT), Colour.NIGHT) >= 3, colour);
        }
        assertEquals("#2f78c4", Colour.visible("#2f78c4", Colour.PAPER));
    }

    @Test
    void shortAndLongFormsAreRead() {
        assertEquals(Optional.of("#aabbcc"), Colour.parse("#ABC"));
        assertEquals(Optional.of("#1a2b3c"), Colour.parse(" #1A2B3C "));
        assertEquals(Optional.empty(), Colour.parse("#12345"));
    }
}
