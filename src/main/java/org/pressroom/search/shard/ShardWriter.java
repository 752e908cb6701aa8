package org.pressroom.search.shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes a whole index: each field with its terms, each kind of facet, each document, then the root.
///
/// The files depend on what is written and on nothing else. Not safe for several threads.
public final class ShardWriter {

    /// Grows with every change of the format that old readers would misread.
    static final int VERSION = 2;
    static final int NORMS = 1;
    static final int SECTIONS = 2;
    static final int POSITIONS = 4;
    static final int NORMS_A_SHARD = 8192;

    private static final int STORED_SIZE = 5 * 1024;
    private static final int STORED_DOCUMENTS = 32;

    private final ShardSink sink;
    private final int documents;
    private final Map<ShardName, byte[]> hashes = new HashMap<>();
    private final ShardOutput fields = new ShardOutput();
    private final ShardOutput facets = new ShardOutput();
    private final ShardOutput directory = new ShardOutput();
    private final ShardOutput stored = new ShardOutput();
    private final ShardOutput synonyms = new ShardOutput();
    private @Nullable ShardName daysName;
    private int fieldCount;
    private int facetCount;
    private int storedShards;
    private int storedDocuments;
    private int inStoredShard;

    /// @param documents how many there are in all
    public ShardWriter(int documents, ShardSink sink) {
        this.documents = documents;
        this.sink = sink;
        stored.octet('X');
    }

    /// Begins a field; its terms follow, and the next field begins when its dictionary is closed.
    ///
    /// @param norms for each document, the length of its field; empty when lengths don't count
    /// @param withSections  whether the postings tell sections
    /// @param withPositions whether the postings tell positions
    public DictionaryWriter field(FieldStatistics field, byte[] norms, boolean withSections, boolean withPositions) throws IOException {
        fieldCount++;
        fields.text(field.name()).number((norms.length > 0 ? NORMS : 0) + (withSections ? SECTIONS : 0) + (withPositions ? POSITIONS : 0))
            .number(field.documents()).number(field.sumTotalTermFreq())
            .number((norms.length + NORMS_A_SHARD - 1) / NORMS_A_SHARD);
        for (int from = 0; from < norms.length; from += NORMS_A_SHARD) {
            int length = Math.min(NORMS_A_SHARD, norms.length - from);
            fields.name(write(new ShardOutput().octet('N').octets(norms, from, length)));
        }
        return new DictionaryWriter(this, fields, withSections, withPositions);
    }

    /// Writes one kind of facet.
    public void facet(FacetColumn column) throws IOException {
        if (column.ordinals().size() != documents) {
            throw new IllegalArgumentException("facet " + column.kind() + " of " + column.ordinals().size()
                + " documents, not " + documents);
        }
        facetCount++;
        byte[] bytes = column.toBytes();
        facets.text(column.kind()).name(write(new ShardOutput().octets(bytes, 0, bytes.length)));
    }

    /// Writes on which days the documents were created, which is the order of their numbers.
    ///
    /// @param days counted from 1970, ascending; documents without a day stand before those with one and have none here
    public void days(int[] days) throws IOException {
        ShardOutput out = new ShardOutput().octet('Y').number(documents - days.length);
        int before = 0;
        for (int day : days) {
            long delta = (long) day - before;
            out.number(delta << 1 ^ delta >> 63);
            before = day;
        }
        daysName = write(out);
    }

    /// Writes the words that stand for each other: groups of forms, each a list of terms.
    public void synonyms(List<List<List<String>>> groups) {
        synonyms.number(groups.size());
        for (List<List<String>> group : groups) {
            synonyms.number(group.size());
            for (List<String> form : group) {
                synonyms.number(form.size());
                form.forEach(synonyms::text);
            }
        }
    }

    /// Writes the next document, in the order of their numbers.
    public void stored(StoredDocument document) throws IOException {
        byte[] bytes = document.toBytes();
        stored.number(bytes.length).octets(bytes, 0, bytes.length);
        storedDocuments++;
        inStoredShard++;
        boolean chosen = (TermHash.of(document.id()) & 3) == 0;
        if (inStoredShard == STORED_DOCUMENTS || stored.size() >= (chosen ? STORED_SIZE : STORED_SIZE * 2)) {
            finishStoredShard();
        }
    }

    private void finishStoredShard() throws IOException {
        storedShards++;
        directory.number(inStoredShard).name(write(stored));
        stored.clear();
        stored.octet('X');
        inStoredShard = 0;
    }

    /// Writes the root. Nothing can be written after it.
    public void finish() throws IOException {
        if (storedDocuments != documents) {
            throw new IllegalStateException(storedDocuments + " documents were stored, not " + documents);
        }
        if (inStoredShard > 0) {
            finishStoredShard();
        }
        if (daysName == null) {
            days(new int[0]);
        }
        if (synonyms.size() == 0) {
            synonyms.number(0);
        }
        ShardName directoryName = write(new ShardOutput().octet('T').number(storedShards).octets(directory));
        ShardOutput root = new ShardOutput().octet('R').number(VERSION).number(documents)
            .number(fieldCount).octets(fields).number(facetCount).octets(facets).name(directoryName)
            .name(Objects.requireNonNull(daysName)).octets(synonyms);
        sink.write(ShardFile.ROOT, root.toByteArray());
    }

    /// Hands a shard to the sink unless one of equal contents was written before.
    ShardName write(ShardOutput shard) throws IOException {
        byte[] contents = shard.toByteArray();
        ShardName name = ShardName.of(contents);
        byte[] earlier = hashes.get(name);
        while (earlier != null && !Arrays.equals(earlier, ShardName.hash(contents))) {
            contents = Arrays.copyOf(contents, contents.length + 1);
            name = ShardName.of(contents);
            earlier = hashes.get(name);
        }
        if (earlier == null) {
            hashes.put(name, ShardName.hash(contents));
            sink.write(name.toString(), contents);
        }
        return name;
    }
}
