package org.pressroom.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;

/// Nothing that was noted beside a picture is published, and what it shows stays as it is.
class PictureMetadataTest {

    static List<String> names() {
        return Photographs.NAMES;
    }

    private static PictureOutcome.Cleaned cleaned(byte[] picture) {
        PictureOutcome outcome = PictureMetadata.without(ByteBuffer.wrap(picture));
        PictureOutcome.Cleaned cleaned = assertInstanceOf(PictureOutcome.Cleaned.class, outcome, outcome::toString);
        assertEquals(cleaned.size(), Photographs.bytes(cleaned).length);
        return cleaned;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        return ascii(new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to));
    }

    private static String refusal(byte[] picture) {
        PictureOutcome outcome = PictureMetadata.without(ByteBuffer.wrap(picture));
        return assertInstanceOf(PictureOutcome.Refused.class, outcome, outcome::toString).reason();
    }

    @ParameterizedTest
    @MethodSource("names")
    void notesGoAndDoNotComeBack(String name) {
        byte[] picture = Photographs.read(name);
        assertTrue(Photographs.notes(picture), "the picture proves nothing");
        PictureOutcome.Cleaned cleaned = cleaned(picture);
        byte[] clean = Photographs.bytes(cleaned);
        assertFalse(Photographs.notes(clean), name);
        assertFalse(cleaned.removed().isEmpty());
        // What the first pass keeps of Exif, the side on which a picture stands, is all that a second one finds.
        assertArrayEquals(clean, Photographs.bytes(cleaned(clean)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "progressive.jpg", "several.jpg", "photo.png", "film.png", "photo.gif", "film.gif"})
    void pixelsStay(String name) throws IOException {
        byte[] picture = Photographs.read(name);
        BufferedImage before = decoded(picture);
        BufferedImage after = decoded(Photographs.bytes(cleaned(picture)));
        int width = before.getWidth();
        int height = before.getHeight();
        assertArrayEquals(before.getRGB(0, 0, width, height, null, 0, width), after.getRGB(0, 0, width, height, null, 0, width));
    }

    private static BufferedImage decoded(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        assertNotNull(image);
        return image;
    }

    @ParameterizedTest
    @CsvSource({"photo.jpg, true", "several.jpg, true", "photo.png, true", "photo.webp, true", "film.webp, true", "photo.avif, true", "lossy.webp, false", "photo.gif, false", "print.jpg, false"})
    void aPlaceIsNoticed(String name, boolean located) {
        assertEquals(located, cleaned(Photographs.read(name)).located());
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "photo.png", "photo.webp", "film.webp"})
    void aPictureStandsOnTheSameSide(String name) {
        byte[] clean = Photographs.bytes(cleaned(Photographs.read(name)));
        String hex = HexFormat.of().formatHex(clean);
        assertTrue(hex.contains("4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000"), hex);
    }

    @Test
    void anUprightPictureNeedsNoExif() {
        for (String name : List.of("progressive.jpg", "print.jpg", "lossy.webp", "film.png")) {
            String clean = new String(Photographs.bytes(cleaned(Photographs.read(name))), StandardCharsets.ISO_8859_1);
            assertFalse(clean.contains("Exif") || clean.contains("eXIf") || clean.contains("EXIF"), name);
        }
    }

    @Test
    void coloursStay() {
        for (String name : List.of("photo.jpg", "photo.png", "photo.webp")) {
            String clean = new String(Photographs.bytes(cleaned(Photographs.read(name))), StandardCharsets.ISO_8859_1);
            assertTrue(clean.contains("ICC_PROFILE") || clean.contains("iCCP") || clean.contains("ICCP"), name);
        }
        assertTrue(new String(Photographs.bytes(cleaned(Photographs.read("print.jpg"))), StandardCharsets.ISO_8859_1).contains("Adobe"));
    }

    @Test
    void aWebpSaysWhatItHas() {
        byte[] clean = Photographs.bytes(cleaned(Photographs.read("lossy.webp")));
        assertEquals(clean.length - 8, ByteBuffer.wrap(clean).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(4));
        assertEquals(0, clean[20] & 0x0C, "neither Exif nor XMP");
        byte[] turned = Photographs.bytes(cleaned(Photographs.read("photo.webp")));
        assertEquals(0x08, turned[20] & 0x0C, "Exif alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "photo.png", "photo.webp", "photo.gif"})
    void whatFollowsAPictureGoes(String name) {
        byte[] picture = Photographs.read(name);
        PictureOutcome.Cleaned cleaned = cleaned(joined(picture, ascii("ftypmp42 a film " + Photographs.NOTE)));
        assertArrayEquals(Photographs.bytes(cleaned(picture)), Photographs.bytes(cleaned));
        assertTrue(cleaned.removed().contains("data after the picture"));
    }

    @Test
    void otherSegmentsOfAJpegGo() {
        byte[] picture = Photographs.read("progressive.jpg");
        byte[] clean = Photographs.bytes(cleaned(picture));
        byte[] note = ascii(Photographs.NOTE.repeat(3));
        for (int marker : new int[] {0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xEB, 0xEC, 0xED, 0xEF, 0xF0, 0xFD, 0xFE, 0x02}) {
            byte[] segment = joined(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) marker, 0, (byte) (note.length + 2)}, note);
            assertArrayEquals(clean, Photographs.bytes(cleaned(joined(Arrays.copyOf(picture, 2), segment, Arrays.copyOfRange(picture, 2, picture.length)))), marker + "");
        }
    }

    @Test
    void aThumbnailInTheHeaderGoes() {
        byte[] picture = Photographs.read("progressive.jpg");
        byte[] clean = Photographs.bytes(cleaned(picture));
        assertTrue(new String(clean, 6, 4, StandardCharsets.ISO_8859_1).equals("JFIF"));
        byte[] thumbnail = ascii(Photographs.NOTE.repeat(2));
        byte[] header = Arrays.copyOf(clean, 20);
        header[5] = (byte) (16 + thumbnail.length);
        header[18] = 2;
        header[19] = 2;
        assertArrayEquals(clean, Photographs.bytes(cleaned(joined(header, thumbnail, Arrays.copyOfRange(clean, 20, clean.length)))));
    }

    @Test
    void otherChunksOfAPngGo() {
        byte[] clean = Photographs.bytes(cleaned(Photographs.read("film.png")));
        byte[] note = ascii(Photographs.NOTE);
        for (String type : List.of("tEXt", "zTXt", "iTXt", "tIME", "eXIf", "dSIG", "caBX", "prVt", "iDOT", "vpAg")) {
            byte[] chunk = joined(new byte[] {0, 0, 0, (byte) note.length}, ascii(type), note, new byte[4]);
            assertArrayEquals(clean, Photographs.bytes(cleaned(joined(Arrays.copyOf(clean, 33), chunk, Arrays.copyOfRange(clean, 33, clean.length)))), type);
        }
    }

    @Test
    void whatNoPictureInAHeicPointsToGoes() {
        // The boxes of AVIF are those of HEIC; only the kinds have other names.
        byte[] heic = replaced(replaced(replaced(Photographs.read("photo.avif"), "avif", "heic"), "av01", "hvc1"), "av1C", "hvcC");
        byte[] clean = Photographs.bytes(cleaned(heic));
        assertEquals(heic.length, clean.length);
        assertFalse(Photographs.notes(clean));
        assertFalse(new String(clean, StandardCharsets.ISO_8859_1).contains("Exif"));
        byte[] box = joined(new byte[] {0, 0, 0, (byte) (8 + Photographs.NOTE.length())}, ascii("mpvd" + Photographs.NOTE));
        for (String type : List.of("mpvd", "uuid", "sefd", "udta", "mdat")) {
            assertArrayEquals(clean, Arrays.copyOf(Photographs.bytes(cleaned(joined(heic, replaced(box, "mpvd", type)))), clean.length));
            assertFalse(Photographs.notes(Photographs.bytes(cleaned(joined(heic, replaced(box, "mpvd", type))))), type);
        }
    }

    /// The last item is said to be in as many places as there is room for, each time nearly the whole file.
    @Test
    void itemsThatShareTheirBytesAreNotReadAgainAndAgain() {
        byte[] heic = Photographs.read("photo.avif");
        int locations = new String(heic, StandardCharsets.ISO_8859_1).indexOf("iloc") - 4;
        int meta = new String(heic, StandardCharsets.ISO_8859_1).indexOf("meta") - 4;
        ByteBuffer all = ByteBuffer.wrap(heic);
        int size = all.getInt(locations);
        assertEquals(0x4400, all.getShort(locations + 12) & 0xFFFF, "offsets and lengths of four bytes");
        ByteBuffer extents = ByteBuffer.allocate(8 * 60_000);
        while (extents.hasRemaining()) {
            extents.putInt(0).putInt(heic.length);
        }
        all.putInt(locations, size + extents.capacity());
        all.putInt(meta, all.getInt(meta) + extents.capacity());
        // Two fields after the number of items: the first item's number, then what it needs until its number of places.
        all.putShort(locations + 16 + 4, (short) 60_000);
        byte[] many = joined(Arrays.copyOf(heic, locations + 22), extents.array(), Arrays.copyOfRange(heic, locations + 22, heic.length));
        assertEquals("has items that overlap", refusal(many));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPictureThatEndsEarlyIsKeptOrRefused(String name) {
        byte[] picture = Photographs.read(name);
        for (int length = 0; length < picture.length; length++) {
            PictureOutcome outcome = PictureMetadata.without(ByteBuffer.wrap(picture, 0, length));
            if (outcome instanceof PictureOutcome.Cleaned cleaned) {
                assertFalse(Photographs.notes(Photographs.bytes(cleaned)), name + " of " + length);
            }
        }
    }

    /// Damage may show wrong colours, and must not bring an exception or, in what is still walked, a note.
    @ParameterizedTest
    @MethodSource("names")
    void damageIsKeptOrRefused(String name) {
        byte[] picture = Photographs.read(name);
        Random random = new Random(20_261_130);
        int refused = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = picture.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 0xFF);
            }
            if (PictureMetadata.without(ByteBuffer.wrap(damaged)) instanceof PictureOutcome.Refused no) {
                assertTrue(no.reason().matches("(?:is|has|ends|names) [a-zA-Z0-9 ,]+"), no.reason());
                refused++;
            }
        }
        assertTrue(refused > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "GIF89", "BM", "%PDF-1.7", "MThd", "RIFF\0\0\0\0WAVE", "\0\0\0\u0014ftypmp42\0\0\0\0isom"})
    void whatIsNotAPictureIsRefused(String bytes) {
        refusal(ascii(bytes));
        refusal(joined(ascii(bytes), new byte[100]));
    }

    @Test
    void aBufferIsReadFromItsPosition() {
        byte[] picture = Photographs.read("photo.png");
        ByteBuffer buffer = ByteBuffer.wrap(joined(new byte[7], picture)).position(7);
        PictureOutcome.Cleaned cleaned = assertInstanceOf(PictureOutcome.Cleaned.class, PictureMetadata.without(buffer));
        assertArrayEquals(Photographs.bytes(cleaned(picture)), Photographs.bytes(cleaned));
        assertEquals(7, buffer.position());
        assertEquals(Set.of("Exif", "XMP", "comments"), cleaned.removed());
    }

    @Test
    void photographsWithinADrawingAreCleaned() {
        byte[] photograph = Photographs.read("photo.jpg");
        byte[] svg = ("<svg xmlns='http://www.w3.org/2000/svg'><image href='data:image/jpeg;base64," + Base64.getMimeEncoder().encodeToString(photograph) + "'/></svg>")
            .getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(Photographs.bytes(cleaned(photograph)), within(SvgRebuild.of(svg, false)));
        assertArrayEquals(photograph, within(SvgRebuild.of(svg, true)));
    }

    private static byte[] within(SvgOutcome outcome) {
        String svg = new String(assertInstanceOf(SvgOutcome.Rebuilt.class, outcome).bytes(), StandardCharsets.UTF_8);
        return Base64.getDecoder().decode(svg.replaceAll("(?s).*base64,([^\"]*)\".*", "$1"));
    }
}
