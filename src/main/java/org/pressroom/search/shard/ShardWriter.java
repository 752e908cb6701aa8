package org.pressroom.search.shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Writes a whole index: each field with its terms, each kind of facet, each document, then the root.
///
/// The files depend on what is written and on nothing else. Not safe for several threads.
public final class ShardWriter {

    /// Grows with every change of the format that old readers would misread.
    static final int VERSION = 6;
    static final int NORMS = 1;
    static final int SECTIONS = 2;
    static final int POSITIONS = 4;
    static final int NORMS_A_SHARD = 8192;

    /// A part of the stored records ends after so many bytes, or twice as many, or so many documents.
    private static final int PART_SIZE = 5000;
    private static final int PART_DOCUMENTS = 32;
    private static final int MOST_PARTS = 16;

    private final ShardSink sink;
    private final int documents;
    private final Map<ShardName, byte[]> hashes = new HashMap<>();
    private final ShardOutput fields = new ShardOutput();
    private final ShardOutput facets = new ShardOutput();
    private final ShardOutput directory = new ShardOutput();
    private final ShardOutput stored = new ShardOutput();
    private final ShardOutput synonyms = new ShardOutput();
    private final List<List<String>> facetValues = new ArrayList<>();
    private final int[] days;
    private final Slots slots;
    private @Nullable ShardName listName;
    private int fieldCount;
    private int facetCount;
    private final List<byte[]> parts = new ArrayList<>();
    private final ShardOutput partSizes = new ShardOutput();
    private int storedShards;
    private int storedDocuments;
    private int inPart;
    /// Of the run that is being written.
    private final List<Integer> runSections = new ArrayList<>();
    private final ShardOutput runDirectory = new ShardOutput();
    private final Map<ShardName, byte[]> runHashes = new LinkedHashMap<>();
    private boolean runHasZeros;

    /// @param documents how many there are in all
    /// @param days      on which the last of them were created, counted from 1970, ascending; documents without a day stand before
    ///                  those with one and have none here
    public ShardWriter(int documents, int[] days, ShardSink sink) {
        this.documents = documents;
        this.days = days.clone();
        this.slots = Slots.of(documents, days);
        this.sink = sink;
        stored.octet('X');
    }

    /// Begins a field; its terms follow, and the next field begins when its dictionary is closed.
    ///
    /// @param norms for each document, the length of its field; empty when lengths don't count
    /// @param sections      postings of at most so many documents tell sections; 0 for none
    /// @param withPositions whether the postings tell positions
    public DictionaryWriter field(FieldStatistics field, byte[] norms, int sections, boolean withPositions) throws IOException {
        fieldCount++;
        fields.text(field.name()).number((norms.length > 0 ? NORMS : 0) + (sections > 0 ? SECTIONS : 0) + (withPositions ? POSITIONS : 0))
            .number(field.documents()).number(field.sumTotalTermFreq());
        if (sections > 0) {
            fields.number(sections);
        }
        fields.number((norms.length + NORMS_A_SHARD - 1) / NORMS_A_SHARD);
        for (int from = 0; from < norms.length; from += NORMS_A_SHARD) {
            int length = Math.min(NORMS_A_SHARD, norms.length - from);
            fields.name(write(new ShardOutput().octet('N').octets(norms, from, length)));
        }
        return new DictionaryWriter(this, fields, sections, withPositions);
    }

    /// Writes one kind of facet.
    public void facet(FacetColumn column) throws IOException {
        if (column.ordinals().size() != documents) {
            throw new IllegalArgumentException("facet " + column.kind() + " of " + column.ordinals().size()
                + " documents, not " + documents);
        }
        facetCount++;
        facetValues.add(column.values());
        byte[] bytes = column.toBytes();
        facets.text(column.kind()).name(write(new ShardOutput().octets(bytes, 0, bytes.length)));
    }

    Slots slots() {
        return slots;
    }

    /// Writes on which days the documents were created, which is the order of their numbers.
    private ShardName days() throws IOException {
        ShardOutput out = new ShardOutput().octet('Y').number(documents - days.length);
        int before = 0;
        for (int day : days) {
            long delta = (long) day - before;
            out.number(delta << 1 ^ delta >> 63);
            before = day;
        }
        return write(out);
    }

    /// Writes what the list of ideas needs; all facets must have been written.
    ///
    /// @throws IllegalArgumentException when a document lacks a row, or a facet's value an address
    public void list(ListColumns columns) throws IOException {
        if (columns.rows().size() != documents) {
            throw new IllegalArgumentException(columns.rows().size() + " rows of " + documents + " documents");
        }
        if (!columns.addresses().stream().map(List::size).toList().equals(facetValues.stream().map(List::size).toList())) {
            throw new IllegalArgumentException("the addresses are not those of the facets' values");
        }
        byte[] bytes = columns.toBytes(facetValues);
        listName = write(new ShardOutput().octets(bytes, 0, bytes.length));
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
        runSections.add(document.sections().size());
        inPart++;
        int hash = TermHash.of(document.id());
        if (inPart == PART_DOCUMENTS || stored.size() >= ((hash & 1) == 0 ? PART_SIZE : PART_SIZE * 2)) {
            finishPart();
            if (parts.size() == MOST_PARTS || (hash >>> 1 & 7) == 0) {
                finishStoredShard();
            }
        }
    }

