package org.pressroom.picture;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A HEIC or AVIF without its notes (ISO/IEC 14496-12, 23008-12). Its boxes point to each other by their places in the file, so nothing
/// is cut out: what isn't part of the picture becomes zeros, and its box or item gets the name `free`, which readers pass over.
final class HeifCopy {

    private static final Set<String> BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "avif", "avis", "miaf");

    /// Kept in the file, in its `meta`, and among the tracks of a film.
    private static final Set<String> OF_FILE = Set.of("ftyp", "meta", "mdat", "moov", "free", "skip");
    private static final Set<String> OF_META = Set.of("hdlr", "pitm", "iinf", "iloc", "iref", "iprp", "idat", "dinf", "grpl");
    private static final Set<String> OF_FILM = Set.of("mvhd", "trak", "mvex", "free", "skip");
    private static final Set<String> OF_TRACK = Set.of("tkhd", "tref", "edts", "mdia", "free", "skip");
    /// How a picture is decoded, turned, cut and coloured.
    private static final Set<String> PROPERTIES = Set.of("ispe", "pixi", "colr", "hvcC", "lhvC", "av1C", "avcC", "vvcC", "j2kH", "uncC", "cmpd", "irot",
        "imir", "clap", "pasp", "auxC", "a1op", "a1lx", "lsel", "rloc", "clli", "mdcv", "cclv", "amve", "reve", "ndwt", "oinf", "tols", "iscl", "free", "skip");
    private static final Set<String> PICTURE_TRACKS = Set.of("pict", "vide", "auxv");

    /// Coded pictures, and those that are put together from others.
    private static final Set<String> PICTURES = Set.of("hvc1", "av01", "avc1", "vvc1", "j2k1", "grid", "iovl", "iden", "tmap", "unci");
    private static final int MAX_ITEMS = 20_000;

    private final PictureCopy copy;

    /// Bytes to become zeros, and bytes of the picture.
    private final BitSet notes = new BitSet();
    private final BitSet pixels = new BitSet();

    /// Where the kind of a box or an item stands that becomes `free`.
    private final Set<Integer> freed = new HashSet<>();
    private final Map<Long, String> types = new HashMap<>();
    private boolean film;
    private int locations = -1;
    private int data = -1;
    private long primary = -1;

    /// Items may share bytes, yet not so that reading them takes many times the file.
    private long read;

    HeifCopy(PictureCopy copy) {
        this.copy = copy;
    }

    /// A box: where it begins, where its content begins, and where it ends.
    private record Box(String type, int start, int content, int end) { }

    void run() {
        int meta = 0;
        for (int at = 0; at < copy.size(); ) {
            Box box = box(at, copy.size());
            switch (box.type()) {
                case "ftyp" -> checkBrand(box);
                case "meta" -> {
                    meta++;
                    meta(box);
                }
                case "moov" -> {
                    film = true;
                    children(box.content(), box.end(), OF_FILM);
                }
                case "free", "skip" -> notes.set(box.content(), box.end());
                default -> {
                    if (!OF_FILE.contains(box.type())) {
                        free(box);
                    }
                }
            }
            at = box.end();
        }
        if (meta != 1 || locations < 0 || !PICTURES.contains(types.getOrDefault(primary, ""))) {
            throw new BrokenPicture("ends before its pixels");
        }
        items();
        hideTheRest();
        write();
    }

    private Box box(int at, int limit) {
        if (limit - at < 8) {
            throw new BrokenPicture("ends too early");
        }
        long length = copy.u32(at);
        String type = copy.name(at + 4);
        int content = at + 8;
        if (length == 1) {
            length = copy.u32(at + 8) << 32 | copy.u32(at + 12);
            content = at + 16;
        } else if (length == 0) {
            length = limit - (long) at;
        }
        if (length < content - at || length > limit - (long) at) {
            throw new BrokenPicture("ends too early");
        }
        return new Box(type, at, content, at + (int) length);
    }

    private void checkBrand(Box box) {
        boolean known = false;
        for (int at = box.content(); at + 4 <= box.end(); at += 4) {
            known |= BRANDS.contains(copy.name(at));
        }
        if (!known) {
            throw new BrokenPicture("is not a picture that Pressroom knows");
        }
    }

    private void free(Box box) {
        freed.add(box.start() + 4);
        notes.set(box.content(), box.end());
        copy.remove(box.type().equals("uuid") ? "XMP" : "data added by programs");
    }

    private void children(int from, int end, Set<String> kept) {
        for (int at = from; at < end; ) {
            Box box = box(at, end);
            if (!kept.contains(box.type())) {
                free(box);
            } else if (box.type().equals("trak")) {
                children(box.content(), box.end(), OF_TRACK);
            } else if (box.type().equals("mdia")) {
                checkTrack(box);
            }
            at = box.end();
        }
    }

    private void checkTrack(Box media) {
        for (int at = media.content(); at < media.end(); ) {
            Box box = box(at, media.end());
            if (box.type().equals("hdlr") && !PICTURE_TRACKS.contains(copy.name(box.content() + 8))) {
                throw new BrokenPicture("has a track that is not a picture");
            }
            at = box.end();
        }
    }

    private void meta(Box meta) {
        for (int at = meta.content() + 4; at < meta.end(); ) {
            Box box = box(at, meta.end());
            switch (box.type()) {
                case "pitm" -> primary = copy.u8(box.content()) == 0 ? copy.u16(box.content() + 4) : copy.u32(box.content() + 4);
                case "iinf" -> names(box);
                case "iloc" -> locations = box.start();
                case "idat" -> data = box.start();
                case "iprp" -> properties(box);
                default -> {
                    if (!OF_META.contains(box.type())) {
                        free(box);
                    }
                }
            }
            at = box.end();
        }
    }

    private void properties(Box all) {
        for (int at = all.content(); at < all.end(); ) {
            Box box = box(at, all.end());
            if (box.type().equals("ipco")) {
                children(box.content(), box.end(), PROPERTIES);
            }
            at = box.end();
        }
    }

    private void names(Box box) {
        int at = box.content() + (copy.u8(box.content()) == 0 ? 6 : 8);
        while (at < box.end()) {
            Box entry = box(at, box.end());
            int version = copy.u8(entry.content());
            if (!entry.type().equals("infe") || version < 2 || version > 3) {
                throw new BrokenPicture("has an item of an unknown kind");
            }
            int id = entry.content() + 4;
            long number = version == 2 ? copy.u16(id) : copy.u32(id);
            int type = id + (version == 2 ? 4 : 6);
            if (types.put(number, copy.name(type)) != null || types.size() > MAX_ITEMS) {
                throw new BrokenPicture("names an item twice");
            }
            // A name for people, and what kind of notes these are.
            notes.set(Math.min(type + 4, entry.end()), entry.end());
            if (!PICTURES.contains(copy.name(type))) {
                freed.add(type);
            }
            at = entry.end();
        }
    }

    /// Reads where the items are (23008-12 refers to 14496-12, section 8.11.3).
    private void items() {
        Box box = box(locations, copy.size());
        int version = copy.u8(box.content());
        int sizes = copy.u16(box.content() + 4);
        int at = box.content() + 6;
        long count = version < 2 ? copy.u16(at) : copy.u32(at);
        at += version < 2 ? 2 : 4;
        if (version > 2 || count > MAX_ITEMS) {
            throw new BrokenPicture("has items in an unknown order");
        }
        for (long i = 0; i < count; i++) {
            long id = version < 2 ? copy.u16(at) : copy.u32(at);
            at += version < 2 ? 2 : 4;
            int method = version == 0 ? 0 : copy.u16(at) & 0xF;
            at += version == 0 ? 2 : 4;
            long base = number(at, sizes >> 4 & 0xF);
            at += sizes >> 4 & 0xF;
            int extents = copy.u16(at);
            at += 2;
            int index = version == 0 ? 0 : sizes & 0xF;
            for (int extent = 0; extent < extents; extent++) {
                at += index;
                long offset = base + number(at, sizes >> 12);
                at += sizes >> 12;
                long length = number(at, sizes >> 8 & 0xF);
                at += sizes >> 8 & 0xF;
                item(types.getOrDefault(id, ""), method, offset, length);
            }
            if (at > box.end()) {
                throw new BrokenPicture("ends too early");
            }
        }
    }

    private long number(int at, int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case 4 -> copy.u32(at);
            case 8 -> copy.u32(at) << 32 | copy.u32(at + 4);
            default -> throw new BrokenPicture("has items in an unknown order");
        };
    }

    private void item(String type, int method, long offset, long length) {
        boolean picture = PICTURES.contains(type);
        if (method > 1) {
            if (!picture) {
                throw new BrokenPicture("has notes within other notes");
            }
            return;
        }
        int from = 0;
        int limit = copy.size();
        if (method == 1) {
            Box inside = data < 0 ? new Box("", 0, 0, 0) : box(data, copy.size());
            from = inside.content();
            limit = inside.end();
        }
        read += length;
        if (read > 4L * copy.size()) {
            throw new BrokenPicture("has items that overlap");
        }
        if (length == 0 || offset < 0 || length < 0 || offset > limit - (long) from || length > limit - from - offset) {
            throw new BrokenPicture("ends too early");
        }
        int start = from + (int) offset;
        (picture ? pixels : notes).set(start, start + (int) length);
        if (type.equals("Exif") && length > 4) {
            copy.removeExif((int) Math.min(start + 4 + copy.u32(start), start + length), start + (int) length);
        } else if (!picture) {
            copy.removeXmp(start, start + (int) length);
        }
    }

    /// In a file of pictures alone, what no picture points to is nobody's.
    private void hideTheRest() {
        for (int at = 0; at < copy.size(); ) {
            Box box = box(at, copy.size());
            if (box.type().equals("mdat") && !film) {
                notes.set(box.content(), box.end());
            }
            at = box.end();
        }
        if (data >= 0) {
            Box inside = box(data, copy.size());
            notes.set(inside.content(), inside.end());
        }
        notes.andNot(pixels);
    }

    private void write() {
        for (int type : freed) {
            notes.set(type, type + 4);
        }
        int at = 0;
        for (int from = notes.nextSetBit(0); from >= 0; from = notes.nextSetBit(at)) {
            copy.keep(at, from);
            int to = notes.nextClearBit(from);
            byte[] zeros = new byte[to - from];
            if (freed.contains(from)) {
                System.arraycopy(new byte[] {'f', 'r', 'e', 'e'}, 0, zeros, 0, 4);
            }
            copy.add(ByteBuffer.wrap(zeros));
            at = to;
        }
        copy.keep(at, copy.size());
    }
}
