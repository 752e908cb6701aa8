package org.pressroom.search.shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers queries from the files alone, as the search page does: reads the root, then what each question needs.
///
/// Not safe for several threads.
public final class ShardReader {

    private static final byte[] NOTHING = {};

    private final ShardSource source;
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, ShardName> facets = new LinkedHashMap<>();
    private final ShardName directory;
    private final ShardName days;
    private final ShardName list;
    private final Slots slots;
    private final List<List<List<String>>> synonyms = new ArrayList<>();
    private final int documents;

    private record Field(
            FieldStatistics statistics, int sections, List<ShardName> norms, List<byte[]> firstTerms, List<ShardName> blocks,
            @Nullable ShardName places) { }

    /// A term of a dictionary block.
    ///
    /// @param block    its number in the field
    /// @param number   of the term in the block
    /// @param postings where they are
    private record Entry(byte[] term, int block, int number, int documents, Place postings) { }

    /// @param inline the bytes themselves; null when they are in a shard
    private record Place(byte @Nullable [] inline, @Nullable ShardName shard, int offset) { }

    /// Reads the root.
    ///
    /// @throws CorruptShardException when it is damaged or of a version that this reader does not know
    public ShardReader(ShardSource source) throws IOException {
        this.source = source;
        ShardInput root = new ShardInput(ShardFile.ROOT, contents(ShardFile.ROOT), 'R');
        int version = root.number();
        if (version != ShardWriter.VERSION) {
            throw new CorruptShardException(ShardFile.ROOT,
                "it is of version " + version + ", not " + ShardWriter.VERSION);
        }
        documents = root.number();
        for (int i = root.number(); i > 0; i--) {
            Field field = field(root);
            fields.put(field.statistics.name(), field);
        }
        for (int i = root.number(); i > 0; i--) {
            facets.put(root.text(), root.name());
        }
        directory = root.name();
        days = root.name();
        list = root.name();
        slots = Slots.read(documents, open(root.name(), 'Z'));
        for (int i = root.number(); i > 0; i--) {
            List<List<String>> group = new ArrayList<>();
            for (int forms = root.number(); forms > 0; forms--) {
                List<String> form = new ArrayList<>();
                for (int terms = root.number(); terms > 0; terms--) {
                    form.add(root.text());
                }
                group.add(form);
            }
            synonyms.add(group);
        }
    }

    private static Field field(ShardInput root) {
        String name = root.text();
        int flags = root.number();
        FieldStatistics statistics = new FieldStatistics(name, root.number(), root.longNumber());
        int sections = (flags & ShardWriter.SECTIONS) == 0 ? 0 : root.number();
        List<ShardName> norms = new ArrayList<>();
        for (int i = root.number(); i > 0; i--) {
            norms.add(root.name());
        }
        List<byte[]> firstTerms = new ArrayList<>();
        List<ShardName> blocks = new ArrayList<>();
        byte[] before = NOTHING;
        for (int i = root.number(); i > 0; i--) {
            before = root.frontCoded(before);
            firstTerms.add(before);
            blocks.add(root.name());
        }
        return new Field(statistics, sections, norms, firstTerms, blocks, (flags & ShardWriter.POSITIONS) == 0 ? null : root.name());
    }

    private byte[] contents(String name) throws IOException {
        byte[] known = contents.get(name);
        if (known == null) {
            known = ShardFile.read(name, source.read(ShardFile.address(name)));
            contents.put(name, known);
        }
        return known;
    }

    private ShardInput open(ShardName name, char kind) throws IOException {
        return new ShardInput(name.toString(), contents(name.toString()), kind);
    }

    /// How many documents there are.
    public int documents() {
        return documents;
    }

