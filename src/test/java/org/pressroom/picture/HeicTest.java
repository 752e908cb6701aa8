package org.pressroom.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

class HeicTest {

    private static int at(byte[] file, String text, int from) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text, from);
    }

    @Test
    void notesBecomeZerosAndAllElseStaysInItsPlace() {
        byte[] heic = Heic.bytes();
        PictureOutcome.Cleaned outcome = assertInstanceOf(PictureOutcome.Cleaned.class, PictureMetadata.without(ByteBuffer.wrap(heic)));
        assertEquals(Set.of("Exif", "XMP"), outcome.removed());
        assertTrue(outcome.located());
        byte[] clean = Photographs.bytes(outcome);
        assertEquals(heic.length, clean.length);
        assertFalse(Photographs.notes(clean));
        assertEquals(-1, at(clean, "GPS", 0));
        byte[] expected = heic.clone();
        int first = at(heic, new String(Heic.TILE, StandardCharsets.ISO_8859_1), 0);
        int second = at(heic, new String(Heic.TILE, StandardCharsets.ISO_8859_1), first + 1);
        zero(expected, first + Heic.TILE.length, second);
        zero(expected, second + Heic.TILE.length, expected.length);
        for (String notes : new String[] {"Exif", "mime"}) {
            int entry = at(heic, notes, 0);
            ByteBuffer.wrap(expected).put(entry, new byte[] {'f', 'r', 'e', 'e'});
            zero(expected, entry + 4, Math.min(next(heic, "infe", entry), next(heic, "iref", entry)) - 4);
        }
        assertArrayEquals(expected, clean);
        // What is clean stays so.
        assertArrayEquals(clean, Photographs.bytes(assertInstanceOf(PictureOutcome.Cleaned.class, PictureMetadata.without(ByteBuffer.wrap(clean)))));
    }

    private static int next(byte[] file, String text, int from) {
        int at = at(file, text, from);
        return at < 0 ? file.length : at;
    }

    private static void zero(byte[] file, int from, int to) {
        java.util.Arrays.fill(file, from, to, (byte) 0);
    }

    @Test
    void aSiteShowsThePictureAndNotThePlace() {
        try (Site site = Site.of(document("0001", "Keys by post").replace("### Solution", "![A key](key.heic)\n\n### Solution"))) {
            site.write("content/key.heic", Heic.bytes());
            assertEquals(0, site.build().code());
            assertEquals("info content/key.heic", location(site));
            byte[] published = String.valueOf(site.files().get("files/key.heic")).getBytes(StandardCharsets.ISO_8859_1);
            assertFalse(Photographs.notes(published));
            assertTrue(at(published, new String(Heic.TILE, StandardCharsets.ISO_8859_1), 0) > 0);
            site.with("-- pressroom.yaml --\nkeep-image-metadata: true\n");
            assertEquals(0, site.build().code());
            assertTrue(String.valueOf(site.files().get("files/key.heic")).contains(Photographs.NOTE));
            assertEquals("warning content/key.heic", location(site));
            site.with("-- pressroom.yaml --\nseverities: {picture-location: off}\n");
            assertEquals("", location(site));
        }
    }

    private static String location(Site site) {
        return String.join(", ", site.check("--format", "json").findings().stream().filter(finding -> "picture-location".equals(finding.get("rule")))
            .map(finding -> finding.get("severity") + " " + finding.get("file")).toList());
    }
}
