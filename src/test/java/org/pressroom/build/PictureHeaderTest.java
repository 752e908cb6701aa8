package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.catalog.PictureSize;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

class PictureHeaderTest {

    private static final String EXIF_ON_ITS_SIDE = "ffe10022457869660000" + "49492a0008000000" + "0100" + "120103000100000006000000" + "00000000";

    private static byte[] picture(String form, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), form, out);
        return out.toByteArray();
    }

    private static byte[] hex(String... pieces) {
        return HexFormat.of().parseHex(String.join("", pieces));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpg"})
    void whatTheJdkWritesIsRead(String form) throws IOException {
        assertEquals(Optional.of(new PictureSize(640, 241)), PictureHeader.read(picture(form, 640, 241)));
    }

    @Test
    void aPhotographOnItsSideIsTurned() throws IOException {
        byte[] upright = picture("jpg", 640, 240);
        String rest = HexFormat.of().formatHex(upright).substring(4);
        assertEquals(Optional.of(new PictureSize(240, 640)), PictureHeader.read(hex("ffd8", EXIF_ON_ITS_SIDE, rest)));
    }

    @ParameterizedTest
    @CsvSource({
        "525249 , -1, -1",
        "52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 f000, 640, 240",
        "52494646 00000000 57454250 5650384c 00000000 2f 7fc23b00 00 0000000000, 640, 240",
        "52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 ef0000 00, 640, 240",
    })
    void theThreeFormsOfWebp(String bytes, int width, int height) {
        assertEquals(width < 0 ? Optional.empty() : Optional.of(new PictureSize(width, height)),
            PictureHeader.read(hex(bytes.replace(" ", ""))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <svg width="64" height="24px">                     | 64  | 24
        <?xml version="1.0"?> <svg viewBox="0 0 640 240">  | 640 | 240
        <svg viewBox='0,0,4,2'>                            | 300 | 150
        <svg width="100%" viewBox="0 0 640 240">           | 640 | 240
        <svg height="120" viewBox="0 0 640 240">           | 320 | 120
        <svg width="10cm" height="5cm">                    | 0   | 0
        <svg viewBox="0 0 0 240">                          | 0   | 0
        <svg viewBox="0 0 1 99999">                        | 0   | 0
        <svg width="-4" height="1e9">                      | 0   | 0
        no drawing at all                                  | 0   | 0
        """)
    void drawingsByTheirSidesOrTheirBox(String svg, int width, int height) {
        assertEquals(width == 0 ? Optional.empty() : Optional.of(new PictureSize(width, height)),
            PictureHeader.read(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hostileHeadersHaveNoSizeAndEnd() throws IOException {
        for (String form : new String[] {"png", "gif", "jpg"}) {
            byte[] whole = picture(form, 64, 24);
            for (int length = 0; length < whole.length; length++) {
                PictureHeader.read(Arrays.copyOf(whole, length));
            }
        }
        byte[] bomb = hex("89504e470d0a1a0a", "0000000d49484452", "7fffffff", "7fffffff");
        assertEquals(Optional.empty(), PictureHeader.read(bomb));
        byte[] padding = new byte[PictureHeader.BYTES];
        Arrays.fill(padding, (byte) 0xff);
        padding[1] = (byte) 0xd8;
        assertEquals(Optional.empty(), PictureHeader.read(padding));
        assertEquals(Optional.empty(), PictureHeader.read(("<svg " + "a".repeat(200_000)).getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), PictureHeader.read("<svg ".repeat(50_000).getBytes(StandardCharsets.UTF_8)));
    }

    @Property(seed = "1", tries = 1000)
    void aHurtHeaderIsReadOrNot(@ForAll("pictures") byte[] whole, @ForAll @Size(4) List<@IntRange(max = 59) Integer> places, @ForAll byte value) {
        byte[] hurt = whole.clone();
        places.forEach(place -> hurt[place % hurt.length] = value);
        assertEquals(PictureHeader.read(hurt), PictureHeader.read(hurt.clone()));
    }

    @Provide
    Arbitrary<byte[]> pictures() throws IOException {
        return Arbitraries.of(picture("png", 64, 24), picture("gif", 64, 24), picture("jpg", 64, 24));
    }
}