    private Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no field " + name + " in " + fields.keySet());
        }
        return field;
    }

    public FieldStatistics statistics(String field) {
        return field(field).statistics;
    }

    /// The postings of a term, without positions; empty when no document holds it.
    public Optional<PostingList> postings(String field, String term) throws IOException {
        Entry entry = entry(field(field), term);
        return entry == null ? Optional.empty() : Optional.of(read(field(field), entry));
    }

    /// The postings of a term with their positions; empty when no document holds it.
    public Optional<PostingList> positions(String field, String term) throws IOException {
        Entry entry = entry(field(field), term);
        if (entry == null) {
            return Optional.empty();
        }
        PostingList list = read(field(field), entry);
        ShardInput in = positions(field(field), entry);
        if (in != null) {
            list.readPositions(in);
        }
        return Optional.of(list);
    }

    /// The input that stands at the positions of a term; null in a field without any.
    private @Nullable ShardInput positions(Field field, Entry entry) throws IOException {
        if (field.places == null) {
            return null;
        }
        ShardInput places = open(field.places, 'G');
        for (int block = 0; block < entry.block; block++) {
            for (int groups = places.number(); groups > 0; groups--) {
                places.number();
                places.name();
            }
        }
        int before = entry.number;
        for (int groups = places.number(); groups > 0; groups--) {
            int terms = places.number();
            ShardName name = places.name();
            if (before < terms) {
                ShardInput in = open(name, 'O');
                for (; before > 0; before--) {
                    in.octets(in.number());
                }
                in.number();
                return in;
            }
            before -= terms;
        }
        throw new CorruptShardException(field.places.toString(), "it has no place for the positions of a term");
    }

    private PostingList read(Field field, Entry entry) throws IOException {
        return PostingList.read(open(entry.postings, new String(entry.term, StandardCharsets.UTF_8)), entry.documents, entry.documents <= field.sections, slots);
    }

    private ShardInput open(Place place, String term) throws IOException {
        return place.inline != null ? new ShardInput(term, place.inline, 0)
            : new ShardInput(String.valueOf(place.shard), contents(String.valueOf(place.shard)), place.offset);
    }

    private @Nullable Entry entry(Field field, String term) throws IOException {
        byte[] wanted = term.getBytes(StandardCharsets.UTF_8);
        int block = blockOf(field, wanted);
        if (block >= 0) {
            for (Entry entry : entries(field, block)) {
                if (Arrays.equals(entry.term, wanted)) {
                    return entry;
                }
            }
        }
        return null;
    }

    /// The block that holds a term if any does; -1 when the term comes before all.
    private static int blockOf(Field field, byte[] wanted) {
        int block = field.blocks.size() - 1;
        while (block >= 0 && Arrays.compareUnsigned(field.firstTerms.get(block), wanted) > 0) {
            block--;
        }
        return block;
    }

    private List<Entry> entries(Field field, int block) throws IOException {
        ShardInput in = open(field.blocks.get(block), 'D');
        ShardName[] shards = new ShardName[in.number()];
        for (int i = 0; i < shards.length; i++) {
            shards[i] = in.name();
        }
        int[] offsets = new int[shards.length];
        Arrays.fill(offsets, 1);
        List<Entry> entries = new ArrayList<>();
        byte[] term = NOTHING;
        for (int i = in.number(); i > 0; i--) {
            term = in.frontCoded(term);
            int df = in.number();
            entries.add(new Entry(term, block, entries.size(), df, place(in, in.number(), shards, offsets)));
        }
        return entries;
    }

    private static Place place(ShardInput in, int head, ShardName[] shards, int[] offsets) {
        if ((head & 1) == 1) {
            return new Place(in.octets(head >> 1), null, 0);
        }
        int shard = in.number();
        Place place = new Place(null, shards[shard], offsets[shard]);
        offsets[shard] += head >> 1;
        return place;
    }

    /// The terms of a field.
    public TermSource terms(String fieldName) {
        Field field = field(fieldName);
        return new TermSource() {

            @Override
            public int documents(String term) throws IOException {
                Entry entry = entry(field, term);
                return entry == null ? 0 : entry.documents;
            }

            @Override
            public List<Counted> startingWith(String prefix) throws IOException {
                byte[] wanted = prefix.getBytes(StandardCharsets.UTF_8);
                List<Counted> found = new ArrayList<>();
                for (int block = Math.max(0, blockOf(field, wanted)); block < field.blocks.size(); block++) {
                    byte[] first = field.firstTerms.get(block);
                    if (Arrays.compareUnsigned(first, wanted) > 0 && !begins(first, wanted)) {
                        break;
                    }
                    for (Entry entry : entries(field, block)) {
                        if (begins(entry.term, wanted)) {
                            found.add(new Counted(new String(entry.term, StandardCharsets.UTF_8), entry.documents));
                        }
                    }
                }
                return found;
            }
        };
    }

    private static boolean begins(byte[] term, byte[] prefix) {
        return term.length >= prefix.length && Arrays.equals(term, 0, prefix.length, prefix, 0, prefix.length);
    }

    /// The days on which documents were created, counted from 1970, ascending; those of the last documents.
    public int[] days() throws IOException {
        ShardInput in = open(days, 'Y');
        int[] found = new int[documents - in.number()];
        int before = 0;
        for (int i = 0; i < found.length; i++) {
            long number = in.longNumber();
            before += (int) (number >>> 1 ^ -(number & 1));
            found[i] = before;
        }
        return found;
    }

    /// The words that stand for each other: groups of forms, each a list of terms.
    public List<List<List<String>>> synonyms() {
        return synonyms;
    }

    /// The norms of all documents in a field, each as an unsigned byte.
    public byte[] norms(String field) throws IOException {
        byte[] norms = new byte[documents];
        int at = 0;
        for (ShardName shard : field(field).norms) {
            byte[] part = contents(shard.toString());
            int length = Math.min(ShardWriter.NORMS_A_SHARD, documents - at);
            if (part.length <= length) {
                throw new CorruptShardException(shard.toString(), "it ends too early");
            }
            System.arraycopy(part, 1, norms, at, length);
            at += length;
        }
        return norms;
    }

    /// One kind of facet; null when the index has none of that kind.
    public @Nullable FacetColumn facet(String kind) throws IOException {
        ShardName shard = facets.get(kind);
        return shard == null ? null : FacetColumn.read(kind, documents, open(shard, 'F'));
    }

    /// What the list of ideas sorts by and shows. Reads all facets, for their values.
    public ListColumns list() throws IOException {
        List<List<String>> values = new ArrayList<>();
        for (Map.Entry<String, ShardName> facet : facets.entrySet()) {
            values.add(FacetColumn.read(facet.getKey(), documents, open(facet.getValue(), 'F')).values());
        }
        return ListColumns.read(documents, values, open(list, 'L'));
    }

    /// What is stored of a document.
    public StoredDocument stored(int document) throws IOException {
        ShardInput in = open(directory, 'T');
        int first = 0;
        for (int i = in.number(); i > 0; i--) {
            ShardName name = in.name();
            int parts = in.number();
            for (int part = 0; part < parts; part++) {
                int count = in.number();
                if (document < first + count) {
                    ShardInput shard = new ShardInput(name.part(part), contents(name.part(part)), 'X');
                    for (; first < document; first++) {
                        shard.octets(shard.number());
                    }
                    return StoredDocument.of(shard.octets(shard.number()));
                }
                first += count;
            }
        }
        throw new IllegalArgumentException("no document " + document);
    }
}
