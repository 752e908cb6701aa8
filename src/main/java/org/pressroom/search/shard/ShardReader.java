package org.pressroom.search.shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
    private final Map<String, ShardName> facets = new HashMap<>();
    private final ShardName directory;
    private final int documents;

    private record Field(
            FieldStatistics statistics, boolean withSections, List<ShardName> norms, List<byte[]> firstTerms,
            List<ShardName> blocks) { }

    /// A document that answers a query.
    public record Hit(int document, float score) { }

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
    }

    private static Field field(ShardInput root) {
        String name = root.text();
        int flags = root.number();
        FieldStatistics statistics = new FieldStatistics(name, root.number(), root.longNumber());
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
        return new Field(statistics, (flags & ShardWriter.SECTIONS) != 0, norms, firstTerms, blocks);
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

    /// The postings of a term; empty when no document holds it.
    public Optional<PostingList> postings(String fieldName, String term) throws IOException {
        Field field = field(fieldName);
        byte[] wanted = term.getBytes(StandardCharsets.UTF_8);
        int block = field.blocks.size() - 1;
        while (block >= 0 && Arrays.compareUnsigned(field.firstTerms.get(block), wanted) > 0) {
            block--;
        }
        if (block < 0) {
            return Optional.empty();
        }
        ShardInput in = open(field.blocks.get(block), 'D');
        ShardName[] shards = new ShardName[in.number()];
        for (int i = 0; i < shards.length; i++) {
            shards[i] = in.name();
        }
        int[] offsets = new int[shards.length];
        Arrays.fill(offsets, 1);
        byte[] entry = NOTHING;
        for (int i = in.number(); i > 0; i--) {
            entry = in.frontCoded(entry);
            int df = in.number();
            int place = in.number();
            boolean found = Arrays.equals(entry, wanted);
            byte[] inline = (place & 1) == 1 ? in.octets(place >> 1) : null;
            int shard = inline == null ? in.number() : -1;
            if (found) {
                return Optional.of(PostingList.read(inline != null ? new ShardInput(term, inline, 0)
                    : new ShardInput(shards[shard].toString(), contents(shards[shard].toString()), offsets[shard]),
                    df, field.withSections));
            }
            if (inline == null) {
                offsets[shard] += place >> 1;
            }
        }
        return Optional.empty();
    }

    /// A document's norm in a field, 0–255.
    public int norm(String field, int document) throws IOException {
        ShardName shard = field(field).norms.get(document / ShardWriter.NORMS_A_SHARD);
        return contents(shard.toString())[1 + document % ShardWriter.NORMS_A_SHARD] & 0xFF;
    }

    /// One kind of facet; null when the index has none of that kind.
    public @Nullable FacetColumn facet(String kind) throws IOException {
        ShardName shard = facets.get(kind);
        return shard == null ? null : FacetColumn.read(kind, documents, open(shard, 'F'));
    }

    /// What is stored of a document.
    public StoredDocument stored(int document) throws IOException {
        ShardInput in = open(directory, 'T');
        int first = 0;
        for (int i = in.number(); i > 0; i--) {
            int count = in.number();
            ShardName name = in.name();
            if (document < first + count) {
                ShardInput shard = open(name, 'X');
                for (; first < document; first++) {
                    shard.octets(shard.number());
                }
                return StoredDocument.of(shard.octets(shard.number()));
            }
            first += count;
        }
        throw new IllegalArgumentException("no document " + document);
    }

    /// The documents that hold terms, best first, among equals the lower number.
    ///
    /// @param terms each with how often the query names it
    /// @param all   whether a document must hold all of them
    public List<Hit> search(String field, Map<String, Integer> terms, boolean all) throws IOException {
        Bm25 bm25 = new Bm25(statistics(field));
        double[] sums = new double[documents];
        int[] matches = new int[documents];
        for (Map.Entry<String, Integer> term : terms.entrySet()) {
            PostingList postings = postings(field, term.getKey()).orElseGet(PostingList::new);
            float weight = term.getValue() * bm25.idf(postings.size());
            for (int i = 0; i < postings.size(); i++) {
                int document = postings.document(i);
                sums[document] += bm25.score(weight, postings.frequency(i), norm(field, document));
                matches[document]++;
            }
        }
        List<Hit> hits = new ArrayList<>();
        for (int d = 0; d < documents; d++) {
            if (matches[d] > 0 && (!all || matches[d] == terms.size())) {
                hits.add(new Hit(d, (float) sums[d]));
            }
        }
        hits.sort(Comparator.comparing(Hit::score).reversed().thenComparing(Hit::document));
        return hits;
    }
}