    private void finishPart() {
        partSizes.number(inPart);
        parts.add(stored.toByteArray());
        stored.clear();
        stored.octet('X');
        inPart = 0;
    }

    /// Names the parts by the contents of all of them, so that a name is spent on many.
    private void finishStoredShard() throws IOException {
        ShardOutput all = new ShardOutput();
        parts.forEach(part -> all.octets(part, 0, part.length));
        Named named = named(all);
        for (int i = 0; i < named.zeros; i++) {
            parts.add(Arrays.copyOf(parts.getLast(), parts.removeLast().length + 1));
        }
        ShardName name = named.name;
        runHashes.put(name, named.hash);
        runHasZeros |= named.zeros > 0;
        for (int part = 0; part < parts.size(); part++) {
            sink.write(name.part(part), parts.get(part));
        }
        runDirectory.name(name).number(parts.size()).octets(partSizes);
        parts.clear();
        partSizes.clear();
    }

    /// Ends the run of documents that were stored since the last one ended.
    ///
    /// @return empty when it can't be kept, for its names depend on those of other files
    public Optional<StoredRun> endRun() throws IOException {
        if (inPart > 0) {
            finishPart();
        }
        if (!parts.isEmpty()) {
            finishStoredShard();
        }
        StoredRun run = new StoredRun(runSections.stream().mapToInt(Integer::intValue).toArray(), runHashes.size(), runDirectory.toByteArray(), Map.copyOf(runHashes));
        add(run);
        Optional<StoredRun> kept = runHasZeros ? Optional.empty() : Optional.of(run);
        runSections.clear();
        runDirectory.clear();
        runHashes.clear();
        runHasZeros = false;
        return kept;
    }

    /// Whether a run that was written before may stand where the next one would: none of its names is taken.
    public boolean fits(StoredRun run) {
        return run.hashes().entrySet().stream().allMatch(one -> !hashes.containsKey(one.getKey()) || Arrays.equals(hashes.get(one.getKey()), one.getValue()));
    }

    /// Takes a run that was written before and [fits][#fits] as the next documents.
    public void keep(StoredRun run) {
        hashes.putAll(run.hashes());
        add(run);
    }

    private void add(StoredRun run) {
        storedShards += run.shards();
        storedDocuments += run.documents();
        directory.octets(run.directory(), 0, run.directory().length);
    }

    /// Writes the root. Nothing can be written after it.
    public void finish() throws IOException {
        endRun();
        if (storedDocuments != documents) {
            throw new IllegalStateException(storedDocuments + " documents were stored, not " + documents);
        }
        if (listName == null) {
            list(new ListColumns(Collections.nCopies(documents, new ListColumns.Row(0, null, null, "")), facetValues));
        }
        if (synonyms.size() == 0) {
            synonyms.number(0);
        }
        ShardName directoryName = write(new ShardOutput().octet('T').number(storedShards).octets(directory));
        ShardOutput slotNumbers = new ShardOutput().octet('Z');
        slots.write(slotNumbers);
        ShardOutput root = new ShardOutput().octet('R').number(VERSION).number(documents)
            .number(fieldCount).octets(fields).number(facetCount).octets(facets).name(directoryName)
            .name(days()).name(Objects.requireNonNull(listName)).name(write(slotNumbers)).octets(synonyms);
        sink.write(ShardFile.ROOT, root.toByteArray());
    }

    /// Hands a shard to the sink unless one of equal contents was written before.
    ShardName write(ShardOutput shard) throws IOException {
        Named named = named(shard);
        if (named.fresh) {
            sink.write(named.name.toString(), named.contents);
        }
        return named.name;
    }

    /// @param zeros how many were added, so that different contents have different names
    /// @param fresh whether nothing with these contents was named before
    private record Named(ShardName name, byte[] contents, byte[] hash, int zeros, boolean fresh) { }

    private Named named(ShardOutput shard) {
        for (int zeros = 0; ; zeros++, shard.octet(0)) {
            byte[] contents = shard.toByteArray();
            byte[] hash = ShardFile.hash(contents);
            ShardName name = ShardName.ofHash(hash);
            byte[] earlier = hashes.putIfAbsent(name, hash);
            if (earlier == null || Arrays.equals(earlier, hash)) {
                return new Named(name, contents, hash, zeros, earlier == null);
            }
        }
    }
}
