package org.pressroom.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A HEIC as telephones write it, box by box: a grid of two coded tiles, put together by an item in `idat`, with Exif that has a place and
/// XMP beside the tiles in `mdat`. Every note has [Photographs#NOTE]. The tiles are not decoded by anybody here.
final class Heic {

    static final byte[] TILE = "pixels of a tile, which stay as they are".getBytes(StandardCharsets.ISO_8859_1);
    static final byte[] GRID = {0, 0, 0, 1, 0, 32, 0, 16};

    /// An item.
    ///
    /// @param inside whether its bytes are in `idat`
    private record Item(int id, String type, String rest, byte[] bytes, boolean inside) { }

    private Heic() { }

    static byte[] bytes() {
        List<Item> items = new ArrayList<>();
        items.add(new Item(1, "hvc1", "\0", TILE, false));
        items.add(new Item(2, "Exif", Photographs.NOTE + "\0", exif(), false));
        items.add(new Item(3, "hvc1", "\0", TILE, false));
        items.add(new Item(4, "mime", Photographs.NOTE + "\0application/rdf+xml\0", xmp(), false));
        items.add(new Item(5, "grid", "\0", GRID, true));
        byte[] brand = box("ftyp", text("heic"), number(4, 0), text("mif1heic"));
        int data = brand.length + meta(items, 0).length + 8;
        return joined(brand, meta(items, data), box("mdat", items.stream().filter(item -> !item.inside).map(Item::bytes).toArray(byte[][]::new)));
    }

    private static byte[] exif() {
        // The offset of the TIFF header, then one field: the directory of GPS, which follows with a letter of the hemisphere.
        return joined(number(4, 6), text("Exif\0\0MM\0*"), number(4, 8), number(2, 1), number(2, 0x8825), number(2, 4), number(4, 1), number(4, 26), number(4, 0),
            number(2, 1), number(2, 1), number(2, 2), number(4, 2), text("N\0\0\0"), number(4, 0), text(Photographs.NOTE));
    }

    private static byte[] xmp() {
        return text("<x:xmpmeta xmlns:x='adobe:ns:meta/'><a exif:GPSLatitude='53,48N'>" + Photographs.NOTE + "</a></x:xmpmeta>");
    }

    private static byte[] meta(List<Item> items, int data) {
        List<byte[]> names = new ArrayList<>(List.of(number(4, 0), number(2, items.size())));
        List<byte[]> places = new ArrayList<>(List.of(number(4, 0x0100_0000), number(2, 0x4400), number(2, items.size())));
        int at = data;
        for (Item item : items) {
            names.add(box("infe", number(4, 0x0200_0000), number(2, item.id), number(2, 0), text(item.type), text(item.rest)));
            places.add(joined(number(2, item.id), number(2, item.inside ? 1 : 0), number(2, 0), number(2, 1), number(4, item.inside ? 0 : at),
                number(4, item.bytes.length)));
            at += item.inside ? 0 : item.bytes.length;
        }
        return box("meta", number(4, 0),
            box("hdlr", number(8, 0), text("pict"), number(8, 0), number(4, 0), text("\0")),
            box("pitm", number(4, 0), number(2, 5)),
            box("iinf", names.toArray(byte[][]::new)),
            box("iref", number(4, 0), box("dimg", number(2, 5), number(2, 2), number(2, 1), number(2, 3)), box("cdsc", number(2, 2), number(2, 1), number(2, 5)),
                box("cdsc", number(2, 4), number(2, 1), number(2, 5))),
            box("iprp", box("ipco", box("hvcC", text("how to decode")), box("ispe", number(4, 0), number(4, 16), number(4, 16)),
                box("colr", text("nclx"), number(6, 1), number(1, 0)), box("irot", number(1, 1))), box("ipma", number(4, 0), number(4, 0))),
            box("idat", GRID),
            box("iloc", places.toArray(byte[][]::new)));
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = joined(parts);
        return joined(number(4, content.length + 8), text(type), content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] number(int bytes, long number) {
        byte[] eight = ByteBuffer.allocate(8).putLong(number).array();
        return java.util.Arrays.copyOfRange(eight, 8 - bytes, 8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
